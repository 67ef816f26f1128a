// A row of search and filters above a list; what is set lives in the address.
import { CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useSearchState, words } from '@lib';

const useFilterWords = words(
  { search: 'Search', clear: 'Clear the search', all: 'All' },
  { search: 'Suchen', clear: 'Suche leeren', all: 'Alle' },
);
const TYPING_MS = 250;

/// Full-text search; kept in the address as `q`.
export function SearchBox({ placeholder }: { placeholder?: string }) {
  const t = useFilterWords();
  const [state, set] = useSearchState();
  const [text, setText] = useState(state.q ?? '');
  const apply = useDebouncedCallback((q: string) => set({ q }), TYPING_MS);
  useEffect(() => setText(state.q ?? ''), [state.q]);
  const change = (next: string) => {
    setText(next);
    apply(next);
  };
  return (
    <TextInput
      size="sm"
      w={{ base: '100%', sm: 240 }}
      aria-label={t('search')}
      placeholder={placeholder ?? t('search')}
      value={text}
      leftSection={<IconSearch size={15} aria-hidden />}
      onChange={(e) => change(e.currentTarget.value)}
      rightSection={text ? <CloseButton size="sm" aria-label={t('clear')} onClick={() => change('')} /> : undefined}
    />
  );
}

/// One facet; kept in the address under `name`.
export function Facet({
  name,
  label,
  options,
}: {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}) {
  const t = useFilterWords();
  const [state, set] = useSearchState();
  const value = state[name] ?? null;
  const known =
    value && !options.some((each) => each.value === value) ? [{ value, label: value }, ...options] : options;
  return (
    <Select
      size="sm"
      w={{ base: 'calc(50% - 4px)', sm: 160 }}
      label={label}
      placeholder={t('all')}
      clearable
      searchable={known.length > 8}
      data={known}
      value={value}
      onChange={(next) => set({ [name]: next ?? '' })}
    />
  );
}

export const Filters = ({ children }: { children: ReactNode }) => <div className="filters">{children}</div>;

/// The distinct words of rows, sorted, as options of a facet.
export function optionsOf(values: (string | undefined | null)[]): { value: string; label: string }[] {
  const known = [...new Set(values.filter((value): value is string => !!value))];
  return known.sort((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value }));
}
