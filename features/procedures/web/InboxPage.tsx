// What needs me, grouped by what I must do, with a preview; the whole queue can be cleared with the keyboard.
import { Button, Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useAsk, useHasRole, type Page, type Task } from '@api';
import { useKeys, useSaid, useSearchState } from '@lib';
import {
  Co,
  DataTable,
  DateText,
  EmptyState,
  Face,
  Hint,
  MoneyText,
  PageHeader,
  ProblemAlert,
  SavedViews,
  Sla,
  Use,
  useOpenAsk,
  type Column,
} from '@ui';
import { FindingsHint } from '@features/watchers/web/FindingsHint';
import { BulkBar } from './BulkBar';
import { DeclineDialog } from './DeclineDialog';
import { approval, aspectOf, grouped, inView, refusal, useInboxWords, VIEWS, type View } from './inbox';
import { KeysOverlay } from './KeysOverlay';
import { TaskPreview } from './TaskPreview';
import { useDecisions } from './useDecisions';

const MatchDrawer = lazy(() =>
  import('@features/matching/web/MatchDrawer').then((module) => ({ default: module.MatchDrawer })),
);
const ReviewDialog = lazy(() =>
  import('@features/requests/web/ReviewDialog').then((module) => ({ default: module.ReviewDialog })),
);

type Overlay =
  | { kind: 'match' | 'review'; task: Task; outcome?: string }
  | { kind: 'decline'; tasks: Task[] }
  | { kind: 'keys' }
  | null;

export function InboxPage() {
  const t = useInboxWords();
  const navigate = useNavigate();
  const openAsk = useOpenAsk();
  const mayAsk = useHasRole('requester', 'program_owner', 'intake_coordinator', 'administrator', 'account_owner');
  const [search, setSearch] = useSearchState();
  const tasks = useAsk<Page<Task>>('tasks', { limit: 200 });
  const decisions = useDecisions();
  const [selected, setSelected] = useState<Set<string>>(new Set());
  const [overlay, setOverlay] = useState<Overlay>(null);

  const view = (VIEWS.includes(search.view as View) ? search.view : 'mine') as View;
  const shown = useMemo(
    () => (tasks.data?.items ?? []).filter((task) => !decisions.held.has(task.id)),
    [tasks.data, decisions.held],
  );
  const groups = grouped(shown.filter((task) => inView(view, task))).map((group) => ({ ...group, title: t(group.id) }));
  const order = groups.flatMap((group) => group.rows);
  const current = order.find((task) => task.id === search.task) ?? order[0];
  const chosen = order.filter((task) => selected.has(task.id));
  const late = shown.filter((task) => task.sla?.state === 'breached').length;

  const open = (task: Task) => void navigate({ to: '/requests/$id', params: { id: task.case_id } as never });
  const actions = useTaskActions(decisions, setOverlay, open);
  const columns = useColumns(t);
  const withCurrent = (act: (task: Task) => void) => () => current && act(current);
  useKeys({
    a: () => (chosen.length ? void decisions.approve(chosen) : current && actions.approve(current)),
    d: () => (chosen.length ? setOverlay({ kind: 'decline', tasks: chosen }) : current && actions.decline(current)),
    h: () => void decisions.snooze(chosen.length ? chosen : current ? [current] : []).catch(() => undefined),
    m: withCurrent((task) => setOverlay({ kind: 'match', task })),
    '?': () => setOverlay({ kind: 'keys' }),
    Escape: () => setSelected(new Set()),
  });

  return (
    <div className={current ? 'split' : 'split single'}>
      <section className="screen" aria-label={t('title')}>
        <PageHeader
          title={t('title')}
          sub={`${t('sub', { count: shown.length })}${late ? ` · ${t('over', { count: late })}` : ''}`}
        >
          {mayAsk && (
            <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => openAsk({})}>
              {t('ask')}
            </Button>
          )}
        </PageHeader>
        <Tabs
          value={view}
          onChange={(next) => setSearch({ view: next === 'mine' ? undefined : (next ?? undefined) })}
          px={20}
        >
          <Tabs.List aria-label={t('views')}>
            {VIEWS.map((each) => (
              <Tabs.Tab key={each} value={each} px={10} fz={13} aria-controls="tasks">
                {t(`v_${each}`)} <span className="count">{shown.filter((task) => inView(each, task)).length}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <SavedViews screen="inbox" />
        <FindingsHint />
        <div id="tasks" role="tabpanel" aria-label={t(`v_${view}`)}>
          {tasks.error ? (
            <div className="pad">
              <ProblemAlert error={tasks.error} retry={() => void tasks.refetch()} />
            </div>
          ) : (
            <DataTable
              label={t('title')}
              columns={columns}
              groups={groups}
              rowId={(task) => task.id}
              rowName={(task) => task.number}
              active={current?.id}
              onActive={(task) => setSearch({ task: task.id })}
              onOpen={open}
              preview
              selected={selected}
              onSelect={setSelected}
              loading={tasks.isPending}
              empty={<Nothing whole={shown.length === 0} t={t} />}
            />
          )}
        </div>
        {chosen.length > 0 && (
          <BulkBar
            tasks={chosen}
            onClear={() => setSelected(new Set())}
            decisions={decisions}
            onDecline={() => setOverlay({ kind: 'decline', tasks: chosen.filter((task) => refusal(task)) })}
          />
        )}
        <p className="hints">
          <b>J</b>/<b>K</b> {t('move')} · <b>X</b> {t('select')} · <b>M</b> {t('matches')} · <b>A</b> {t('approve')}
          {' · '}
          <b>H</b> {t('snooze')} ·{' '}
          <button type="button" className="linkbtn" onClick={() => setOverlay({ kind: 'keys' })}>
            <b>?</b> {t('keys')}
          </button>
        </p>
      </section>
      {current && (
        <aside className="preview" aria-label={t('details')} tabIndex={0}>
          <TaskPreview task={current} actions={actions} onOpen={() => open(current)} />
        </aside>
      )}
      <Overlays overlay={overlay} close={() => setOverlay(null)} decisions={decisions} />
    </div>
  );
}

export interface TaskActions {
  approve: (task: Task) => void;
  decline: (task: Task) => void;
  snooze: (task: Task) => void;
  match: (task: Task) => void;
}

/// One key or button per intention; what it does follows from the step.
function useTaskActions(
  decisions: ReturnType<typeof useDecisions>,
  show: (overlay: Overlay) => void,
  open: (task: Task) => void,
): TaskActions {
  return {
    approve: (task) => {
      if (aspectOf(task)) return show({ kind: 'review', task, outcome: 'clear' });
      if (task.group === 'match') return show({ kind: 'match', task });
      if (!approval(task)) return open(task);
      decisions.approve([task]);
    },
    decline: (task) => {
      if (aspectOf(task)) return show({ kind: 'review', task, outcome: 'not_clear' });
      if (!refusal(task)) return open(task);
      show({ kind: 'decline', tasks: [task] });
    },
    snooze: (task) => void decisions.snooze([task]).catch(() => undefined),
    match: (task) => show({ kind: 'match', task }),
  };
}

function Overlays({
  overlay,
  close,
  decisions,
}: {
  overlay: Overlay;
  close: () => void;
  decisions: ReturnType<typeof useDecisions>;
}) {
  if (!overlay) return null;
  if (overlay.kind === 'keys') return <KeysOverlay onClose={close} />;
  if (overlay.kind === 'decline') {
    return (
      <DeclineDialog
        tasks={overlay.tasks}
        onClose={close}
        onDecline={(reason) => decisions.decline(overlay.tasks, reason)}
      />
    );
  }
  const { task } = overlay;
  return (
    <Suspense>
      {overlay.kind === 'match' ? (
        <MatchDrawer request={task.case_id} onClose={close} />
      ) : (
        <ReviewDialog
          request={{ id: task.case_id, number: task.number }}
          aspects={[aspectOf(task)]}
          outcome={overlay.outcome}
          onClose={close}
          onWaiting={(waiting) => decisions.hold([task.id], waiting)}
        />
      )}
    </Suspense>
  );
}

function Nothing({ whole, t }: { whole: boolean; t: ReturnType<typeof useInboxWords> }) {
  const icon = <IconInbox size={32} stroke={1.4} color="var(--vs-text-2)" aria-hidden />;
  return (
    <EmptyState icon={icon} title={t(whole ? 'clear' : 'noneHere')}>
      {t(whole ? 'clearHint' : 'noneHereHint')}
    </EmptyState>
  );
}

function useColumns(t: ReturnType<typeof useInboxWords>): Column<Task>[] {
  const said = useSaid();
  return useMemo(
    () => [
      { id: 'number', header: t('request'), cell: (task) => <span className="num dim">{task.number}</span> },
      {
        id: 'prospect',
        header: t('prospect'),
        grow: true,
        cell: (task) => {
          const name = task.prospect_name || task.title || task.number;
          return (
            <span className="cellname">
              <Co name={name} />
              <span className="nm">{name}</span>
            </span>
          );
        },
      },
      { id: 'use', header: t('use'), cell: (task) => <Use use={task.use_type} /> },
      {
        id: 'step',
        header: t('stage'),
        cell: (task) => (
          <span className="dim short" title={said(task.step_title)}>
            {said(task.step_title)}
          </span>
        ),
      },
      { id: 'sla', header: t('time'), cell: (task) => <Sla sla={task.sla} /> },
      { id: 'needed', header: t('needed'), cell: (task) => <DateText at={task.deadline} /> },
      {
        id: 'deal',
        header: t('deal'),
        align: 'right',
        cell: (task) => <MoneyText amount={task.amount} currency={task.currency} />,
      },
      {
        id: 'from',
        header: t('from'),
        hideHeader: true,
        cell: (task) =>
          task.requester_name ? (
            <Hint label={task.requester_name}>
              <span>
                <Face name={task.requester_name} />
                <span className="vh">{task.requester_name}</span>
              </span>
            </Hint>
          ) : null,
      },
    ],
    [t, said],
  );
}
