// Settings about letters: their look and times, the words of each kind, and who gets none.
import { useItem } from '@api';
import { LANGUAGES, useSearchState } from '@lib';
import { Loaded, PageHeader, SettingsLayout, SettingsTabs } from '@ui';
import { NavLink, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { LookAndTimes, Spared } from './MailSettings';
import { TemplateEditor } from './TemplateEditor';
import { useTemplateWords } from './templateWords';
import { KINDS, useCodes } from './words';

// An address whose last part has a dot would be that of a file.
const inAddress = (kind: string) => kind.replace('.', '-');

function Templates({ kind }: { kind: string }) {
  const t = useTemplateWords();
  const codes = useCodes();
  const [search, setSearch] = useSearchState();
  const language = search.language ?? 'en';
  const item = useItem('mail_templates', `${kind}.${language}`);
  return (
    <Stack gap="md">
      <SegmentedControl
        size="xs"
        aria-label={t('language')}
        style={{ alignSelf: 'start', maxWidth: '100%' }}
        value={language}
        onChange={(next) => setSearch({ language: next })}
        data={LANGUAGES.map((value) => ({ value, label: codes.language(value) }))}
      />
      <Loaded query={item}>{(one) => <TemplateEditor key={`${one.id}${one.version}`} one={one} />}</Loaded>
    </Stack>
  );
}

export function LettersPage() {
  const t = useTemplateWords();
  const codes = useCodes();
  const { part: named = 'look' } = useParams({ strict: false }) as { part?: string };
  const part = named.replace('-', '.');
  const place = (id: string, label: string) => (
    <NavLink
      key={id}
      renderRoot={(props) => <Link {...props} to="/settings/letters/$part" params={{ part: inAddress(id) }} />}
      active={id === part}
      label={label}
      aria-current={id === part ? 'page' : undefined}
    />
  );
  const title = part === 'look' ? t('look') : part === 'spared' ? t('spared') : codes.kind(part);
  return (
    <div className="screen">
      <PageHeader title={t('title')} />
      <SettingsTabs on="letters" />
      <SettingsLayout
        label={t('sections')}
        nav={
          <>
            {place('look', t('look'))}
            {place('spared', t('spared'))}
            {KINDS.map((kind) => place(kind, codes.kind(kind)))}
          </>
        }
      >
        <Text component="h2" fw={620} size="lg" m={0} mb="sm">
          {title}
        </Text>
        {part === 'look' && <LookAndTimes />}
        {part === 'spared' && <Spared />}
        {part !== 'look' && part !== 'spared' && <Templates kind={part} />}
      </SettingsLayout>
    </div>
  );
}
