// The request with the customer's eyes: the same words, made by the same functions, on a phone's width.
import { useAsk } from '@api';
import { Group, Loader, Select, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AskT } from './askWords';
import type { RoundPage, ScopeShown } from './shapes';
import './ask.css';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'] as const;

function OneAsk({ ask, t }: { ask: ScopeShown; t: AskT }) {
  return (
    <li className="ask-item">
      <Text fw={600}>{ask.title}</Text>
      <Text size="sm">{ask.text}</Text>
      <ul className="reasons">
        {ask.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
        <li>{ask.period}</li>
      </ul>
      {ask.content && <blockquote className="ask-content">{ask.content}</blockquote>}
      <Group gap={6} aria-hidden>
        {(['yes', 'limited', 'no'] as const).map((say) => (
          <span key={say} className="ask-choice">
            {t(say)}
          </span>
        ))}
      </Group>
    </li>
  );
}

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
      <article className="ask-phone" lang={shown.language} aria-label={t('previewTitle')}>
        <Title order={2}>{shown.title}</Title>
        <Text size="sm">{shown.opening}</Text>
        {shown.message && <blockquote className="ask-content">{shown.message}</blockquote>}
        <ol className="ask-list">
          {shown.asks.map((ask) => (
            <OneAsk key={ask.ask} ask={ask} t={t} />
          ))}
        </ol>
        {shown.disclosures.map((text) => (
          <Text key={text} size="sm">
            {text}
          </Text>
        ))}
        <Text size="sm">{shown.boundaries}</Text>
        <Text size="sm">{shown.withdrawal}</Text>
      </article>
    </Stack>
  );
}
