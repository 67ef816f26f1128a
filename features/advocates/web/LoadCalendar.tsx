// Load and rest on a calendar: what was and will be asked, and when nothing may be asked (MAT-04).
import { day, useLabel, useLanguage } from '@lib';
import { Section } from '@ui';
import { Text } from '@mantine/core';
import { quartersOf, type Quarter, type Week } from './calendar';
import { isPending, type AdvocateRecord } from './shapes';
import { useWords, type T } from './words';
import './calendar.css';

const FEW_WEEKS = 8;
const DOTS = 3;
const KEY = ['done', 'planned', 'cooldown', 'resting', 'away'] as const;

/// What a week holds, in words; nothing when it holds nothing.
function useTelling(t: T) {
  const label = useLabel();
  return (week: Week): string => {
    const uses = week.uses.map((use) => `${day(use.on!)}: ${label(use.use_type)}, ${label(use.status)}`);
    const quiet = week.quiet === 'away' || week.quiet === 'resting' ? [t(`cal_${week.quiet}`)] : [];
    const cooling = week.cooling.map((use) =>
      t('calCooling', { use: label(use.use_type), day: day(use.rests_until!) }),
    );
    return [...uses, ...quiet, ...new Set(cooling)].join(' · ');
  };
}

function Cell({ week, tell, t }: { week: Week; tell: (week: Week) => string; t: T }) {
  const span = `${day(week.from)} – ${day(week.until)}`;
  const dots = week.uses.slice(0, DOTS);
  return (
    <span
      className={`cal-week ${week.quiet ?? ''}${week.isNow ? ' now' : ''}`}
      title={[week.isNow ? t('calNow') : '', span, tell(week)].filter(Boolean).join(' · ')}
    >
      {dots.map((use, at) => (
        <i key={at} className={isPending(use.status) ? 'planned' : use.status === 'done' ? 'done' : 'missed'} />
      ))}
    </span>
  );
}

/// The months of a quarter; only the first where there is little room.
function months(quarter: Quarter, locale: string): string[] {
  const name = new Intl.DateTimeFormat(locale, { month: 'short' });
  return [...new Set(quarter.weeks.map((week) => name.format(new Date(`${week.until}T12:00:00`))))].slice(
    0,
    quarter.weeks.length > FEW_WEEKS ? 3 : 1,
  );
}

export function LoadCalendar({ advocate }: { advocate: AdvocateRecord }) {
  const t = useWords();
  const tell = useTelling(t);
  const lang = useLanguage();
  const quarters = quartersOf(advocate, new Date().toISOString().slice(0, 10));
  const max = advocate.load?.max ?? advocate.max_per_quarter ?? 0;
  const told = quarters.flatMap((quarter) => quarter.weeks).filter((week) => tell(week));
  return (
    <Section title={t('calendar')}>
      <div className="cal" aria-hidden>
        {quarters.map((quarter) => (
          <div key={quarter.id} className="cal-quarter" style={{ flexGrow: quarter.weeks.length }}>
            <div className={`cal-head num${max && quarter.used >= max ? ' full' : ''}`}>
              <b>{t('calQuarter', { n: quarter.number })}</b>
              {quarter.weeks.length > 4 && <span>{t('calUsed', { used: quarter.used, max })}</span>}
            </div>
            <div className="cal-weeks">
              {quarter.weeks.map((week) => (
                <Cell key={week.from} week={week} tell={tell} t={t} />
              ))}
            </div>
            <div className="cal-months">
              {months(quarter, lang).map((name) => (
                <span key={name}>{name}</span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <ul className="vh" aria-label={t('calendar')}>
        {told.map((week) => (
          <li key={week.from}>
            {day(week.from)} – {day(week.until)}: {tell(week)}
          </li>
        ))}
      </ul>
      <div className="cal-key" aria-hidden>
        {KEY.map((each) => (
          <span key={each} className="inline">
            {each === 'done' || each === 'planned' ? <i className={each} /> : <span className={`cal-week ${each}`} />}
            {t(`cal_${each}`)}
          </span>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt={6}>
        {t('calLead', { max })}
      </Text>
    </Section>
  );
}
