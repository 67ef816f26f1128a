// One's own views of a list: the filters, sorting and search of its address under a name.
import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconChevronDown, IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem, useAct, useCreate, useList, type Row } from '@api';
import { parseSearch, stringifySearch, useSearchState, words, type SearchState } from '@lib';
import { inTenSeconds } from './undo';

export type SavedView = Row<'saved_views'>;

const useViewWords = words(
  {
    label: 'Saved views',
    save: 'Save this view…',
    saveTitle: 'Save this view',
    saveHint: 'Keeps the search, filters and order of this list. Only you see it.',
    rename: 'Rename…',
    renameTitle: 'Rename the view',
    remove: 'Remove',
    removed: 'The view “{name}” is removed in 10 s.',
    name: 'Name',
    keep: 'Save',
    cancel: 'Cancel',
    needName: 'Give the view a name.',
    more: 'More views',
    of: 'Rename or remove “{name}”',
  },
  {
    label: 'Gespeicherte Ansichten',
    save: 'Ansicht speichern…',
    saveTitle: 'Ansicht speichern',
    saveHint: 'Merkt sich Suche, Filter und Reihenfolge dieser Liste. Nur Sie sehen sie.',
    rename: 'Umbenennen…',
    renameTitle: 'Ansicht umbenennen',
    remove: 'Entfernen',
    removed: 'Die Ansicht „{name}“ wird in 10 s entfernt.',
    name: 'Name',
    keep: 'Speichern',
    cancel: 'Abbrechen',
    needName: 'Geben Sie der Ansicht einen Namen.',
    more: 'Weitere Ansichten',
    of: '„{name}“ umbenennen oder entfernen',
  },
);
type T = ReturnType<typeof useViewWords>;

const SHOWN = 6;
const LONGEST = 80;
/// What is in the address but belongs to the moment, not to the view.
const PASSING = ['task', 'lng', 'cursor'];

/// The part of an address that a view keeps, in one order, so that equal views are equal texts.
export function viewOf(search: SearchState): string {
  const kept = Object.entries(search).filter(([name, value]) => value && !PASSING.includes(name));
  return stringifySearch(Object.fromEntries(kept.sort(([a], [b]) => a.localeCompare(b)))).replace(/^\?/, '');
}

/// The bar above a list; nothing while there is neither a view nor anything to save.
export function SavedViews({ screen }: { screen: string }) {
  const t = useViewWords();
  const navigate = useNavigate();
  const [search] = useSearchState();
  const views = useList('saved_views', { screen });
  const act = useAct('saved_views');
  const [leaving, setLeaving] = useState<Set<string>>(new Set());
  const [naming, setNaming] = useState<SavedView | 'new' | null>(null);

  const all = (views.data?.items ?? []).filter((view) => view.screen === screen && !leaving.has(view.id));
  const here = viewOf(search);
  const active = all.find((view) => view.query === here);
  const go = (query: string) =>
    void navigate({ to: '.', search: (() => parseSearch(query)) as never, replace: true });
  const remove = (view: SavedView) => {
    setLeaving((old) => new Set(old).add(view.id));
    const back = () => setLeaving((old) => new Set([...old].filter((id) => id !== view.id)));
    const commit = (keepalive: boolean) => act.mutateAsync({ id: view.id, action: 'remove', keepalive });
    inTenSeconds(t('removed', { name: view.name }), commit, back);
  };
  if (all.length === 0 && !here) return null;
  return (
    <div className="bar-row" role="group" aria-label={t('label')}>
      <Shown all={all} active={active} go={go} t={t} />
      {active && <OfView view={active} onRename={() => setNaming(active)} onRemove={() => remove(active)} t={t} />}
      {here && !active && (
        <Button
          variant="subtle"
          leftSection={<IconBookmarkPlus size={14} aria-hidden />}
          onClick={() => setNaming('new')}
        >
          {t('save')}
        </Button>
      )}
      {naming && <NameDialog naming={naming} screen={screen} query={here} onClose={() => setNaming(null)} t={t} />}
    </div>
  );
}

/// The first views as buttons, those beyond in a menu; pressing the one in use shows the whole list again.
function Shown({
  all,
  active,
  go,
  t,
}: {
  all: SavedView[];
  active?: SavedView;
  go: (query: string) => void;
  t: T;
}) {
  const beyond = all.slice(SHOWN).filter((view) => view !== active);
  return (
    <>
      {all
        .filter((view) => !beyond.includes(view))
        .map((view) => (
          <Button
            key={view.id}
            variant={view === active ? 'light' : 'default'}
            aria-pressed={view === active}
            onClick={() => go(view === active ? '' : view.query)}
          >
            {view.name}
          </Button>
        ))}
      {beyond.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {beyond.map((view) => (
              <Menu.Item key={view.id} onClick={() => go(view.query)}>
                {view.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function OfView({
  view,
  onRename,
  onRemove,
  t,
}: {
  view: SavedView;
  onRename: () => void;
  onRemove: () => void;
  t: T;
}) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size={28} aria-label={t('of', { name: view.name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRename}>{t('rename')}</Menu.Item>
        <Menu.Item color="red" onClick={onRemove}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function NameDialog({
  naming,
  screen,
  query,
  onClose,
  t,
}: {
  naming: SavedView | 'new';
  screen: string;
  query: string;
  onClose: () => void;
  t: T;
}) {
  const create = useCreate('saved_views');
  const act = useAct('saved_views');
  const fresh = naming === 'new';
  const [name, setName] = useState(fresh ? '' : naming.name);
  const [refused, setRefused] = useState('');
  const save = async () => {
    const words = name.trim();
    if (!words) return setRefused(t('needName'));
    try {
      if (fresh) await create.mutateAsync({ screen, name: words, query });
      else await act.mutateAsync({ id: naming.id, action: 'rename', input: { name: words } });
      onClose();
    } catch (error) {
      const reasons = error instanceof Problem ? error.reasons.map((reason) => reason.message) : [];
      setRefused(reasons.join(' ') || String((error as Error).message));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t(fresh ? 'saveTitle' : 'renameTitle')}>
      <Stack
        gap={14}
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={t('name')}
          description={fresh ? t('saveHint') : undefined}
          data-autofocus
          withAsterisk
          maxLength={LONGEST}
          value={name}
          error={refused || null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || act.isPending}>
            {t('keep')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
