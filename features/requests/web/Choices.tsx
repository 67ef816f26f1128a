// Whom we turn to, in order: who was asked, when, what they answered, and the times that would suit.
import { Button, Text } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useState } from 'react';
import type { Choice, Request } from '@api';
import { useLabel } from '@lib';
import { DateText, Section, StatusChip } from '@ui';
import { onClock, place } from '@features/activities/web/clocks';
import { ProposeDialog } from './ProposeDialog';
import { useAskedWords } from './askedWords';
import { useRequestWords } from './words';

export function Choices({ request, onCompare }: { request: Request; onCompare: () => void }) {
  const t = useRequestWords();
  const choices = request.choices ?? [];
  // Comparing looks ahead: once the request is over there is nobody left to choose.
  const going = ['open', 'deferred'].includes(request.status);
  const compare = going && request.actions?.some((action) => action.name === 'choose') ? (
    <Button variant="default" leftSection={<IconGitCompare size={14} aria-hidden />} onClick={onCompare}>
      {t('compare')}
    </Button>
  ) : null;
  return (
    <Section title={t('candidates')} right={compare}>
      {choices.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noChoice')}
        </Text>
      )}
      <ol className="plain lined">
        {choices.map((choice, i) => (
          <li key={choice.contact || i}>
            <Candidate choice={choice} rank={choice.rank ?? i + 1} />
          </li>
        ))}
      </ol>
      {request.choice_reason && (
        <Text size="sm" c="dimmed" mt={8}>
          {request.choice_reason}
        </Text>
      )}
      <Proposal request={request} />
    </Section>
  );
}

function Candidate({ choice, rank }: { choice: Choice; rank: number }) {
  const t = useRequestWords();
  const a = useAskedWords();
  return (
    <>
      <span className="inline wrap">
        <Text span size="xs" c="dimmed">
          {t('choice', { n: rank })}
        </Text>
        <Text span size="sm" fw={550} c={choice.name ? undefined : 'dimmed'}>
          {choice.name || a('nameless')}
        </Text>
        <Text span size="sm" c="dimmed">
          {choice.account_name}
        </Text>
        <StatusChip status={choice.status} />
      </span>
      <Asked choice={choice} />
    </>
  );
}

function Asked({ choice }: { choice: Choice }) {
  const t = useAskedWords();
  const label = useLabel();
  if (!choice.asked_at) return null;
  const waits = choice.status === 'asked';
  const theirs = choice.other_times ?? [];
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('askedOn')} <DateText at={choice.asked_at} />
        {choice.reminded && ` · ${t('reminded')}`}
        {waits && choice.answer_by && (
          <>
            {' · '}
            {t('answerBy')} <DateText at={choice.answer_by} />
          </>
        )}
      </Text>
      {choice.reply && (
        <Text size="sm">
          {t('answered')} <b>{label(choice.reply)}</b>
        </Text>
      )}
      {choice.slot && theirs.length < 2 && (
        <Text size="sm">
          {t('suits')} {onClock(choice.slot)}
          {choice.time_zone && (
            <Text span size="sm" c="dimmed">
              {` (${place(choice.time_zone)}: ${onClock(choice.slot, choice.time_zone)})`}
            </Text>
          )}
        </Text>
      )}
      {theirs.length > 1 && (
        <Text size="sm">
          {t('otherTimes')} {theirs.map((at) => onClock(at)).join(' · ')}
        </Text>
      )}
      {choice.reason && <Text size="sm">“{choice.reason}”</Text>}
      {choice.colleague_name && (
        <Text size="sm">
          {t('colleague')} <b>{choice.colleague_name}</b>
          {choice.colleague_email && ` · ${choice.colleague_email}`}
          <Text span size="xs" c="dimmed" display="block">
            {t('colleagueHint')}
          </Text>
        </Text>
      )}
    </>
  );
}

/// What the customer is told when asked, and the way to say it better.
function Proposal({ request }: { request: Request }) {
  const t = useAskedWords();
  const [open, setOpen] = useState(false);
  const may = request.actions?.find((action) => action.name === 'propose_times' && action.enabled);
  const { slots = [], minutes, message } = request.proposal ?? {};
  const settled = request.choices?.some((choice) => choice.status === 'confirmed');
  if (settled || (!may && !slots.length)) return null;
  return (
    <div style={{ marginTop: 10 }}>
      <Text size="sm" fw={550}>
        {t('offered')}
      </Text>
      <Text size="sm" c={slots.length ? undefined : 'dimmed'}>
        {slots.length ? slots.map((at) => onClock(at)).join(' · ') : t('noTimes')}
        {!!slots.length && minutes ? ` · ${t('minutes', { count: minutes })}` : ''}
      </Text>
      {message && <Text size="sm">“{message}”</Text>}
      {may && (
        <Button variant="default" mt={6} onClick={() => setOpen(true)}>
          {t('propose')}
        </Button>
      )}
      {open && <ProposeDialog request={request} onClose={() => setOpen(false)} />}
    </div>
  );
}
