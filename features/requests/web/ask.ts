// What the dialog knows before anybody types: channels, wording that touches others, earliest realistic days.
import { useItem, type Deal } from '@api';
import { workingDaysFromNow } from '@lib';

export const COMMON_USES = ['reference_call', 'quote', 'logo', 'case_study', 'site_visit'];
const CHANNEL: Record<string, string> = {
  case_study: 'web',
  video: 'web',
  quote: 'web',
  testimonial: 'web',
  logo: 'web',
  name_mention: 'web',
  review_site: 'web',
  event_speaker: 'event',
  webinar: 'event',
  recording: 'web',
  analyst_reference: 'analyst',
  press: 'press',
  social: 'social',
  advisory_board: 'internal',
};
/// Where a use usually appears; calls, visits and tenders belong to sales.
export const channelOf = (use: string) => CHANNEL[use] ?? 'sales';

const TOUCHES: Record<string, string[]> = {
  logo: ['logo'],
  quote: ['testimonial'],
  testimonial: ['testimonial'],
  video: ['testimonial'],
};
export const touchesOf = (use: string) => TOUCHES[use] ?? [];

const DEFAULT_DAYS: Record<string, number> = {
  reference_call: 4,
  quote: 5,
  logo: 5,
  name_mention: 4,
  rfp_reference: 4,
  site_visit: 10,
  case_study: 20,
  video: 25,
};
const FALLBACK_DAYS = 8;

/// The earliest day by which the use can realistically happen, by the policies where they may be read.
export function useEarliest(): (use: string) => string {
  const matching = useItem('policies', 'matching').data;
  const lead = (matching?.values.lead_days ?? {}) as Record<string, number>;
  return (use) => {
    const days = lead[use];
    const working = DEFAULT_DAYS[use] ?? FALLBACK_DAYS;
    return workingDaysFromNow(days === undefined ? working : Math.max(working, Math.ceil((days * 5) / 7) + 1));
  };
}

/// Employees of the prospect as a number, where the deal tells one.
const sizeOf = (deal?: Deal) => Math.trunc(Number(deal?.prospect?.size)) || undefined;

/// What matching is asked while the dialog is open.
export const needOf = (use: string, on: string, deal?: Deal) => ({
  use_type: use,
  channel: channelOf(use),
  on,
  industry: deal?.prospect?.industry,
  region: deal?.prospect?.region,
  product: deal?.prospect?.product || deal?.product,
  size: sizeOf(deal),
  limit: 5,
});

interface Asked {
  use: string;
  on: string;
  words: string;
  purpose: string;
  prospectName: string;
  persona: string;
  deal?: Deal;
}

/// The request as it is sent.
export function requestOf(input: Asked) {
  const { use, deal } = input;
  const name = deal?.prospect?.name || deal?.prospect_name || deal?.account_name || input.prospectName;
  return {
    purpose: input.purpose,
    use_case: input.words,
    use_type: use,
    channel: channelOf(use),
    deadline: input.on,
    deal: deal?.id,
    touches: touchesOf(use),
    prospect: {
      ...known({ ...deal?.prospect, product: deal?.prospect?.product || deal?.product, size: sizeOf(deal) }),
      ...known({ name, persona: input.persona }),
    },
  };
}

// The size comes from the deal's account on the server.
const PROSPECT = ['name', 'industry', 'region', 'product', 'persona'];
const known = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => PROSPECT.includes(name) && value));
