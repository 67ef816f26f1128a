// Who is signed in, in which workspace, with which roles.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { call, get, post } from './client';
import type { Me } from './answers';

export interface Session {
  me: Me;
  workspace: string;
  workspaceName: string;
  roles: Set<string>;
}

export const SessionContext = createContext<Session | null>(null);

/// The session of the signed-in person; only below the sign-in.
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a session');
  return session;
}

/// True if the person holds one of the roles; administrators and auditors see everything but act on nothing extra.
export function useHasRole(...roles: string[]): boolean {
  const session = useSession();
  return roles.some((role) => session.roles.has(role));
}

/// Who I am; fails with a `Problem` 401 when nobody is signed in.
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('me', {}, signal), retry: false, staleTime: 300_000 });

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { email: string; password: string; code?: string }) => post<unknown>('session', input),
    onSuccess: () => {
      // Whoever signs in may see other things than whoever was here before.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      return client.invalidateQueries({ queryKey: ['me'] });
    },
  });
}

/// Ends the session and forgets everything that was read.
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<void>('DELETE', 'session'),
    onSettled: () => {
      client.clear();
      sessionStorage.clear();
      location.assign('/');
    },
  });
}
