// Every screen and its address, loaded when it is first opened. Addresses begin with the workspace (/w/acme/…).
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '@lib';
import { Failed, NotFound } from './Failed';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

type Screens = Record<string, unknown>;
function screen(path: string, load: () => Promise<Screens>, name: string): AnyRoute {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) });
}

const screens: AnyRoute[] = [
  screen('/', () => import('@features/procedures/web/InboxPage'), 'InboxPage'),
  screen('/requests', () => import('@features/requests/web/RequestsPage'), 'RequestsPage'),
  screen('/requests/$id', () => import('@features/requests/web/RequestPage'), 'RequestPage'),
  screen('/setup', () => import('./SetupPage'), 'SetupPage'),
];

const tree = root.addChildren(screens);

/// The router of one workspace.
export function routerOf(workspace: string) {
  return createRouter({
    routeTree: tree,
    basepath: `/w/${workspace}`,
    defaultPreload: 'intent',
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: false,
    parseSearch,
    stringifySearch,
  });
}
