// A screen that lists a collection: heading and count, search and facets in the address, a table page by page,
// an empty list that teaches, and what went wrong if something did.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { address, useEndless, useList, useSession, workspacePath, type Listed, type Query, type Row } from '@api';
import { useSearchState, words, type SearchState, type Translate } from '@lib';
import { DataTable, type Column } from './DataTable';
import { Facet, Filters, optionsOf, SearchBox } from './Filters';
import { EmptyState, PageHeader, ProblemAlert } from './Page';
import { SavedViews } from './SavedViews';

const useListWords = words({ table: 'Download as a table (CSV)' }, { table: 'Als Tabelle herunterladen (CSV)' });

/// What every catalogue of a list says: its title, its count, and its two kinds of emptiness.
export type ListWord = 'title' | 'n' | 'search' | 'none' | 'noneHint' | 'clear' | 'empty' | 'emptyHint';
type Options = { value: string; label: string }[];

/// A facet with fixed choices, or with those that the rows have.
export interface FacetOf<T> {
  name: keyof T & string;
  label: string;
  options?: Options;
  from?: (row: T) => (string | undefined)[] | string | undefined;
}

interface Props<C extends Listed> {
  collection: C;
  t: Translate<ListWord>;
  columns: Column<Row<C>>[];
  rowId: (row: Row<C>) => string;
  /// Where a row leads; without it rows do not open.
  roadTo?: (row: Row<C>) => string;
  facets?: FacetOf<Row<C>>[];
  /// Further parameters of the address that filter, beside `q` and the facets.
  filters?: string[];
  /// The order when the address names none.
  sort?: string;
  icon: ReactNode;
  /// The one thing to do about an empty list.
  start?: ReactNode;
  /// Buttons of the heading.
  actions?: ReactNode;
  /// Between heading and filters.
  lead?: ReactNode;
  /// After the facets.
  more?: ReactNode;
  /// Whether one may keep views of it; the name of the collection is the name of the screen.
  views?: boolean;
  /// Rows in place of the items, for instance items that belong together.
  shape?: (items: Row<C>[]) => Row<C>[];
}

const SAMPLE = 200;
const PHONE = '(max-width: 48em)';

/// Facets whose choices come from rows look at a page of them, whatever is filtered now.
function useChoices<C extends Listed>(collection: C, facets: FacetOf<Row<C>>[]): [FacetOf<Row<C>>, Options][] {
  const sampled = facets.some((facet) => facet.from);
  const rows = useList(collection, { limit: SAMPLE }, { enabled: sampled }).data?.items ?? [];
  return facets.map((facet) => [facet, facet.options ?? optionsOf(rows.flatMap((row) => facet.from?.(row) ?? []))]);
}

interface Emptiness {
  t: Translate<ListWord>;
  icon: ReactNode;
  start?: ReactNode;
  /// Given when filters are set: an empty list is then their doing.
  onClear?: () => void;
}

function Nothing({ t, icon, start, onClear }: Emptiness) {
  if (!onClear) {
    return (
      <EmptyState icon={icon} title={t('empty')} action={start}>
        {t('emptyHint')}
      </EmptyState>
    );
  }
  const clear = (
    <Button variant="default" onClick={onClear}>
      {t('clear')}
    </Button>
  );
  return (
    <EmptyState icon={icon} title={t('none')} action={clear}>
      {t('noneHint')}
    </EmptyState>
  );
}

const queryOf = (names: string[], search: SearchState, sort?: string): Query => ({
  ...Object.fromEntries(names.map((name) => [name, search[name]])),
  sort: search.sort ?? sort,
});

/// All rows that the filters leave, for a spreadsheet.
function AsTable({ collection, query }: { collection: string; query: Query }) {
  const t = useListWords();
  const { workspace } = useSession();
  const href = address(workspacePath(workspace, collection), { ...query, format: 'csv' });
  return (
    <Tooltip label={t('table')}>
      <ActionIcon component="a" href={href} download size={36} aria-label={t('table')}>
        <IconDownload size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

export function ListPage<C extends Listed>(props: Props<C>) {
  const { collection, t, facets = [], filters = [], sort, icon, start, ...page } = props;
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState();
  const [active, setActive] = useState<string>();
  const choices = useChoices(collection, facets);
  const names = ['q', ...facets.map((facet) => facet.name), ...filters];
  const query = queryOf(names, search, sort);
  const list = useEndless(collection, query);
  const { rowId, roadTo } = page;
  const open = roadTo && ((row: Row<C>) => void navigate({ to: roadTo(row) }));
  const filtered = names.some((name) => search[name]);
  const clear = () => setSearch(Object.fromEntries(names.map((name) => [name, ''])));
  return (
    <div className="screen">
      <PageHeader title={t('title')} sub={list.total ? t('n', { count: list.total }) : undefined}>
        {list.total > 0 && <AsTable collection={collection} query={query} />}
        {page.actions}
      </PageHeader>
      {page.lead}
      {page.views && <SavedViews screen={collection} />}
      <Filters>
        <SearchBox placeholder={t('search')} />
        {choices.map(
          ([{ name, label, from }, options]) =>
            (!from || options.length > 1 || search[name]) && (
              <Facet key={name} name={name} label={label} options={options} />
            ),
        )}
        {page.more}
      </Filters>
      {list.error ? (
        <div className="pad">
          <ProblemAlert error={list.error} />
        </div>
      ) : (
        <DataTable
          label={t('title')}
          columns={page.columns}
          rows={page.shape ? page.shape(list.items) : list.items}
          shown={list.items.length}
          rowId={rowId}
          loading={list.loading}
          active={active}
          onActive={open && ((row) => (matchMedia(PHONE).matches ? open(row) : setActive(rowId(row))))}
          onOpen={open}
          sort={search.sort ?? sort}
          onSort={(next) => setSearch({ sort: next })}
          total={list.total}
          hasMore={list.hasMore}
          onMore={list.more}
          empty={<Nothing t={t} icon={icon} start={start} onClear={filtered ? clear : undefined} />}
        />
      )}
    </div>
  );
}
