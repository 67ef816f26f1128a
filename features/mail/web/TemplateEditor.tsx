// The words of one kind of letter in one language, with the letter that they make beside them.
import { post, useAct, useSession, workspacePath } from '@api';
import { Chip, notice, ProblemAlert } from '@ui';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPencil, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Letter } from './Letter';
import type { LetterWords, Preview, TemplateItem } from './shapes';
import { useTemplateWords, type TT } from './templateWords';
import { useWords } from './words';

const PAUSE_MS = 400;
const wordsOf = ({ subject, text, button }: LetterWords): LetterWords => ({ subject, text, button });
const same = (a: LetterWords, b: LetterWords) =>
  a.subject === b.subject && a.text === b.text && a.button === b.button;

/// The letter that these words make; while they cannot be read, the last one and what is wrong.
function usePreview(one: TemplateItem, draft: LetterWords) {
  const { workspace } = useSession();
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const asked = useQuery({
    queryKey: [workspace, 'mail_templates', 'preview', one.id, settled],
    queryFn: () => post<Preview>(workspacePath(workspace, `mail_templates/${one.id}/preview`), settled),
    enabled: !same(settled, one),
    placeholderData: (last) => last,
    retry: false,
  });
  const preview = same(draft, one) ? one.preview : (asked.data ?? one.preview);
  return { preview, error: asked.error };
}

interface Edited {
  draft: LetterWords;
  locked: boolean;
  set: (draft: LetterWords) => void;
  t: TT;
}

function Fields({ draft, locked, set, t }: Edited) {
  return (
    <Stack gap="md">
      <TextInput
        size="sm"
        label={t('subject')}
        value={draft.subject}
        readOnly={locked}
        onChange={(e) => set({ ...draft, subject: e.currentTarget.value })}
      />
      <Textarea
        size="sm"
        autosize
        minRows={12}
        label={t('text')}
        value={draft.text}
        readOnly={locked}
        onChange={(e) => set({ ...draft, text: e.currentTarget.value })}
      />
      <TextInput
        size="sm"
        label={t('button')}
        value={draft.button}
        readOnly={locked}
        onChange={(e) => set({ ...draft, button: e.currentTarget.value })}
      />
      <Text size="xs" c="dimmed">
        {t('placeholdersLead')}
      </Text>
    </Stack>
  );
}

export function TemplateEditor({ one }: { one: TemplateItem }) {
  const t = useTemplateWords();
  const mails = useWords();
  const act = useAct<TemplateItem>('mail_templates');
  const [draft, setDraft] = useState<LetterWords>(wordsOf(one));
  const { preview, error } = usePreview(one, draft);
  const can = (name: string) => !!one.actions?.some((action) => action.name === name && action.enabled);
  const changed = !same(draft, one);
  const run = async (action: string, input: unknown, said: string) => {
    const done = await act
      .mutateAsync({ id: one.id, action, input, version: one.version || undefined })
      .catch(() => undefined);
    if (!done) return;
    notice(said);
    if (action === 'restore') setDraft(wordsOf(done));
  };
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center">
        <Group gap={8}>
          <Chip tone={one.own ? 'info' : 'mute'} icon={one.own ? IconPencil : undefined}>
            {one.own ? t('own') : t('delivered')}
          </Chip>
          {one.revision > 0 && (
            <Text size="xs" c="dimmed" className="num">
              {t('revision', { n: one.revision })}
            </Text>
          )}
        </Group>
        <Group gap={8}>
          {can('test') && !changed && (
            <Button
              variant="default"
              leftSection={<IconSend size={14} aria-hidden />}
              onClick={() => void run('test', {}, t('tested'))}
            >
              {t('test')}
            </Button>
          )}
          {can('restore') && !changed && (
            <Button variant="default" onClick={() => void run('restore', {}, t('restored'))}>
              {t('restore')}
            </Button>
          )}
          {changed && (
            <Button variant="default" onClick={() => setDraft(wordsOf(one))}>
              {t('undo')}
            </Button>
          )}
          {can('adopt') && (
            <Button disabled={!changed} loading={act.isPending} onClick={() => void run('adopt', draft, t('adopted'))}>
              {t('adopt')}
            </Button>
          )}
        </Group>
      </Group>
      <ProblemAlert error={act.error ?? (changed ? error : null)} />
      <div className="letter-editor">
        <Fields draft={draft} locked={!can('adopt')} set={setDraft} t={t} />
        <div>
          <Text size="sm" fw={600} mb={6} component="h3">
            {t('preview')}
          </Text>
          <Text size="sm" mb="xs">
            {preview.subject}
          </Text>
          <Letter letter={preview} t={mails} />
        </div>
      </div>
    </Stack>
  );
}
