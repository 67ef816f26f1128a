// Renders a screen with a session and a server that answers from a table of paths.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { SessionContext, type Session } from '@api';
import { parseSearch, stringifySearch } from '@lib';
import { theme } from '../app/theme';

export interface Sent {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
}
type Answer = { status?: number; body: unknown };
export type Answers = Record<string, Answer | ((sent: Sent) => Answer)>;

/// Answers `GET tasks` and the like; returns what was sent.
export function serve(answers: Answers): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/^\/api\/v1\/(w\/acme\/)?/, '');
    const one = {
      method: init.method ?? 'GET',
      path,
      body: init.body ? JSON.parse(String(init.body)) : undefined,
      headers: new Headers(init.headers),
    };
    sent.push(one);
    const found = answers[`${one.method} ${path}`] ?? { status: 404, body: { title: 'Not found', status: 404 } };
    const { status = 200, body } = typeof found === 'function' ? found(one) : found;
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
  return sent;
}

export const session: Session = {
  me: {
    person: { id: 'p1', name: 'Ines Duarte', email: 'ines@acme.test' },
    workspaces: [{ id: 'acme', name: 'Acme', roles: [], second_factor_lacking: false }],
  },
  workspace: 'acme',
  workspaceName: 'Acme',
  roles: new Set(['program_owner']),
};

/// Shows the component as the screen at `/`.
export function show(Component: () => React.ReactNode) {
  const root = createRootRoute();
  const routes = ['/', '/requests/$id'].map((path) =>
    createRoute({ getParentRoute: () => root, path, component: Component }),
  );
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory(),
    parseSearch,
    stringifySearch,
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MantineProvider env="test" theme={theme}>
      <QueryClientProvider client={client}>
        <Notifications />
        <SessionContext value={session}>
          <RouterProvider router={router as never} />
        </SessionContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
