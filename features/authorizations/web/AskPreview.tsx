// The request as the customer will read it, in each of the languages.
import { useAsk } from '@api';
import { LANGUAGES } from '@lib';
import { Group, Loader, Select, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CustomerSees } from './CustomerSees';
import type { AskT } from './askWords';
import type { RoundPage } from './shapes';

interface Props {
  draft: string;
  t: AskT;
  /// The request cannot be sent as it is; the form shows why.
  onRefused: (error: unknown) => void;
}

export function AskPreview({ draft, t, onRefused }: Props) {
  const [language, setLanguage] = useState('');
  const page = useAsk<RoundPage>('authorization-preview', { draft, language: language || undefined });
  useEffect(() => {
    if (page.error) onRefused(page.error);
  }, [page.error, onRefused]);
  if (!page.data) return <Loader size="sm" />;
  const shown = page.data;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <Text size="sm" c="dimmed">
          {t('nothingTicked')}
        </Text>
        <Select
          size="sm"
          w={160}
          label={t('readIn')}
          data={LANGUAGES.map((value) => ({ value, label: t(value) }))}
          value={shown.language}
          allowDeselect={false}
          onChange={(value) => setLanguage(value ?? '')}
        />
      </Group>
      <CustomerSees page={shown} label={t('previewTitle')} t={t} />
    </Stack>
  );
}
