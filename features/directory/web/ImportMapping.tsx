// Which column becomes which field: guessed by the server, confirmed here.
import { useLabel } from '@lib';
import { ScrollPanel } from '@ui';
import { Box, Select, Text } from '@mantine/core';
import type { ImportRecord } from './importShapes';
import type { T } from './importWords';

const SAMPLES = 3;

interface Props {
  record: ImportRecord;
  mapping: Record<string, string>;
  onMapping: (mapping: Record<string, string>) => void;
  locked: boolean;
  t: T;
}

export function ImportMapping({ record, mapping, onMapping, locked, t }: Props) {
  const label = useLabel();
  const names = record.fields?.map((field) => field.name) ?? [
    ...new Set(Object.values(record.mapping).filter(Boolean)),
  ];
  const used = new Set(Object.values(mapping));
  const options = (column: string) =>
    names.map((value) => ({ value, label: label(value), disabled: used.has(value) && mapping[column] !== value }));
  const samples = (at: number) =>
    (record.preview ?? [])
      .slice(0, SAMPLES)
      .map((row) => row[at])
      .filter(Boolean)
      .join(', ');
  return (
    <ScrollPanel label={t('columns')}>
      <table className="ft middle" aria-label={t('columns')}>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <Box component="th" scope="col" visibleFrom="sm">
              {t('sample')}
            </Box>
            <th scope="col">{t('field')}</th>
          </tr>
        </thead>
        <tbody>
          {record.columns.map((column, at) => (
            <tr key={column}>
              <th scope="row">
                {column}
                <Text size="xs" c="dimmed" fw={400} hiddenFrom="sm" style={{ overflowWrap: 'anywhere' }}>
                  {samples(at)}
                </Text>
              </th>
              <Box component="td" c="dimmed" visibleFrom="sm">
                {samples(at)}
              </Box>
              <td>
                <Select
                  size="sm"
                  w={{ base: 150, sm: 220 }}
                  clearable
                  searchable
                  aria-label={`${column}: ${t('field')}`}
                  placeholder={t('leaveOut')}
                  disabled={locked}
                  data={options(column)}
                  value={mapping[column] || null}
                  onChange={(field) => onMapping({ ...mapping, [column]: field ?? '' })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPanel>
  );
}
