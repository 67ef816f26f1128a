// How long each kind of record keeps its words, and what is due to go, shown before it goes.
import { useItem, useList } from '@api';
import { Actions, DateText, PageHeader, ProblemAlert } from '@ui';
import { Loader, Stack, Table, Text } from '@mantine/core';
import { PrivacyTabs } from './PrivacyTabs';
import { useRecordName } from './recordWords';
import type { Retention } from './shapes';
import { useWords, type T } from './words';

function RuleActions({ id }: { id: string }) {
  const item = useItem('retention', id);
  return item.data ? <Actions collection="retention" item={item.data} /> : null;
}

function Row({ one, t }: { one: Retention; t: T }) {
  const name = useRecordName();
  return (
    <Table.Tr>
      <Table.Th scope="row">{name('rule', one.id)}</Table.Th>
      <Table.Td>
        {one.days > 0 && `${t('day', { count: one.days })}, `}
        {one.automatic ? t('automatic') : t('byHand')}
      </Table.Td>
      <Table.Td>
        {t('records', { count: one.due_records })} {one.oldest && <DateText at={one.oldest} />}
      </Table.Td>
      <Table.Td>{one.held_records || ''}</Table.Td>
      <Table.Td>
        {t('records', { count: one.disposed_records })} {one.last_disposal && <DateText at={one.last_disposal} />}
      </Table.Td>
      <Table.Td>
        <RuleActions id={one.id} />
      </Table.Td>
    </Table.Tr>
  );
}

export function RetentionPage() {
  const t = useWords();
  const list = useList('retention');
  return (
    <section className="screen" aria-label={t('retention')}>
      <PageHeader title={t('title')} />
      <PrivacyTabs on="retention" />
      <Stack className="pad" gap="md">
        <Text size="sm">{t('retentionHint')}</Text>
        {list.error && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Loader size="sm" />}
        {list.data && (
          <Table.ScrollContainer type="native" minWidth={640} tabIndex={0} role="region" aria-label={t('retention')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('rule')}</Table.Th>
                  <Table.Th>{t('days')}</Table.Th>
                  <Table.Th>{t('dueNow')}</Table.Th>
                  <Table.Th>{t('heldBack')}</Table.Th>
                  <Table.Th>{t('disposed')}</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.data.items.map((one) => (
                  <Row key={one.id} one={one} t={t} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
    </section>
  );
}
