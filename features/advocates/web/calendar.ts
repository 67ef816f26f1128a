// How much was and is asked of an advocate, week by week: half a year back and half a year ahead (MAT-04).
import { isoDate } from '@lib';
import { isPending, type AdvocateRecord, type RestingUse } from './shapes';

export type Quiet = 'away' | 'resting' | 'cooldown';

export interface Week {
  /// Monday and Sunday.
  from: string;
  until: string;
  uses: RestingUse[];
  quiet?: Quiet;
  /// Uses of a kind that may not happen again yet.
  cooling: RestingUse[];
  isNow: boolean;
}
export interface Quarter {
  /// "2026-4"
  id: string;
  year: number;
  number: number;
  weeks: Week[];
  used: number;
}
interface Span {
  from: string;
  until: string;
}

const WEEKS_EACH_WAY = 26;
const DAYS = 7;
const MONTHS = 3;

const noon = (date: string) => new Date(`${date.slice(0, 10)}T12:00:00`);
function plusDays(date: string, days: number): string {
  const at = noon(date);
  at.setDate(at.getDate() + days);
  return isoDate(at);
}
const monday = (date: string) => plusDays(date, -((noon(date).getDay() + 6) % DAYS));
const meets = (week: Span, { from, until }: Span) => from <= week.until && until >= week.from;
const quarterOf = (date: string) => Math.ceil(Number(date.slice(5, 7)) / MONTHS);

/// Times of rest: each begins when it was said and ends on the day of return, or when the advocate came back.
function restsOf(advocate: AdvocateRecord): Span[] {
  const history = [...(advocate.history ?? [])].sort((a, b) => a.at.localeCompare(b.at));
  return history.flatMap((entry, at) => {
    if (!entry.return_on) return [];
    const next = history.slice(at + 1).find((later) => /^(returned|activated|retired)$/.test(later.what));
    const back = next?.at.slice(0, 10);
    return [{ from: entry.at.slice(0, 10), until: back && back < entry.return_on ? back : entry.return_on }];
  });
}

/// The weeks around today.
export function weeksOf(advocate: AdvocateRecord, today: string): Week[] {
  const uses = (advocate.uses ?? []).filter((use) => use.on && use.status !== 'cancelled');
  const rests = restsOf(advocate);
  const first = plusDays(monday(today), -WEEKS_EACH_WAY * DAYS);
  return Array.from({ length: 2 * WEEKS_EACH_WAY }, (_, at): Week => {
    const from = plusDays(first, at * DAYS);
    const week = { from, until: plusDays(from, DAYS - 1) };
    const cooling = uses.filter(
      (use) => use.rests_until && meets(week, { from: use.on!, until: plusDays(use.rests_until, -1) }),
    );
    const away = (advocate.blackout ?? []).some((span) => meets(week, span));
    const resting = rests.some((span) => meets(week, span));
    const quiet = away ? 'away' : resting ? 'resting' : cooling.length ? 'cooldown' : undefined;
    const here = uses.filter((use) => meets(week, { from: use.on!, until: use.on! }));
    return { ...week, uses: here, quiet, cooling, isNow: from <= today && today <= week.until };
  });
}

/// The weeks by quarter, with what counts against the quarter's limit; what is pending counts now, whenever it is.
export function quartersOf(advocate: AdvocateRecord, today: string): Quarter[] {
  const quarters: Quarter[] = [];
  const now = `${today.slice(0, 4)}-${quarterOf(today)}`;
  for (const week of weeksOf(advocate, today)) {
    // A week belongs to the quarter of its Thursday, as it belongs to its year.
    const middle = plusDays(week.from, 3);
    const number = quarterOf(middle);
    const id = `${middle.slice(0, 4)}-${number}`;
    if (quarters.at(-1)?.id !== id) quarters.push({ id, year: Number(middle.slice(0, 4)), number, weeks: [], used: 0 });
    quarters.at(-1)!.weeks.push(week);
  }
  for (const use of advocate.uses ?? []) {
    if (!use.on || use.status === 'cancelled' || isPending(use.status)) continue;
    const quarter = quarters.find((each) => each.id === `${use.on!.slice(0, 4)}-${quarterOf(use.on!)}`);
    if (quarter) quarter.used += 1;
  }
  const current = quarters.find((quarter) => quarter.id === now);
  if (current) current.used = advocate.load?.quarter ?? current.used;
  return quarters;
}
