// The texts of one language, with the request that they make beside them.
import { post, useAct, useSession, workspacePath } from '@api';
import { useLabel } from '@lib';
import { Chip, errorsOf, notice, ProblemAlert } from '@ui';
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAskWords } from './askWords';
import { CustomerSees } from './CustomerSees';
import type { Authority, RoundPage } from './shapes';
import { isWord, useWordingWords, type WordingT } from './wordingWords';
import type { Wording, WordingText } from './WordingSettings';

type Texts = Record<string, string>;
const PAUSE_MS = 400;
const wordsOf = (one: Wording): Texts => Object.fromEntries(one.texts.map(({ name, words }) => [name, words]));
/// In the order in which the customer reads them.
const REQUEST = ['title', 'opening', 'asks_heading', 'only_content', 'disclosures_heading', 'boundaries', 'withdrawal'];
const GROUPS = ['request', 'limits', 'uses', 'channels', 'authority'] as const;

/// Where a text belongs on the screen.
export function groupOf(name: string): (typeof GROUPS)[number] {
  if (name.startsWith('uses.')) return 'uses';
  if (name.startsWith('channels.')) return 'channels';
  if (name.startsWith('authority.')) return 'authority';
  return REQUEST.includes(name) ? 'request' : 'limits';
}

/// The request that these words make; while they cannot be read, the last one and what is wrong.
function usePreview(one: Wording, draft: Texts, changed: boolean) {
  const { workspace } = useSession();
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const asked = useQuery({
    queryKey: [workspace, 'wordings', 'preview', one.id, settled],
    queryFn: () => post<RoundPage>(workspacePath(workspace, `wordings/${one.id}/preview`), { texts: settled }),
    enabled: changed && settled === draft,
    placeholderData: (last) => last,
    retry: false,
  });
  return { page: changed ? (asked.data ?? one.sample) : one.sample, error: changed ? asked.error : null };
}

const places = (names: string[] | undefined, t: WordingT) =>
  names?.length ? t('places', { names: names.map((name) => `{{${name}}}`).join(', ') }) : undefined;

interface FieldsProps {
  texts: WordingText[];
  draft: Texts;
  errors: Record<string, string>;
  locked: boolean;
  set: (name: string, words: string) => void;
  t: WordingT;
}

function Fields({ texts, draft, errors, locked, set, t }: FieldsProps) {
  const label = useLabel();
  const asks = useAskWords();
  const named = (name: string) => {
    const [group, code = '', part] = name.split('.');
    if (group === 'authority') return asks(code as Authority);
    if (code) return part ? `${label(code)} · ${t(part === 'title' ? 'name_' : 'text_')}` : label(code);
    const own = name === 'title' ? 'title_' : group!;
    return isWord(own) ? t(own) : label(name);
  };
  const ordered = [...texts].sort((a, b) => REQUEST.indexOf(a.name) - REQUEST.indexOf(b.name));
  return (
    <Stack gap="md">
      {GROUPS.map((group) => (
        <details key={group} open={group === 'request'}>
          <summary>{t(group)}</summary>
          <Stack gap="sm" mt="xs">
            {ordered
              .filter((text) => groupOf(text.name) === group)
              .map(({ name, delivered, placeholders }) => (
                <Textarea
                  key={name}
                  size="sm"
                  autosize
                  minRows={1}
                  label={named(name)}
                  description={places(placeholders, t)}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  value={draft[name] ?? ''}
                  error={errors[`texts.${name}`]}
                  readOnly={locked}
                  title={draft[name] === delivered ? undefined : t('usual', { words: delivered })}
                  onChange={(e) => set(name, e.currentTarget.value)}
                />
              ))}
          </Stack>
        </details>
      ))}
    </Stack>
  );
}

interface DialogProps {
  one: Wording;
  texts?: Texts;
  onDone: () => void;
  onClose: () => void;
  t: WordingT;
}

/// Asks why; with texts it adopts them, without it restores the delivered ones.
function Settle({ one, texts, onDone, onClose, t }: DialogProps) {
  const [reason, setReason] = useState('');
  const [meaning, setMeaning] = useState(false);
  const act = useAct<Wording>('wordings');
  const go = async () => {
    const input = texts ? { texts, reason, meaning_changed: meaning } : { reason };
    const done = await act
      .mutateAsync({ id: one.id, action: texts ? 'adopt' : 'restore', input, version: one.version || undefined })
      .catch(() => undefined);
    if (!done) return;
    notice(texts ? t('adopted', { n: done.revision }) : t('restored'));
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={texts ? t('adoptTitle') : t('restore')}>
      <Stack gap="md">
        <ProblemAlert error={act.error} />
        <Textarea
          data-autofocus
          required
          autosize
          minRows={2}
          label={t('reason')}
          description={t('reasonHelp')}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {texts && (
          <Checkbox
            label={t('meaning')}
            description={t('meaningHelp')}
            checked={meaning}
            onChange={(e) => setMeaning(e.currentTarget.checked)}
          />
        )}
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={act.isPending} disabled={!reason.trim()} onClick={() => void go()}>
            {texts ? t('adoptNow') : t('restoreNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function WordingEditor({ one, superseded = false }: { one: Wording; superseded?: boolean }) {
  const t = useWordingWords();
  const asks = useAskWords();
  const [draft, setDraft] = useState<Texts>(() => wordsOf(one));
  const [settling, setSettling] = useState<'adopt' | 'restore' | null>(null);
  const can = (name: string) => !superseded && !!one.actions?.some((each) => each.name === name && each.enabled);
  const changed = one.texts.some(({ name, words }) => draft[name] !== words);
  const { page, error } = usePreview(one, draft, changed);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center">
        <Group gap={8}>
          <Chip tone={one.own ? 'info' : 'mute'} icon={one.own ? IconPencil : undefined}>
            {t(one.own ? 'own' : 'delivered')}
          </Chip>
          {one.revision > 0 && (
            <Text size="xs" c="dimmed" className="num">
              {t(superseded ? 'superseded' : 'revision', { n: one.revision })}
            </Text>
          )}
        </Group>
        <Group gap={8}>
          {can('restore') && !changed && (
            <Button variant="default" onClick={() => setSettling('restore')}>
              {t('restore')}
            </Button>
          )}
          {changed && (
            <Button variant="default" onClick={() => setDraft(wordsOf(one))}>
              {t('undo')}
            </Button>
          )}
          {can('adopt') && (
            <Button disabled={!changed || !!error} onClick={() => setSettling('adopt')}>
              {t('adopt')}
            </Button>
          )}
        </Group>
      </Group>
      <ProblemAlert error={error} />
      <div className="wording-editor">
        <Fields
          texts={one.texts}
          draft={draft}
          errors={errorsOf(error)}
          locked={!can('adopt')}
          set={(name, words) => setDraft((old) => ({ ...old, [name]: words }))}
          t={t}
        />
        <div>
          <Title order={3} size="sm" mb={6}>
            {t('preview')}
          </Title>
          <Text size="xs" c="dimmed" mb="xs">
            {t('sample')}
          </Text>
          <CustomerSees page={page} label={t('preview')} t={asks} />
        </div>
      </div>
      {settling && (
        <Settle
          one={one}
          texts={settling === 'adopt' ? draft : undefined}
          t={t}
          onClose={() => setSettling(null)}
          onDone={() => setSettling(null)}
        />
      )}
    </Stack>
  );
}
