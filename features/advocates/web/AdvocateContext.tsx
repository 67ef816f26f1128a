// What comes next for the advocate, where they are used now, and what they can prove.
import { day, useLabel } from '@lib';
import { DateText, Section, StatusChip } from '@ui';
import { Group, Stack, Text } from '@mantine/core';
import { IconBeach, IconCalendar, IconShieldCheck, type TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Permitted } from './grants';
import { isPending, type AdvocateRecord } from './shapes';
import { useWords, type T } from './words';

interface Due {
  on: string;
  text: string;
  icon: TablerIcon;
}

/// Dates ahead, soonest first.
function dueOf(advocate: AdvocateRecord, permitted: Permitted[], label: ReturnType<typeof useLabel>, t: T): Due[] {
  const today = new Date().toISOString().slice(0, 10);
  const ends = permitted.flatMap(({ use, grant }) =>
    grant?.until
      ? [{ on: grant.until, text: t('expires', { use: label(use), day: day(grant.until) }), icon: IconShieldCheck }]
      : [],
  );
  const away = (advocate.blackout ?? []).map(({ from, until }) => ({
    on: until,
    text: t('away', { from: day(from), until: day(until) }),
    icon: IconBeach,
  }));
  const back = advocate.return_on
    ? [{ on: advocate.return_on, text: t('returns', { day: day(advocate.return_on) }), icon: IconCalendar }]
    : [];
  return [...ends, ...away, ...back]
    .filter((due) => due.on >= today)
    .sort((a, b) => a.on.localeCompare(b.on))
    .slice(0, 5);
}

function UsedNow({ advocate, t }: { advocate: AdvocateRecord; t: T }) {
  const label = useLabel();
  const now = (advocate.uses ?? []).filter((use) => isPending(use.status));
  if (!now.length)
    return (
      <Text size="sm" c="dimmed">
        {t('notUsedNow')}
      </Text>
    );
  return (
    <Stack gap={6}>
      {now.map((use, at) => (
        <Group key={at} gap={8} justify="space-between">
          {use.request ? (
            <Link className="textlink" to="/requests/$id" params={{ id: use.request }}>
              {label(use.use_type)}
            </Link>
          ) : (
            <Text size="sm">{label(use.use_type)}</Text>
          )}
          <Group gap={8}>
            <StatusChip status={use.status} />
            <Text size="xs" c="dimmed">
              <DateText at={use.on} />
            </Text>
          </Group>
        </Group>
      ))}
    </Stack>
  );
}

export function AdvocateContext({ advocate, permitted }: { advocate: AdvocateRecord; permitted: Permitted[] }) {
  const t = useWords();
  const label = useLabel();
  const due = dueOf(advocate, permitted, label, t);
  return (
    <>
      <Section title={t('next')}>
        {due.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('nothingNext')}
          </Text>
        )}
        <Stack gap={6}>
          {due.map(({ on, text, icon: Icon }) => (
            <Group key={on + text} gap={8} wrap="nowrap" align="start">
              <Icon size={16} stroke={1.6} style={{ flex: 'none', marginTop: 2 }} aria-hidden />
              <Text size="sm">{text}</Text>
            </Group>
          ))}
        </Stack>
      </Section>
      <Section title={t('usedNow')}>
        <UsedNow advocate={advocate} t={t} />
      </Section>
      {!!advocate.outcomes?.length && (
        <Section title={t('outcomes')}>
          <Stack gap={4}>
            {advocate.outcomes.map((one) => (
              <Text key={one.metric} size="sm">
                {t('outcome', {
                  metric: one.metric,
                  before: one.before ?? '–',
                  after: one.after ?? '–',
                  unit: one.unit ?? '',
                })}
              </Text>
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}
