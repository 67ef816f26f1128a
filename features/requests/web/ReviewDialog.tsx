// A reviewer's decision on one aspect: outcome, reason, and conditions that bind every later step.
import { Button, Group, Modal, Radio, Stack, TagsInput, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct, type Request } from '@api';
import { useLabel, words } from '@lib';
import { inTenSeconds } from '@ui';

const useReviewWords = words(
  {
    title: 'Review {number}',
    of: 'Review of',
    reason: 'Reason',
    reasonHint: 'Everybody on the case reads it; it stays in the record.',
    conditions: 'Conditions',
    conditionsHint: 'Type one and press Enter. They bind every later step.',
    cancel: 'Cancel',
    submit: 'Record decision',
    needReason: 'Say why in a sentence.',
    needConditions: 'Name at least one condition.',
    done: '{number}: {outcome}. Nothing is sent for 10 s.',
    audience: 'Audience: ',
    until: 'Until: ',
    wording: 'Wording fixed: ',
    notWith: 'Not with: ',
    onlyIn: 'Only in: ',
    add: 'Begin with',
  },
  {
    title: '{number} prüfen',
    of: 'Prüfung von',
    reason: 'Begründung',
    reasonHint: 'Alle am Vorgang lesen sie; sie bleibt im Nachweis.',
    conditions: 'Auflagen',
    conditionsHint: 'Tippen und Enter drücken. Sie binden jeden weiteren Schritt.',
    cancel: 'Abbrechen',
    submit: 'Entscheidung festhalten',
    needReason: 'Sagen Sie in einem Satz, warum.',
    needConditions: 'Nennen Sie mindestens eine Auflage.',
    done: '{number}: {outcome}. 10 s lang wird nichts gesendet.',
    audience: 'Publikum: ',
    until: 'Bis: ',
    wording: 'Wortlaut fest: ',
    notWith: 'Nicht mit: ',
    onlyIn: 'Nur in: ',
    add: 'Beginnen mit',
  },
);
export const ASPECTS = ['eligibility', 'legal', 'privacy', 'channel', 'brand', 'regulated'];
const OUTCOMES = ['clear', 'clear_with_conditions', 'not_clear', 'need_information', 'unclear'];
const STARTS = ['audience', 'until', 'wording', 'notWith', 'onlyIn'] as const;

interface Props {
  request: Pick<Request, 'id' | 'number'>;
  /// Aspects open to this person; the first one is proposed.
  aspects: string[];
  outcome?: string;
  onClose: () => void;
  /// The decision waits for its ten seconds; `false` means that it was taken back.
  onWaiting?: (waiting: boolean) => void;
}

export function ReviewDialog({ request, aspects, outcome: proposed = '', onClose, onWaiting }: Props) {
  const t = useReviewWords();
  const label = useLabel();
  const act = useAct('requests');
  const [aspect, setAspect] = useState(aspects[0] ?? 'legal');
  const [outcome, setOutcome] = useState(proposed);
  const [reason, setReason] = useState('');
  const [conditions, setConditions] = useState<string[]>([]);
  const [draft, setDraft] = useState('');
  const [tried, setTried] = useState(false);
  const bound = outcome === 'clear_with_conditions';
  const all = draft.trim() ? [...conditions, draft.trim()] : conditions;
  const incomplete = !outcome || !reason.trim() || (bound && all.length === 0);
  const submit = () => {
    setTried(true);
    if (incomplete) return;
    const [name, instance] = aspect.split('.');
    const input = { aspect: name, instance, outcome, reason: reason.trim(), conditions: bound ? all : [] };
    const send = (leaving: boolean) => act.mutateAsync({ id: request.id, action: 'clear', input, keepalive: leaving });
    inTenSeconds(t('done', { number: request.number, outcome: label(outcome) }), send, () => onWaiting?.(false));
    onWaiting?.(true);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('title', { number: request.number })} size="lg">
      <Stack
        gap={14}
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {aspects.length > 1 && (
          <Radio.Group label={t('of')} value={aspect} onChange={setAspect}>
            <Group gap={14} mt={6}>
              {aspects.map((each) => (
                <Radio key={each} value={each} label={label(each)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        <Radio.Group label={aspects.length > 1 ? ' ' : label(aspect)} value={outcome} onChange={setOutcome}>
          <Stack gap={8} mt={6}>
            {OUTCOMES.map((each) => (
              <Radio key={each} value={each} label={label(each)} />
            ))}
          </Stack>
        </Radio.Group>
        {bound && (
          <div>
            <TagsInput
              label={t('conditions')}
              description={t('conditionsHint')}
              value={conditions}
              onChange={setConditions}
              searchValue={draft}
              onSearchChange={setDraft}
              error={tried && all.length === 0 ? t('needConditions') : null}
            />
            <Group gap={6} mt={6}>
              <Text size="xs" c="dimmed">
                {t('add')}
              </Text>
              {STARTS.map((start) => (
                <Button key={start} size="compact-xs" variant="default" onClick={() => setDraft(t(start))}>
                  {t(start).replace(': ', '')}
                </Button>
              ))}
            </Group>
          </div>
        )}
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          withAsterisk
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && !reason.trim() ? t('needReason') : null}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" type="submit">
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
