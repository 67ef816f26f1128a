// Our server as a target of the peers' kit (copy beside its other targets). VOUCHSAFE_DATA names the data folder
// that load.mjs filled; the kit's numbers 1..N stand for the requests in the order of the table.
import fs from 'node:fs';

const folder = process.env.VOUCHSAFE_DATA;
const lines = name => fs.readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n');
const ids = lines('bench.ids');
const root = '/api/v1/w/main';

export const base = process.env.VOUCHSAFE_BASE || 'http://127.0.0.1:8110';
export const headers = { authorization: `Bearer ${lines('bench.token')[0]}`, 'content-type': 'application/json' };

const later = (day, days) => new Date(Date.parse(day) + days * 86400e3).toISOString().slice(0, 10);
const customer = n => `con_${String(n).padStart(8, '0')}`;

/// Logs a request: the same facts, in our words.
export const w1 = r => ({
  method: 'POST', path: `${root}/requests`,
  body: JSON.stringify({
    purpose: r.opportunity, use_case: r.notes, use_type: r.use_type, channel: 'sales', deadline: later(r.needed_by, 60),
    language: r.language, wished_customer: customer(r.advocate_id),
    prospect: { name: r.opportunity, industry: r.industry, region: r.region, product: r.product },
  }),
});
export const w2 = n => ({ method: 'GET', path: `${root}/requests/${ids[n - 1]}` });
/// Our question takes one industry and one region and scores; the kit's takes lists and filters.
export const w3 = q => ({
  method: 'GET',
  path: `${root}/matches?${new URLSearchParams({
    use_type: q.use, channel: 'sales', industry: q.industry[0], region: q.region[0], product: q.product,
    language: q.language, limit: '20' })}`,
});
export const w3ids = answer => answer.items.map(c => Number(c.advocate.slice(4)));
export const w4 = () => ({ method: 'GET', path: `${root}/requests?status=open&sort=deadline&limit=50` });
export const w4info = answer => ({ total: answer.total, n: answer.items.length });
/// A clearance of the legal review; run with W5_IDS=$VOUCHSAFE_DATA/bench.legal.
export const w5 = id => ({
  method: 'POST', path: `${root}/requests/${id}/clear`,
  body: '{"aspect":"legal","outcome":"clear","reason":"ok"}',
});
