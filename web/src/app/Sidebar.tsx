// The menu on the left: workspace, search, screens, set-up progress, the person.
import {
  ActionIcon,
  Group,
  Indicator,
  Kbd,
  Menu,
  Progress,
  Text,
  Tooltip,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import {
  IconBell,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSelector,
  IconSun,
  IconUserShield,
} from '@tabler/icons-react';
import { useAsk, useHasRole, useSession, useSignOut, type Page, type Setup, type Task } from '@api';
import { useLabel, useLanguage } from '@lib';
import { Face, Sla } from '@ui';
import { isOn, navFor } from './nav';
import { useChooseLanguage } from './myLanguage';
import { useAppWords } from './words';

/// My tasks, as the inbox and the counts read them.
const useMyTasks = () => useAsk<Page<Task>>('tasks', { limit: 200 });

export function Sidebar({ path, onSearch }: { path: string; onSearch: () => void }) {
  const t = useAppWords();
  const { roles } = useSession();
  const tasks = useMyTasks();
  const waiting = tasks.data?.items.filter((task) => task.group !== 'customer').length ?? 0;
  return (
    <>
      <WorkspaceMenu />
      <UnstyledButton className="nav-item search-box" onClick={onSearch}>
        <IconSearch size={15} aria-hidden />
        <Text span size="sm" c="dimmed" flex={1} truncate>
          {t('search')}
        </Text>
        <Kbd size="xs">Ctrl K</Kbd>
      </UnstyledButton>
      <nav aria-label={t('main')} className="fill">
        {navFor(roles).map((group) => (
          <div key={group.head} className="nav-group">
            <Text size="xs" c="dimmed" px={10} py={4}>
              {t(group.head)}
            </Text>
            {group.items.map((item) => {
              const on = isOn(item, path);
              return (
                <Link
                  key={item.key}
                  to={item.to}
                  className={`nav-item${on ? ' on' : ''}`}
                  aria-current={on ? 'page' : undefined}
                >
                  <item.icon size={17} stroke={1.8} aria-hidden />
                  <span className="fill">{t(item.key)}</span>
                  {item.key === 'inbox' && waiting > 0 && <span className="count">{waiting}</span>}
                </Link>
              );
            })}
          </div>
        ))}
      </nav>
      <SetupCard />
      <PersonRow tasks={tasks.data?.items ?? []} />
    </>
  );
}

function WorkspaceMenu() {
  const t = useAppWords();
  const { me, workspace, workspaceName } = useSession();
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton className="nav-item tall">
          <span className="workspace-mark" aria-hidden>
            {workspaceName[0]}
          </span>
          <Text span size="sm" fw={600} className="fill" truncate>
            {workspaceName}
            <span className="vh">{t('switchWorkspace')}</span>
          </Text>
          <IconSelector size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('workspaces')}</Menu.Label>
        {me.workspaces.map((other) => (
          <Menu.Item
            key={other.id}
            component="a"
            href={`/w/${other.id}/`}
            fw={other.id === workspace ? 600 : undefined}
          >
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function SetupCard() {
  const t = useAppWords();
  const may = useHasRole('program_owner', 'administrator');
  const setup = useAsk<Setup>('setup', {}, { enabled: may });
  const data = setup.data;
  if (!may || !data || data.total === 0 || data.done >= data.total) return null;
  const next = data.items.find((item) => !item.done);
  return (
    <Link to="/setup" className="panel setup-card">
      <Group justify="space-between" wrap="nowrap">
        <Text span size="xs" fw={600}>
          {t('setUpProgram')}
        </Text>
        <Text span size="xs" c="dimmed" className="num">
          {t('of', { done: data.done, total: data.total })}
        </Text>
      </Group>
      <Progress value={(data.done / data.total) * 100} size={4} mt={6} aria-label={t('setUpProgram')} />
      {next && (
        <Text span size="xs" c="dimmed" mt={6} display="block">
          {t('next', { title: next.title })}
        </Text>
      )}
    </Link>
  );
}

function PersonRow({ tasks }: { tasks: Task[] }) {
  const t = useAppWords();
  const lang = useLanguage();
  const label = useLabel();
  const { me, roles } = useSession();
  const signOut = useSignOut();
  const choose = useChooseLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <Group justify="space-between" wrap="nowrap" gap={4}>
      <Menu position="top-start" width={220}>
        <Menu.Target>
          <UnstyledButton className="nav-item tall fill">
            <Face name={me.person.name} size={24} />
            <Text span size="sm" truncate>
              {me.person.name}
            </Text>
            <span className="vh">, {t('me')}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{[...roles].map((role) => label(role)).join(', ')}</Menu.Label>
          <Menu.Item component={Link} leftSection={<IconUserShield size={15} aria-hidden />} {...{ to: '/me' }}>
            {t('account')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLanguage size={15} aria-hidden />}
            onClick={() => choose(lang === 'de' ? 'en' : 'de')}
          >
            {t('language')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => signOut.mutate()}>
            {t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Group gap={2} wrap="nowrap">
        <Notices tasks={tasks} />
        <Tooltip label={t('scheme')}>
          <ActionIcon size={28} aria-label={t('scheme')} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
            {dark ? <IconSun size={16} /> : <IconMoon size={16} />}
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
}

const MOST = 6;
function Notices({ tasks }: { tasks: Task[] }) {
  const t = useAppWords();
  const urgent = tasks.filter((task) => task.group !== 'customer').slice(0, MOST);
  const late = urgent.some((task) => task.sla?.state === 'breached' || task.sla?.state === 'soon');
  return (
    <Menu position="top-end" width={300}>
      <Menu.Target>
        <ActionIcon size={28} aria-label={t('notifications')}>
          <Indicator disabled={!late} size={7} offset={2} color="red">
            <IconBell size={16} aria-hidden />
          </Indicator>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{urgent.length ? t('waiting', { count: urgent.length }) : t('noNotices')}</Menu.Label>
        {urgent.map((task) => (
          <Menu.Item
            key={task.id}
            component={Link}
            {...{ to: `/requests/${task.case_id}` }}
            rightSection={<Sla sla={task.sla} />}
          >
            {task.number} {task.prospect_name}
            <Text span size="xs" c="dimmed" display="block">
              {task.step_title ?? task.title}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
