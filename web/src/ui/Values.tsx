// Dates, money and labelled facts.
import { Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { day, moment, money, useLanguage } from '@lib';

/// A date or an instant; shows the time when there is one.
export function DateText({ at }: { at?: string | null }) {
  useLanguage();
  if (!at) return <>–</>;
  const withTime = at.includes('T');
  return (
    <time dateTime={at} className="num">
      {withTime ? moment(at) : day(at)}
    </time>
  );
}

export function MoneyText({ amount, currency }: { amount?: number | null; currency?: string }) {
  useLanguage();
  if (!amount) return <>–</>;
  return <span className="num">{money(amount, currency || 'EUR')}</span>;
}

/// Labelled facts, one a line; facts without a value are left out.
export function Facts({ items }: { items: [label: string, value: ReactNode][] }) {
  const known = items.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/// A panel with a heading.
export function Section({ title, right, children }: { title: string; right?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel section" aria-label={title}>
      <div className="section-head">
        <Text component="h2" size="sm" fw={600}>
          {title}
        </Text>
        {right}
      </div>
      {children}
    </section>
  );
}

/// A name over a tooltip, for marks without words.
export function Hint({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <span>{children}</span>
    </Tooltip>
  );
}
