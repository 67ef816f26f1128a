// Signs in, finds the workspace in the address and shows its screens.
import { Center, Loader } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { Problem, SessionContext, useMe, useSignOut, type Me, type Session } from '@api';
import { Button } from '@mantine/core';
import { EmptyState, ProblemAlert } from '@ui';
import { useMyLanguage } from './myLanguage';
import { routerOf } from './routes';
import { useAppWords } from './words';

const SignIn = lazy(() => import('@features/people/web/SignIn').then((module) => ({ default: module.SignIn })));
const Welcome = lazy(() => import('@features/people/web/Welcome').then((module) => ({ default: module.Welcome })));
const FactorFirst = lazy(() =>
  import('@features/people/web/FactorFirst').then((module) => ({ default: module.FactorFirst })),
);
const KEPT = 'vouchsafe.workspace';

export function App() {
  // Whoever comes by the link of an invitation has no login yet, or that of somebody else.
  if (location.pathname !== '/welcome') return <Known />;
  return (
    <Suspense fallback={<Waiting />}>
      <Welcome />
    </Suspense>
  );
}

function Known() {
  const me = useMe();
  // Asked first: what was known of a session that has ended since is still there. The address stays as it is.
  if (me.error instanceof Problem && me.error.status === 401)
    return (
      <Suspense fallback={<Waiting />}>
        <SignIn ended={!!me.data} />
      </Suspense>
    );
  if (me.data) return <Signed me={me.data} />;
  if (me.error)
    return (
      <div className="pad">
        <ProblemAlert error={me.error} retry={() => void me.refetch()} />
      </div>
    );
  return <Waiting />;
}

function Waiting() {
  const t = useAppWords();
  return (
    <Center h="100dvh">
      <Loader size="sm" aria-label={t('loading')} />
    </Center>
  );
}

/// The workspace of the address; failing that the last one used; failing that the first.
function workspaceOf(me: Me): Me['workspaces'][number] | undefined {
  const named = /^\/w\/([^/]+)/.exec(location.pathname)?.[1];
  const find = (id?: string | null) => me.workspaces.find((workspace) => workspace.id === id);
  const found = find(named) ?? find(localStorage.getItem(KEPT)) ?? me.workspaces[0];
  if (!found) return undefined;
  localStorage.setItem(KEPT, found.id);
  if (named !== found.id) {
    const rest = location.pathname.replace(/^\/w\/[^/]+/, '');
    history.replaceState(null, '', `/w/${found.id}${rest === '' ? '/' : rest}${location.search}${location.hash}`);
  }
  return found;
}

function Signed({ me }: { me: Me }) {
  const t = useAppWords();
  const signOut = useSignOut();
  useMyLanguage(me);
  const workspace = useMemo(() => workspaceOf(me), [me]);
  const router = useMemo(() => (workspace ? routerOf(workspace.id) : null), [workspace?.id]);
  const session = useMemo<Session | null>(
    () =>
      workspace
        ? {
            me,
            workspace: workspace.id,
            workspaceName: workspace.name,
            roles: new Set(workspace.roles),
          }
        : null,
    [me, workspace],
  );
  if (!router || !session) {
    const leave = (
      <Button variant="default" onClick={() => signOut.mutate()}>
        {t('signOut')}
      </Button>
    );
    return (
      <EmptyState title={t('noWorkspace')} action={leave}>
        {t('noWorkspaceHint')}
      </EmptyState>
    );
  }
  if (workspace?.second_factor_lacking)
    return (
      <Suspense fallback={<Waiting />}>
        <FactorFirst workspace={workspace.name} />
      </Suspense>
    );
  return (
    <SessionContext value={session}>
      <RouterProvider router={router} />
    </SessionContext>
  );
}
