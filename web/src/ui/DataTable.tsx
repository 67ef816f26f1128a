// A table one can work with the keyboard: J/K or arrows move, Enter opens, X selects. On phones rows are cards.
import { Button, Checkbox, Group, Skeleton, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useKeys, words } from '@lib';

export interface Column<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  grow?: boolean;
  /// `corner`: on a phone at the top right of its card.
  align?: 'right' | 'corner';
  /// The field to sort by on the server; without it the column does not sort.
  sort?: keyof T & string;
  hideHeader?: boolean;
}
export interface RowGroup<T> {
  id: string;
  title: string;
  rows: T[];
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows?: T[];
  groups?: RowGroup<T>[];
  rowId: (row: T) => string;
  rowName?: (row: T) => string;
  active?: string;
  onActive?: (row: T) => void;
  onOpen?: (row: T) => void;
  /// A click shows the row beside the list where there is room, instead of opening it.
  preview?: boolean;
  selected?: Set<string>;
  onSelect?: (selected: Set<string>) => void;
  sort?: string;
  onSort?: (sort: string) => void;
  loading?: boolean;
  empty?: ReactNode;
  total?: number;
  /// How many of the total are here, where a row stands for several.
  shown?: number;
  hasMore?: boolean;
  onMore?: () => void;
}

const useTableWords = words(
  { select: 'Select {name}', all: 'Select all', more: 'Show more', shown: '{n} of {total}', loading: 'Loading' },
  { select: '{name} auswählen', all: 'Alle auswählen', more: 'Mehr zeigen', shown: '{n} von {total}', loading: 'Lädt' },
);

const ROOM_FOR_PREVIEW = '(min-width: 62em)';

/// A set with the member put in or taken out.
export function toggled(set: Set<string>, member: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

export function DataTable<T>(props: Props<T>) {
  const t = useTableWords();
  const groups = props.groups ?? [{ id: '', title: '', rows: props.rows ?? [] }];
  const all = groups.flatMap((group) => group.rows);
  useRowKeys(props, all);
  if (props.loading) {
    return (
      <div className="pad" role="status" aria-label={t('loading')}>
        {[1, 2, 3].map((n) => (
          <Skeleton key={n} h={20} my={16} />
        ))}
      </div>
    );
  }
  if (all.length === 0) return <>{props.empty}</>;
  return (
    <>
      <table className="vt" aria-label={props.label}>
        <Head {...props} all={all} />
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <tbody key={group.id}>
              {group.title && <GroupRow group={group} span={props.columns.length + (props.onSelect ? 1 : 0)} />}
              {group.rows.map((row) => (
                <Row key={props.rowId(row)} {...props} row={row} />
              ))}
            </tbody>
          ))}
      </table>
      {props.total !== undefined && props.total > (props.shown ?? all.length) && (
        <Group px={20} py={8} gap={12}>
          <Text size="xs" c="dimmed" className="num">
            {t('shown', { n: props.shown ?? all.length, total: props.total })}
          </Text>
          {props.hasMore && (
            <Button variant="default" onClick={props.onMore}>
              {t('more')}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

function useRowKeys<T>({ rowId, active, onActive, onOpen, selected, onSelect }: Props<T>, all: T[]) {
  const index = all.findIndex((row) => rowId(row) === active);
  const move = (by: number) => {
    const next = all[Math.max(0, Math.min(all.length - 1, index + by))];
    if (next) onActive?.(next);
  };
  const current = all[index];
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => current && selected && onSelect?.(toggled(selected, rowId(current))),
    o: () => current && onOpen?.(current),
  });
}

function Head<T>({ columns, rowId, selected, onSelect, sort, onSort, all }: Props<T> & { all: T[] }) {
  const t = useTableWords();
  const whole = all.length > 0 && all.every((row) => selected?.has(rowId(row)));
  return (
    <thead>
      <tr>
        {onSelect && (
          <th scope="col" className="pick">
            <Checkbox
              size="xs"
              aria-label={t('all')}
              checked={whole}
              indeterminate={!whole && !!selected?.size}
              onChange={() => onSelect(whole ? new Set() : new Set(all.map(rowId)))}
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={`${column.grow ? 'grow' : ''} ${column.align ?? ''}`}
            aria-sort={sortOf(column, sort)}
          >
            {column.hideHeader ? (
              <span className="vh">{column.header}</span>
            ) : (
              <Heading column={column} sort={sort} onSort={onSort} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function sortOf<T>(column: Column<T>, sort?: string) {
  if (!column.sort || !sort) return undefined;
  if (sort === column.sort) return 'ascending' as const;
  return sort === `-${column.sort}` ? ('descending' as const) : undefined;
}

function Heading<T>({ column, sort, onSort }: { column: Column<T>; sort?: string; onSort?: (sort: string) => void }) {
  if (!column.sort || !onSort) return <>{column.header}</>;
  const now = sortOf(column, sort);
  return (
    <button
      type="button"
      className="linkbtn inline"
      onClick={() => onSort(now === 'ascending' ? `-${column.sort}` : column.sort!)}
    >
      {column.header}
      {now === 'ascending' && <IconArrowUp size={13} aria-hidden />}
      {now === 'descending' && <IconArrowDown size={13} aria-hidden />}
    </button>
  );
}

function GroupRow<T>({ group, span }: { group: RowGroup<T>; span: number }) {
  return (
    <tr className="grp">
      <th colSpan={span} scope="rowgroup">
        <span className="inline">
          <IconChevronDown size={14} aria-hidden />
          {group.title}
          <span className="count">{group.rows.length}</span>
        </span>
      </th>
    </tr>
  );
}

function Row<T>({
  row,
  columns,
  rowId,
  rowName,
  active,
  onActive,
  onOpen,
  preview,
  selected,
  onSelect,
}: Props<T> & { row: T }) {
  const t = useTableWords();
  const id = rowId(row);
  const line = useRef<HTMLTableRowElement>(null);
  const isActive = id === active;
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  const click = () => (preview && matchMedia(ROOM_FOR_PREVIEW).matches ? onActive?.(row) : (onOpen ?? onActive)?.(row));
  return (
    <tr
      ref={line}
      className={`row${isActive ? ' active' : ''}`}
      aria-selected={onSelect ? !!selected?.has(id) : undefined}
      onClick={click}
      onDoubleClick={() => onOpen?.(row)}
    >
      {onSelect && selected && (
        <td className="pick">
          <Checkbox
            size="xs"
            aria-label={t('select', { name: rowName?.(row) ?? id })}
            checked={selected.has(id)}
            onChange={() => onSelect(toggled(selected, id))}
            onClick={(event) => event.stopPropagation()}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} data-label={column.header} className={`${column.grow ? 'grow' : ''} ${column.align ?? ''}`}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
