// Asking for a reference in under a minute: a deal, a use, a date, a sentence.
import { Button, Group, Modal, Select, Stack, TextInput, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem, useCreate, useItem, useList, type Deal, type Request } from '@api';
import { money, USE_TYPES, useLabel, weekday } from '@lib';
import { fieldPath, notice, ProblemAlert, useIcon } from '@ui';
import { COMMON_USES, requestOf, useEarliest } from './ask';
import { AskPreview } from './AskPreview';
import { useAskWords } from './askWords';

const WAIT_MS = 180;

export function AskDialog({ deal: given, onClose }: { deal?: string; onClose: () => void }) {
  const t = useAskWords();
  const label = useLabel();
  const navigate = useNavigate();
  const create = useCreate<Request>('requests');
  const earliest = useEarliest();
  const [deal, setDeal] = useState<Deal | undefined>();
  const prefilled = useItem('deals', given).data;
  const chosen = deal ?? prefilled;
  const [prospectName, setProspectName] = useState('');
  const [use, setUse] = useState('reference_call');
  const [date, setDate] = useState('');
  const [words, setWords] = useState('');
  const [persona, setPersona] = useState('');
  const on = date || earliest(use);
  const who = chosen?.prospect_name || chosen?.account_name || prospectName;
  const errors = errorsOf(create.error);

  const send = () =>
    create.mutate(
      requestOf({
        use,
        on,
        words,
        persona,
        prospectName,
        deal: chosen,
        purpose: `${label(use)}: ${chosen?.name ?? who}`,
      }),
      {
        onSuccess: (request) => {
          notice(t('sent', { number: request.number }));
          onClose();
          void navigate({ to: '/requests/$id', params: { id: request.id } as never });
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size={780}
      padding={0}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('title') } }}
    >
      <form
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap={14} p={22}>
          <Title order={2}>{t('title')}</Title>
          <DealSelect deal={chosen} onChange={setDeal} error={errors.deal} focus={!given} />
          {!chosen && (
            <TextInput
              label={t('prospect')}
              description={t('prospectHint')}
              value={prospectName}
              error={errors['prospect.name']}
              onChange={(event) => setProspectName(event.currentTarget.value)}
            />
          )}
          <UseButtons use={use} onChange={setUse} />
          <TextInput
            type="date"
            label={t('needed')}
            value={on}
            error={errors.deadline}
            description={t('earliest', { day: weekday(earliest(use)) })}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <Textarea
            label={t('speak')}
            placeholder={t('speakHint')}
            value={words}
            autosize
            minRows={2}
            error={errors.use_case}
            data-autofocus={given ? true : undefined}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {use === 'reference_call' && (
            <TextInput
              label={t('persona')}
              placeholder={t('personaHint')}
              value={persona}
              error={errors['prospect.persona']}
              onChange={(event) => setPersona(event.currentTarget.value)}
            />
          )}
          {Object.keys(errors).length === 0 || errors[''] ? <ProblemAlert error={create.error} /> : null}
          <Group justify="flex-end" gap={8} mt={4}>
            <Button variant="default" size="sm" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button size="sm" type="submit" loading={create.isPending}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
        <AskPreview use={use} on={on} deal={chosen} />
      </form>
    </Modal>
  );
}

const SHOWN = ['deal', 'prospect.name', 'prospect.persona', 'deadline', 'use_case'];

/// Reasons by field; those without a field of their own under ''.
function errorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(
    error.reasons.map((reason) => {
      const path = fieldPath(reason.field ?? '');
      return [SHOWN.includes(path) ? path : '', `${reason.message} ${reason.remedy ?? ''}`.trim()];
    }),
  );
}

function DealSelect({
  deal,
  onChange,
  error,
  focus,
}: {
  deal?: Deal;
  onChange: (deal: Deal | undefined) => void;
  error?: string;
  focus: boolean;
}) {
  const t = useAskWords();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words === dealLabel(deal) ? '' : words, WAIT_MS);
  const deals = useList('deals', { q, outcome: 'open', limit: 20 });
  const found = deals.data?.items ?? [];
  const all = deal && !found.some((each) => each.id === deal.id) ? [deal, ...found] : found;
  return (
    <Select
      label={t('deal')}
      description={t('dealHint')}
      placeholder={t('dealPlaceholder')}
      searchable
      clearable
      error={error}
      data-autofocus={focus ? true : undefined}
      data={all.map((each) => ({ value: each.id, label: dealLabel(each) }))}
      value={deal?.id ?? null}
      onChange={(id) => onChange(all.find((each) => each.id === id))}
      onSearchChange={setWords}
      filter={({ options }) => options}
      nothingFoundMessage={deals.isPending ? t('lookingDeals') : t('noDeal')}
    />
  );
}

function dealLabel(deal?: Deal): string {
  if (!deal) return '';
  const amount = deal.amount ? `, ${money(deal.amount, deal.currency || 'EUR')}` : '';
  const stage = deal.stage ? `, ${deal.stage}` : '';
  const company = deal.prospect_name || deal.account_name || '';
  // CRM systems like to begin a deal's name with the company's.
  const named = !company || deal.name.toLowerCase().startsWith(company.toLowerCase());
  return `${named ? '' : `${company}: `}${deal.name}${amount}${stage}`;
}

function UseButtons({ use, onChange }: { use: string; onChange: (use: string) => void }) {
  const t = useAskWords();
  const label = useLabel();
  const [more, setMore] = useState(false);
  const shown = more ? USE_TYPES : [...COMMON_USES, ...(COMMON_USES.includes(use) ? [] : [use])];
  return (
    <fieldset className="uses">
      <legend>{t('what')}</legend>
      {shown.map((each) => {
        const Icon = useIcon(each);
        return (
          <label key={each} className="panel choice">
            <input
              type="radio"
              className="vh"
              name="use"
              value={each}
              checked={use === each}
              onChange={() => onChange(each)}
            />
            <Icon size={17} stroke={1.7} aria-hidden />
            {label(each)}
          </label>
        );
      })}
      {!more && (
        <button type="button" className="panel choice" onClick={() => setMore(true)}>
          <IconDots size={17} aria-hidden />
          {t('other')}
        </button>
      )}
    </fieldset>
  );
}
