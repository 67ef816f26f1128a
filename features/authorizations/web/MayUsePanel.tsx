// "May I use…?": the gate's answer in plain words, with the clauses that decide it (AUT-04).
import { useAsk, type MayUse } from '@api';
import { CHANNELS, isoDate, useLabel, USE_TYPES } from '@lib';
import { Chip, ContactPicker, ProblemAlert, type Tone } from '@ui';
import { Loader, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconQuestionMark, IconX, type TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords, type T } from './words';

type Question = Record<'contact' | 'use_type' | 'channel' | 'region' | 'language' | 'topic' | 'product' | 'on', string>;
const ANSWERS: Record<MayUse['answer'], [Tone, TablerIcon]> = {
  yes: ['ok', IconCheck],
  no: ['bad', IconX],
  unclear: ['warn', IconQuestionMark],
};

function Lines({ title, lines }: { title: string; lines?: string[] }) {
  if (!lines?.length) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <ul className="reasons">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

const EFFECTS = ['permits', 'forbids', 'limits'] as const;
const effect = (t: T, code: string) =>
  EFFECTS.find((each) => each === code) ? t(code as (typeof EFFECTS)[number]) : code.replaceAll('_', ' ');

function Answer({ verdict, t }: { verdict: MayUse; t: T }) {
  const [tone, icon] = ANSWERS[verdict.answer];
  return (
    <Stack gap="sm" aria-live="polite">
      <div className={`chip ${tone} block`}>
        <Chip tone={tone} icon={icon}>
          <Text span fw={620} size="md">
            {t(verdict.answer)}
          </Text>
        </Chip>
      </div>
      <div>
        <Text size="sm" fw={600}>
          {t('why')}
        </Text>
        {verdict.clauses.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noClauses')}
          </Text>
        )}
        <ul className="reasons">
          {verdict.clauses.map((clause, at) => (
            <li key={at}>
              {clause.clause}{' '}
              <Text span size="xs" c="dimmed">
                ({effect(t, clause.effect)})
              </Text>
              {clause.authorization && (
                <>
                  {' '}
                  <Link className="textlink" to="/authorizations/$id" params={{ id: clause.authorization }}>
                    {t('status')}
                  </Link>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
      <Lines title={t('conditions')} lines={verdict.conditions} />
      <Lines title={t('mustSay')} lines={verdict.disclosures} />
    </Stack>
  );
}

export function MayUsePanel({ contact }: { contact?: string }) {
  const t = useWords();
  const label = useLabel();
  const [question, setQuestion] = useState<Question>({
    contact: contact ?? '',
    use_type: '',
    channel: '',
    region: '',
    language: '',
    topic: '',
    product: '',
    on: isoDate(new Date()),
  });
  const [settled] = useDebouncedValue(question, 250);
  const complete = !!(question.contact && question.use_type && question.channel);
  const answer = useAsk<MayUse>('may-use', settled, {
    enabled: complete && !!settled.contact && !!settled.use_type && !!settled.channel,
  });
  const set = (part: Partial<Question>) => setQuestion((old) => ({ ...old, ...part }));
  const coded = (codes: string[]) => codes.map((value) => ({ value, label: label(value) }));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('checkLead')}
      </Text>
      <ContactPicker
        data-autofocus
        withAsterisk
        label={t('customer')}
        value={question.contact || null}
        onChange={(id) => set({ contact: id ?? '' })}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          size="sm"
          withAsterisk
          searchable
          label={t('useType')}
          data={coded(USE_TYPES)}
          value={question.use_type || null}
          onChange={(use) => set({ use_type: use ?? '' })}
        />
        <Select
          size="sm"
          withAsterisk
          label={t('channel')}
          data={coded(CHANNELS)}
          value={question.channel || null}
          onChange={(channel) => set({ channel: channel ?? '' })}
        />
        {(['region', 'language', 'topic', 'product'] as const).map((name) => (
          <TextInput
            key={name}
            size="sm"
            label={t(name)}
            value={question[name]}
            onChange={(e) => set({ [name]: e.currentTarget.value })}
          />
        ))}
        <TextInput
          size="sm"
          type="date"
          label={t('on')}
          value={question.on}
          onChange={(e) => set({ on: e.currentTarget.value })}
        />
      </SimpleGrid>
      {!complete && (
        <Text size="sm" c="dimmed">
          {t('incomplete')}
        </Text>
      )}
      <ProblemAlert error={complete ? answer.error : null} />
      {complete && answer.isFetching && !answer.data && <Loader size="sm" aria-label={t('check')} />}
      {complete && answer.data && !answer.error && <Answer verdict={answer.data} t={t} />}
    </Stack>
  );
}
