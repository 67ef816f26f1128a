// One's own account over the API: what it is like now, and what one does to it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, Problem, type Named } from '@api';

export type OwnSession = Named<'app.SessionItem'>;
export type Security = Named<'app.Security'>;

const KEY = ['me', 'security'];

export const useSecurity = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => get<Security>('me/security', {}, signal) });

/// `useDeed<{ secret: string }>('second_factor/begin')`: posts there and reads the account again.
export function useDeed<T = unknown>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: unknown) => post<T>(`me/${path}`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/// Ends one session, or all others.
export function useEnd() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`me/sessions/${id ? `${id}/end` : 'end_others'}`),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/// What a refusal says about a field.
export function reasonOf(error: unknown, field: string): string | undefined {
  const found = error instanceof Problem ? error.reasons.find((each) => each.field === field) : undefined;
  return found && [found.message, found.remedy].filter(Boolean).join(' ');
}

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;
const first = (list: readonly (readonly [RegExp, string])[], agent: string) =>
  list.find(([pattern]) => pattern.test(agent))?.[1];

/// "Firefox, Linux" out of what a browser calls itself.
export const deviceName = (agent: string) =>
  [first(BROWSERS, agent), first(SYSTEMS, agent)].filter(Boolean).join(', ') || agent;
