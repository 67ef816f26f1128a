// The frame around every screen: menu, search, set-up progress, person; a bar at the bottom on phones.
import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { IconInbox, IconListCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useAskedAgain, useLive, useSession } from '@api';
import { useKeys } from '@lib';
import { AskContext, undoLast } from '@ui';
import { Sidebar } from './Sidebar';
import { useAppWords } from './words';

const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })));
const StepUp = lazy(() => import('@features/people/web/StepUp').then((module) => ({ default: module.StepUp })));
const AskDialog = lazy(() =>
  import('@features/requests/web/AskDialog').then((module) => ({ default: module.AskDialog })),
);

export function Shell() {
  const t = useAppWords();
  const navigate = useNavigate();
  const { workspaceName } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [menu, { toggle, close }] = useDisclosure();
  const [palette, setPalette] = useState<string | null>(null);
  const [askFor, setAskFor] = useState<{ deal?: string } | null>(null);
  const asksAgain = useAskedAgain();
  useLive();
  useEffect(close, [path, close]);
  useKeys({ z: () => void undoLast(), c: () => setAskFor({}) });
  useHotkeys([['mod+K', () => setPalette('')]], []);
  useTypedAhead(palette, setPalette);
  useGoKeys((to) => void navigate({ to }));
  return (
    <AskContext value={setAskFor}>
      <AppShell
        navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !menu } }}
        padding={0}
        header={{ height: { base: 52, sm: 0 } }}
        footer={{ height: { base: 60, sm: 0 } }}
      >
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <AppShell.Header hiddenFrom="sm" px={12}>
          <Group h="100%" gap={10}>
            <Burger opened={menu} onClick={toggle} size="sm" aria-label={t('menu')} aria-expanded={menu} />
            <Text fw={600}>{workspaceName}</Text>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p={10} style={{ background: 'var(--vs-canvas)', gap: 2, overflowY: 'auto' }}>
          <Sidebar path={path} onSearch={() => setPalette('')} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1}>
          <Outlet />
        </AppShell.Main>
        <AppShell.Footer hiddenFrom="sm">
          <BottomBar path={path} onAsk={() => setAskFor({})} onSearch={() => setPalette('')} />
        </AppShell.Footer>
        <Suspense>
          {palette !== null && (
            <Palette
              words={palette}
              onWords={setPalette}
              onClose={() => setPalette(null)}
              onAsk={() => setAskFor({})}
            />
          )}
          {asksAgain && <StepUp onDone={asksAgain} />}
          {askFor && <AskDialog deal={askFor.deal} onClose={() => setAskFor(null)} />}
        </Suspense>
      </AppShell>
    </AskContext>
  );
}

function BottomBar({ path, onAsk, onSearch }: { path: string; onAsk: () => void; onSearch: () => void }) {
  const t = useAppWords();
  const on = (to: string) => (path === to ? 'on' : undefined);
  return (
    <nav className="bottom-bar" aria-label={t('work')}>
      <Link to="/" className={on('/')} aria-current={path === '/' ? 'page' : undefined}>
        <IconInbox size={20} aria-hidden />
        {t('inbox')}
      </Link>
      <Link to="/requests" className={on('/requests')}>
        <IconListCheck size={20} aria-hidden />
        {t('requests')}
      </Link>
      <button type="button" onClick={onAsk}>
        <IconPlus size={20} aria-hidden />
        {t('new')}
      </button>
      <button type="button" onClick={onSearch}>
        <IconSearch size={20} aria-hidden />
        {t('find')}
      </button>
    </nav>
  );
}

/// Keeps the letters typed between Ctrl-K and the search box having the focus.
function useTypedAhead(text: string | null, set: (text: string) => void) {
  useEffect(() => {
    if (text === null) return;
    const listen = (event: KeyboardEvent) => {
      const elsewhere = !(event.target instanceof HTMLInputElement);
      if (!elsewhere || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      set(text + event.key);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [text, set]);
}

const PLACES: Record<string, string> = {
  i: '/',
  r: '/requests',
  a: '/advocates',
  u: '/authorizations',
  c: '/accounts',
  t: '/audit',
  s: '/settings',
};
const SECOND_KEY_MS = 1200;

/// G then a letter goes to a screen.
function useGoKeys(go: (to: string) => void) {
  const [armed, setArmed] = useState(false);
  useKeys({
    g: () => {
      setArmed(true);
      window.setTimeout(() => setArmed(false), SECOND_KEY_MS);
    },
  });
  useEffect(() => {
    if (!armed) return;
    const listen = (event: KeyboardEvent) => {
      const to = PLACES[event.key];
      setArmed(false);
      if (!to) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      go(to);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [armed, go]);
}
