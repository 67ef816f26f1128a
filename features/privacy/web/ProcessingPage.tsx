// The record of processing: every place that holds words about people, made from the program itself (Art. 30).
import { useAsk, type Page } from '@api';
import { PageHeader, ProblemAlert } from '@ui';
import { Loader, Stack, Table, Text } from '@mantine/core';
import { PrivacyTabs } from './PrivacyTabs';
import { useRecordName } from './recordWords';
import type { Processing } from './shapes';
import { useWords } from './words';

export function ProcessingPage() {
  const t = useWords();
  const name = useRecordName();
  const list = useAsk<Page<Processing>>('processing');
  return (
    <section className="screen" aria-label={t('processing')}>
      <PageHeader title={t('title')} />
      <PrivacyTabs on="processing" />
      <Stack className="pad" gap="md">
        <Text size="sm">{t('processingHint')}</Text>
        {list.error && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Loader size="sm" />}
        {list.data && (
          <Table.ScrollContainer type="native" minWidth={720} tabIndex={0} role="region" aria-label={t('processing')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('fact')}</Table.Th>
                  <Table.Th>{t('field')}</Table.Th>
                  <Table.Th>{t('category')}</Table.Th>
                  <Table.Th>{t('purpose')}</Table.Th>
                  <Table.Th>{t('basis')}</Table.Th>
                  <Table.Th>{t('recipients')}</Table.Th>
                  <Table.Th>{t('kept')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.data.items.map((one) => (
                  <Table.Tr key={`${one.event} ${one.field}`}>
                    <Table.Th scope="row">{one.event}</Table.Th>
                    <Table.Td>{one.field}</Table.Td>
                    <Table.Td>{name('category', one.category)}</Table.Td>
                    <Table.Td>{name('purpose', one.purpose)}</Table.Td>
                    <Table.Td>{name('basis', one.basis)}</Table.Td>
                    <Table.Td>{name('recipients', one.recipients)}</Table.Td>
                    <Table.Td>{one.retention ? name('rule', one.retention) : t('untilErased')}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
    </section>
  );
}
