// All requests one may see: a list or a board; filters, search and sort live in the address.
import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconLayoutKanban, IconList, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useEndless, useSession, type Query, type RequestRow } from '@api';
import { USE_TYPES, useLabel, useSaid, useSearchState, type SearchState } from '@lib';
import {
  Chip,
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
  StatusChip,
  Use,
  useOpenAsk,
  type Column,
} from '@ui';
import { RequestsBoard } from './RequestsBoard';
import { useRequestWords } from './words';

type Filter = 'q' | keyof RequestRow;
const FILTERS: Filter[] = ['q', 'status', 'use_type', 'requester', 'waiting_on', 'high_value'];
const STATUSES = ['open', 'deferred', 'fulfilled', 'rejected', 'cancelled', 'archived'];
const WAIT_MS = 250;

/// The server's query for a state of the address.
function queryOf(search: SearchState): Query {
  const query: Query = { sort: search.sort ?? '-created_at' };
  for (const name of FILTERS) if (search[name]) query[name] = search[name];
  return query;
}

/// A board shows what is still moving, unless another status is asked for.
const onBoard = (search: SearchState): Query => ({
  limit: 200,
  status: search.status ?? 'open',
  sort: search.sort ?? 'deadline',
});

export function RequestsPage() {
  const t = useRequestWords();
  const openAsk = useOpenAsk();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState();
  const board = search.layout === 'board';
  const requests = useEndless('requests', { ...queryOf(search), ...(board ? onBoard(search) : {}) });
  const [active, setActive] = useState<string>();
  const columns = useColumns();
  const filtered = FILTERS.some((name) => search[name]);
  const open = (request: RequestRow) => void navigate({ to: '/requests/$id', params: { id: request.id } as never });
  return (
    <div className="screen">
      <PageHeader title={t('title')} sub={requests.loading ? null : t('count', { count: requests.total })}>
        <SegmentedControl
          size="xs"
          aria-label={t('layout')}
          value={board ? 'board' : 'list'}
          onChange={(layout) => setSearch({ layout: layout === 'board' ? layout : undefined })}
          data={layouts(t)}
        />
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => openAsk({})}>
          {t('ask')}
        </Button>
      </PageHeader>
      <SavedViews screen="requests" />
      <Filters search={search} set={setSearch} />
      {requests.error && (
        <div className="pad">
          <ProblemAlert error={requests.error} />
        </div>
      )}
      {board ? (
        <RequestsBoard requests={requests.items} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={requests.items}
          rowId={(r) => r.id}
          rowName={(r) => r.number}
          active={active}
          onActive={(r) => setActive(r.id)}
          onOpen={open}
          loading={requests.loading}
          total={requests.total}
          hasMore={requests.hasMore}
          onMore={requests.more}
          sort={search.sort}
          onSort={(sort) => setSearch({ sort })}
          empty={requests.error ? null : <Nothing filtered={filtered} onAsk={() => openAsk({})} />}
        />
      )}
    </div>
  );
}

const layouts = (t: ReturnType<typeof useRequestWords>) => [
  {
    value: 'list',
    label: (
      <Group gap={4} wrap="nowrap">
        <IconList size={14} aria-hidden />
        {t('list')}
      </Group>
    ),
  },
  {
    value: 'board',
    label: (
      <Group gap={4} wrap="nowrap">
        <IconLayoutKanban size={14} aria-hidden />
        {t('board')}
      </Group>
    ),
  },
];

function Nothing({ filtered, onAsk }: { filtered: boolean; onAsk: () => void }) {
  const t = useRequestWords();
  return (
    <EmptyState title={t(filtered ? 'none' : 'first')} action={<Button onClick={onAsk}>{t('ask')}</Button>}>
      {t(filtered ? 'noneHint' : 'firstHint')}
    </EmptyState>
  );
}

function Filters({ search, set }: { search: SearchState; set: (change: Record<string, string | undefined>) => void }) {
  const t = useRequestWords();
  const label = useLabel();
  const { me } = useSession();
  const [words, setWords] = useState(search.q ?? '');
  const later = useDebouncedCallback((q: string) => set({ q }), WAIT_MS);
  const type = (q: string) => {
    setWords(q);
    later(q);
  };
  const any = FILTERS.some((name) => search[name]);
  const chips: [string, string, string][] = [
    ['requester', me.person.id, t('mine')],
    ['waiting_on', 'me', t('onMe')],
    ['high_value', 'true', t('highValue')],
  ];
  return (
    <div className="bar-row" role="search" aria-label={t('filters')}>
      <TextInput
        size="xs"
        w={220}
        value={words}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        size="xs"
        w={150}
        clearable
        aria-label={t('anyStatus')}
        placeholder={t('anyStatus')}
        value={search.status ?? null}
        onChange={(status) => set({ status: status ?? undefined })}
        data={STATUSES.map((value) => ({ value, label: label(value) }))}
      />
      <Select
        size="xs"
        w={170}
        clearable
        searchable
        aria-label={t('anyUse')}
        placeholder={t('anyUse')}
        value={search.use_type ?? null}
        onChange={(use) => set({ use_type: use ?? undefined })}
        data={USE_TYPES.map((value) => ({ value, label: label(value) }))}
      />
      {chips.map(([name, value, text]) => (
        <Button
          key={name}
          variant={search[name] === value ? 'light' : 'default'}
          aria-pressed={search[name] === value}
          onClick={() => set({ [name]: search[name] === value ? undefined : value })}
        >
          {text}
        </Button>
      ))}
      {any && (
        <Button
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => {
            setWords('');
            set(Object.fromEntries(FILTERS.map((name) => [name, undefined])));
          }}
        >
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

function useColumns(): Column<RequestRow>[] {
  const t = useRequestWords();
  const said = useSaid();
  return useMemo(
    () => [
      { id: 'number', header: t('number'), sort: 'number', cell: (r) => <span className="num dim">{r.number}</span> },
      {
        id: 'prospect',
        header: t('prospect'),
        grow: true,
        cell: (r) => {
          const name = r.prospect?.name || r.deal_name || r.number;
          return (
            <span className="cellname">
              <Co name={name} />
              <Link className="nm" to="/requests/$id" params={{ id: r.id } as never}>
                {name}
              </Link>
              {r.high_value && <Chip>{t('high')}</Chip>}
            </span>
          );
        },
      },
      { id: 'use', header: t('use'), sort: 'use_type', cell: (r) => <Use use={r.use_type} /> },
      {
        id: 'stage',
        header: t('stage'),
        cell: (r) =>
          r.status === 'open' ? (
            <span className="dim short" title={said(r.stage)}>
              {said(r.stage)}
            </span>
          ) : (
            <StatusChip status={r.status} />
          ),
      },
      { id: 'sla', header: t('time'), cell: (r) => <Sla sla={r.status === 'open' ? r.sla : null} /> },
      { id: 'needed', header: t('needed'), sort: 'deadline', cell: (r) => <DateText at={r.deadline} /> },
      {
        id: 'deal',
        header: t('deal'),
        sort: 'amount',
        align: 'right',
        cell: (r) => <MoneyText amount={r.amount} currency={r.currency} />,
      },
      {
        id: 'from',
        header: t('from'),
        hideHeader: true,
        cell: (r) =>
          r.requester_name ? (
            <Hint label={r.requester_name}>
              <span>
                <Face name={r.requester_name} />
                <span className="vh">{r.requester_name}</span>
              </span>
            </Hint>
          ) : null,
      },
    ],
    [t, said],
  );
}
