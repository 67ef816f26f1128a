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
  screen('/advocates', () => import('@features/advocates/web/AdvocatesPage'), 'AdvocatesPage'),
  screen('/advocates/$id', () => import('@features/advocates/web/AdvocatePage'), 'AdvocatePage'),
  screen('/accounts', () => import('@features/directory/web/AccountsPage'), 'AccountsPage'),
  screen('/accounts/$id', () => import('@features/directory/web/AccountPage'), 'AccountPage'),
  screen('/authorizations', () => import('@features/authorizations/web/AuthorizationsPage'), 'AuthorizationsPage'),
  screen('/authorizations/expiry', () => import('@features/authorizations/web/ExpiryPage'), 'ExpiryPage'),
  screen('/authorizations/$id', () => import('@features/authorizations/web/AuthorizationPage'), 'AuthorizationPage'),
  screen('/wishes', () => import('@features/portal/web/WishesPage'), 'WishesPage'),
  screen('/wishes/$id', () => import('@features/portal/web/WishPage'), 'WishPage'),
  screen('/takedowns', () => import('@features/takedowns/web/TakedownsPage'), 'TakedownsPage'),
  screen('/takedowns/$id', () => import('@features/takedowns/web/TakedownPage'), 'TakedownPage'),
  screen('/findings', () => import('@features/watchers/web/FindingsPage'), 'FindingsPage'),
  screen('/mails', () => import('@features/mail/web/MailsPage'), 'MailsPage'),
  screen('/mails/$id', () => import('@features/mail/web/MailPage'), 'MailPage'),
  screen('/imports', () => import('@features/directory/web/ImportsPage'), 'ImportsPage'),
  screen('/imports/$id', () => import('@features/directory/web/ImportPage'), 'ImportPage'),
  screen('/privacy', () => import('@features/privacy/web/PrivacyPage'), 'PrivacyPage'),
  screen('/privacy/people', () => import('@features/privacy/web/SubjectsPage'), 'SubjectsPage'),
  screen('/privacy/people/$id', () => import('@features/privacy/web/SubjectPage'), 'SubjectPage'),
  screen('/privacy/retention', () => import('@features/privacy/web/RetentionPage'), 'RetentionPage'),
  screen('/privacy/processing', () => import('@features/privacy/web/ProcessingPage'), 'ProcessingPage'),
  screen('/privacy/incident', () => import('@features/privacy/web/IncidentPage'), 'IncidentPage'),
  screen('/audit', () => import('@features/audit/web/AuditPage'), 'AuditPage'),
  screen('/settings', () => import('@features/policies/web/PoliciesPage'), 'PoliciesPage'),
  screen('/settings/policies', () => import('@features/policies/web/PoliciesPage'), 'PoliciesPage'),
  screen('/settings/policies/$section', () => import('@features/policies/web/PoliciesPage'), 'PoliciesPage'),
  screen('/settings/people', () => import('@features/people/web/PeoplePage'), 'PeoplePage'),
  screen('/settings/letters', () => import('@features/mail/web/LettersPage'), 'LettersPage'),
  screen('/settings/letters/$part', () => import('@features/mail/web/LettersPage'), 'LettersPage'),
  screen('/me', () => import('@features/people/web/SecurityPage'), 'SecurityPage'),
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
