// After an incident: who is affected, and by what kinds of data, on the screen and as a table (Art. 33, 34 GDPR).
import { useAsk, useDownload } from '@api';
import { Chip, EmptyState, PageHeader, ProblemAlert } from '@ui';
import { Anchor, Button, Group, Loader, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIncidentWords, type IncidentT } from './incidentWords';
import { PrivacyTabs } from './PrivacyTabs';
import type { Affected, AffectedReport, Category } from './shapes';

const local = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const instant = (typed: string) => (typed ? new Date(typed).toISOString() : '');

function Line({ one, t }: { one: Affected; t: IncidentT }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {one.name}
        <Text size="xs" c="dimmed">
          {t(one.kind)}
        </Text>
      </Table.Th>
      <Table.Td>{one.categories.map((each) => t(each)).join(', ')}</Table.Td>
      <Table.Td className="num">{one.records}</Table.Td>
      <Table.Td className="num">{one.written}</Table.Td>
      <Table.Td className="num">{one.named}</Table.Td>
      <Table.Td>{one.handed_out && <Chip tone="bad">{t('handedOut')}</Chip>}</Table.Td>
    </Table.Tr>
  );
}

function Report({ asked, t }: { asked: { from: string; to: string }; t: IncidentT }) {
  const download = useDownload();
  const report = useAsk<AffectedReport>('affected', { ...asked, limit: '200' });
  if (report.error) return <ProblemAlert error={report.error} retry={() => void report.refetch()} />;
  if (!report.data) return <Loader size="sm" />;
  const { items, total, records } = report.data;
  if (!total) return <EmptyState title={t('nobody')} />;
  const query = new URLSearchParams({ ...asked, format: 'csv' }).toString();
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text fw={600}>{t('people', { count: total })}</Text>
        <Anchor size="sm" href={`${download('affected')}?${query}`} download>
          {t('table')}
        </Anchor>
      </Group>
      <ul className="plain">
        {(Object.keys(records) as Category[]).map((what) => (
          <li key={what}>{t('counted', { count: records[what] ?? 0, what: t(what) })}</li>
        ))}
      </ul>
      <Table.ScrollContainer type="native" minWidth={720} tabIndex={0} role="region" aria-label={t('title')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['who', 'kinds', 'held', 'written', 'named', 'handedOut'] as const).map((name) => (
                <Table.Th key={name}>{t(name)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((one) => (
              <Line key={one.id} one={one} t={t} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {total > items.length && <Text size="sm">{t('first', { count: items.length })}</Text>}
    </Stack>
  );
}

export function IncidentPage() {
  const t = useIncidentWords();
  const [from, setFrom] = useState(() => local(new Date(Date.now() - 86_400_000)));
  const [to, setTo] = useState(() => local(new Date()));
  const [asked, setAsked] = useState<{ from: string; to: string } | null>(null);
  return (
    <section className="screen" aria-label={t('title')}>
      <PageHeader title={t('title')} />
      <PrivacyTabs on="incident" />
      <Stack className="pad" gap="md">
        <Text size="sm" maw={720}>
          {t('hint')}
        </Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setAsked({ from: instant(from), to: instant(to) });
          }}
        >
          <Group align="end" gap="sm">
            <TextInput
              type="datetime-local"
              required
              label={t('from')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="datetime-local"
              required
              label={t('to')}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Button type="submit">{t('show')}</Button>
          </Group>
        </form>
        {asked && <Report asked={asked} t={t} />}
        <Text size="xs" c="dimmed" maw={720}>
          {t('limits')}
        </Text>
      </Stack>
    </section>
  );
}
