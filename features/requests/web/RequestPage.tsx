// One request from intake to archive: what is asked, what stands in the way, who decided what, and what I may do now.
import { Button, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { IconFileZip } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useDownload, useItem, useSession, type Action, type Request } from '@api';
import { remember, useLabel, useSaid } from '@lib';
import { Actions, Chip, Co, DateText, Loaded, PageHeader, ReasonList, Section, Sla, StatusChip, Trail, Use } from '@ui';
import { ActivityCard } from '@features/activities/web/ActivityCard';
import { MailsOf } from '@features/mail/web/MailsOf';
import { Choices } from './Choices';
import { Conversation } from './Conversation';
import { Disclosure } from './Disclosure';
import { Escalations } from './Escalations';
import { Clearances, Gates, RequestFacts, StageBar, useTrailLines } from './parts';
import { ASPECTS, ReviewDialog } from './ReviewDialog';
import { useAskedWords } from './askedWords';
import { useRequestWords } from './words';

const MatchDrawer = lazy(() =>
  import('@features/matching/web/MatchDrawer').then((module) => ({ default: module.MatchDrawer })),
);
const PRIMARY = [
  'approve',
  'disclose',
  'clear',
  'choose',
  'agree',
  'object',
  'complete',
  'resubmit',
  'record_activity',
  'debrief',
  'close',
  'confirm',
];
const OWN_CONTROL = ['comment', 'view_contact', 'propose_times'];

export function RequestPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const request = useItem('requests', id);
  return (
    <div className="screen">
      <Loaded query={request}>{(data) => <Shown key={data.id} request={data} />}</Loaded>
    </div>
  );
}

function Shown({ request }: { request: Request }) {
  const t = useRequestWords();
  const label = useLabel();
  const { workspace } = useSession();
  const [overlay, setOverlay] = useState<'match' | 'review' | null>(null);
  const name = request.prospect?.name || request.deal_name || request.number;
  useEffect(() => {
    remember(workspace, {
      to: `/requests/${request.id}`,
      label: `${request.number} ${name} · ${label(request.use_type)}`,
      kind: 'request',
    });
  }, [workspace, request.id, request.number, request.use_type, name, label]);
  const lines = useTrailLines(request);
  const takeOver = (action: Action) => {
    if (action.name === 'clear') setOverlay('review');
    else if (action.name === 'choose') setOverlay('match');
    else return false;
    return true;
  };
  const sub = (
    <span className="inline wrap">
      <span className="chip line num">{request.number}</span>
      <StatusChip status={request.status} />
      {request.status === 'open' && <Sla sla={request.sla} />}
      {request.high_value && <Chip tone="warn">{t('high')}</Chip>}
    </span>
  );
  return (
    <>
      <PageHeader title={name} sub={sub} lead={<Co name={name} size={34} />}>
        <Actions
          collection="requests"
          item={request}
          primary={enabledFirst(request)}
          except={request.steps?.includes('returned') ? [...OWN_CONTROL, 'complete'] : OWN_CONTROL}
          onAction={takeOver}
          help={HELP}
          initial={{ complete: asTold(request), resubmit: asTold(request), debrief: { again: true } }}
        />
      </PageHeader>
      <StageBar request={request} />
      <div className="record">
        <div className="col">
          <Need request={request} />
          <Missing request={request} />
          <Duplicates request={request} />
          <Hints request={request} />
          <Escalations request={request} />
          <Section title={t('reviews')} right={<ReviewButton request={request} onClick={() => setOverlay('review')} />}>
            <Clearances clearances={request.clearances ?? []} />
          </Section>
          <Choices request={request} onCompare={() => setOverlay('match')} />
          <Disclosure request={request} />
          <ActivityCard id={request.activity?.id} />
          <Conversation request={request} />
        </div>
        <div className="col">
          <Section title={t('facts')}>
            <RequestFacts request={request} />
          </Section>
          <Gates gates={request.gates ?? []} />
          <Conditions request={request} />
          <MailsOf about={request.id} and={request.activity?.id} />
          <Section title={t('trail')} right={<Evidence id={request.id} />}>
            <Trail label={t('trail')} lines={lines} />
          </Section>
        </div>
      </div>
      <Suspense>
        {overlay === 'match' && <MatchDrawer request={request.id} onClose={() => setOverlay(null)} />}
      </Suspense>
      {overlay === 'review' && (
        <ReviewDialog request={request} aspects={openAspects(request)} onClose={() => setOverlay(null)} />
      )}
    </>
  );
}

const HELP = { debrief: { rating: { description: '1–5' } }, agree: { slots: { hidden: true } } };

/// What the request says now, to be completed.
const asTold = (request: Request) => ({
  purpose: request.purpose ?? '',
  use_case: request.use_case ?? '',
  use_type: request.use_type ?? '',
  channel: request.channel ?? '',
  deadline: request.deadline ?? '',
  language: request.language ?? '',
  touches: request.touches ?? [],
  prospect: request.prospect,
});

/// At most two buttons: what is most likely next.
function enabledFirst(request: Request): string[] {
  const enabled = new Set(request.actions?.filter((action) => action.enabled).map((action) => action.name));
  return PRIMARY.filter((name) => enabled.has(name)).slice(0, 2);
}

/// Reviews that are open on the case; the server refuses those of others.
export function openAspects(request: Request): string[] {
  const open = (request.steps ?? []).filter((step) => ASPECTS.includes(step.split('.')[0] ?? ''));
  return open.length ? open : ASPECTS;
}

function Need({ request }: { request: Request }) {
  const t = useRequestWords();
  const said = useSaid();
  return (
    <Section
      title={t('goal')}
      right={
        <span className="inline">
          <Use use={request.use_type} />
          {request.deadline && (
            <Text span size="sm" c="dimmed">
              <DateText at={request.deadline} />
            </Text>
          )}
        </span>
      }
    >
      <Text size="md">{request.use_case || '–'}</Text>
      {request.purpose && (
        <Text size="sm" c="dimmed" mt={6}>
          {request.purpose}
        </Text>
      )}
      {request.stage && request.status === 'open' && (
        <Text size="sm" mt={8}>
          <b>{said(request.stage)}</b>
          {request.step_due && (
            <Text span size="sm" c="dimmed">
              {' '}
              · {t('stepDue')} <DateText at={request.step_due} />
            </Text>
          )}
        </Text>
      )}
    </Section>
  );
}

function Missing({ request }: { request: Request }) {
  const t = useRequestWords();
  if (!request.missing?.length) return null;
  return (
    <Section title={t('missing')}>
      <div className="chip warn block">
        <ReasonList reasons={request.missing} />
      </div>
    </Section>
  );
}

function Duplicates({ request }: { request: Request }) {
  const t = useRequestWords();
  if (!request.duplicates?.length) return null;
  return (
    <div className="chip warn block">
      <span>
        {t('duplicates')}{' '}
        {request.duplicates.map((other) => (
          <Link key={other.id} to="/requests/$id" params={{ id: other.id } as never}>
            {other.number} {other.requester_name}{' '}
          </Link>
        ))}
      </span>
    </div>
  );
}

/// What would help the next time, said at the moment of asking.
function Hints({ request }: { request: Request }) {
  const t = useAskedWords();
  const said = useSaid();
  return (request.hints ?? []).map((hint) => (
    <div key={hint.code} className="chip info block">
      <span>
        {said(hint.message)}
        {(hint.times ?? 0) > 1 && ` ${t('hintTimes', { count: hint.times ?? 0 })}`}
      </span>
    </div>
  ));
}

function ReviewButton({ request, onClick }: { request: Request; onClick: () => void }) {
  const t = useRequestWords();
  const may = request.actions?.some((action) => action.name === 'clear' && action.enabled);
  return may ? (
    <Button variant="default" onClick={onClick}>
      {t('review')}
    </Button>
  ) : null;
}

function Conditions({ request }: { request: Request }) {
  const t = useRequestWords();
  const bound = (request.clearances ?? []).flatMap((clearance) =>
    (clearance.conditions ?? []).map((text) => [text, clearance.by_name] as const),
  );
  if (!bound.length) return null;
  return (
    <Section title={t('conditions')}>
      <ul className="reasons">
        {bound.map(([text, by]) => (
          <li key={text}>
            {text}
            {by && (
              <Text span size="xs" c="dimmed">
                {' '}
                · {by}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Evidence({ id }: { id: string }) {
  const t = useRequestWords();
  const download = useDownload();
  return (
    <>
      <Button component="a" variant="subtle" href={download(`requests/${id}/evidence.html`)} target="_blank">
        {t('evidence')}
      </Button>
      <Button
        component="a"
        variant="subtle"
        leftSection={<IconFileZip size={14} aria-hidden />}
        href={download(`requests/${id}/evidence`)}
      >
        {t('pack')}
      </Button>
    </>
  );
}
