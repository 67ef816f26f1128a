// What ends when: the permissions of the next twelve months, month by month (AUT-06).
import { useList, type Authorization } from '@api';
import { useLabel, useLanguage } from '@lib';
import { DateText, EmptyState, PageHeader, ProblemAlert, StatusChip } from '@ui';
import { Loader, Stack, Text, Title } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAskWords } from './askWords';
import './ask.css';

const ENDING = ['in_force', 'partly', 'expiring', 'under_review'];

const inAYear = () => {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toISOString().slice(0, 10);
};

/// Only what has a last day ahead and not further than a year.
function endingWithinAYear() {
  const today = new Date().toISOString().slice(0, 10);
  return JSON.stringify({
    all: [
      { field: 'until', op: 'gte', value: today },
      { field: 'until', op: 'lte', value: inAYear() },
    ],
  });
}

/// Months in order, each with what ends in it.
export function byMonth(items: Authorization[], until: string): [string, Authorization[]][] {
  const months = new Map<string, Authorization[]>();
  const ending = items.filter((one) => one.until && one.until <= until && ENDING.includes(one.status));
  for (const one of ending.sort((a, b) => String(a.until).localeCompare(String(b.until)))) {
    const month = String(one.until).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return [...months];
}

function Line({ one }: { one: Authorization }) {
  const label = useLabel();
  return (
    <li className="expiry-line">
      <DateText at={one.until} />
      <Link className="textlink" to="/authorizations/$id" params={{ id: one.id }}>
        {one.contact_name || one.number}
      </Link>
      <Text size="sm" c="dimmed">
        {one.account_name} · {(one.use_types ?? []).map((use) => label(use)).join(', ')}
      </Text>
      <StatusChip status={one.status} />
    </li>
  );
}

export function ExpiryPage() {
  const t = useAskWords();
  const language = useLanguage();
  const list = useList('authorizations', { sort: 'until', limit: 200, rule: endingWithinAYear() });
  const months = byMonth(list.data?.items ?? [], inAYear());
  const count = months.reduce((sum, [, items]) => sum + items.length, 0);
  const named = (month: string) =>
    new Date(`${month}-15`).toLocaleDateString(language, { month: 'long', year: 'numeric' });
  return (
    <section className="screen" aria-label={t('expiry')}>
      <PageHeader title={t('expiry')} sub={t('expirySub', { count })}>
        <Link className="textlink" to="/authorizations">
          {t('all')}
        </Link>
      </PageHeader>
      <Stack className="pad" gap="lg">
        {list.error && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Loader size="sm" />}
        {list.data && !count && (
          <EmptyState icon={<IconCalendarTime size={28} stroke={1.5} aria-hidden />} title={t('noExpiry')}>
            {t('noExpiryHint')}
          </EmptyState>
        )}
        {months.map(([month, items]) => (
          <section key={month} aria-label={named(month)}>
            <Title order={2} size="h4" mb={8}>
              {named(month)}
            </Title>
            <ul className="expiry">
              {items.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          </section>
        ))}
      </Stack>
    </section>
  );
}
