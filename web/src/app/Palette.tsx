// Ctrl-K: do something, open something recent, go somewhere, or find a record.
import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { IconChecklist, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useList, useSession } from '@api';
import { recents, useLabel } from '@lib';
import { Co, Face } from '@ui';
import { navFor } from './nav';
import { useAppWords } from './words';

const SEARCH_FROM = 2;
const WAIT_MS = 180;
const FEW = 5;

export function Palette({
  words,
  onWords,
  onClose,
  onAsk,
}: {
  words: string;
  onWords: (words: string) => void;
  onClose: () => void;
  onAsk: () => void;
}) {
  const t = useAppWords();
  const { workspace, roles } = useSession();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to });
  const found = useFound(words, go);
  useEffect(() => spotlight.open(), []);
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('do'),
      actions: [
        {
          id: 'ask',
          label: t('ask'),
          description: t('askHint'),
          leftSection: <IconPlus size={16} aria-hidden />,
          onClick: onAsk,
        },
      ],
    },
    {
      group: t('recent'),
      actions: recents(workspace)
        .slice(0, FEW)
        .map((recent) => ({
          id: `recent${recent.to}`,
          label: recent.label,
          leftSection: <Face name={recent.label} size={18} />,
          onClick: () => go(recent.to),
        })),
    },
    { group: t('found'), actions: found },
    {
      group: t('goTo'),
      actions: [
        ...navFor(roles)
          .flatMap((group) => group.items)
          .map((item) => ({
            id: `go${item.to}`,
            label: t(item.key),
            leftSection: <item.icon size={16} aria-hidden />,
            onClick: () => go(item.to),
          })),
        {
          id: 'go/setup',
          label: t('setup'),
          leftSection: <IconChecklist size={16} aria-hidden />,
          onClick: () => go('/setup'),
        },
      ],
    },
  ];
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      shortcut={null}
      scrollable
      maxHeight={460}
      query={words}
      onQueryChange={onWords}
      onSpotlightClose={onClose}
      attributes={{ content: { 'aria-label': t('find') } }}
      nothingFound={t('nothing')}
      transitionProps={{ duration: 0 }}
      searchProps={{
        placeholder: t('searchAll'),
        leftSection: <IconSearch size={16} aria-hidden />,
        'aria-label': t('searchAll'),
      }}
    />
  );
}

/// Records of the workspace that have all the words.
function useFound(words: string, go: (to: string) => void) {
  const label = useLabel();
  const [q] = useDebouncedValue(words.trim(), WAIT_MS);
  const enabled = q.length >= SEARCH_FROM;
  const query = { q, limit: FEW };
  const requests = useList('requests', query, { enabled });
  const advocates = useList('advocates', query, { enabled });
  const accounts = useList('accounts', query, { enabled });
  if (!enabled) return [];
  const record = (to: string, title: string, face: React.ReactNode) => ({
    id: to,
    label: title,
    keywords: [words],
    leftSection: face,
    onClick: () => go(to),
  });
  return [
    ...(requests.data?.items ?? []).map((r) =>
      record(
        `/requests/${r.id}`,
        `${r.number} ${r.prospect?.name ?? ''} · ${label(r.use_type)}`,
        <Co name={r.prospect?.name || r.number} size={18} />,
      ),
    ),
    ...(advocates.data?.items ?? []).map((a) =>
      record(`/advocates/${a.id}`, `${a.name} · ${a.account_name ?? ''}`, <Face name={a.name} size={18} />),
    ),
    ...(accounts.data?.items ?? []).map((a) => record(`/accounts/${a.id}`, a.name, <Co name={a.name} size={18} />)),
  ];
}
