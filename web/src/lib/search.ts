// The state of a view lives in its address, so that a pasted address shows a colleague the same view.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type SearchState = Record<string, string>;

/// `?a=1&b=x` as plain strings, never guessed to be numbers.
export const parseSearch = (text: string): SearchState => Object.fromEntries(new URLSearchParams(text));
export function stringifySearch(state: Record<string, unknown>): string {
  const kept = Object.entries(state).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}

/// The parameters of the address and a way to change some of them; an empty value removes one.
export function useSearchState(): [SearchState, (change: Record<string, string | undefined>) => void] {
  const state = useSearch({ strict: false }) as SearchState;
  const navigate = useNavigate();
  const set = useCallback(
    (change: Record<string, string | undefined>) => {
      void navigate({ to: '.', search: ((old: SearchState) => ({ ...old, ...change })) as never, replace: true });
    },
    [navigate],
  );
  return [state, set];
}
