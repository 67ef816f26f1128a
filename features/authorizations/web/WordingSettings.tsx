// Controlled wording of requests, language by language: read it, change it, see it with the customer's eyes, look back
// (AUT-01, PRG-05).
import { useAsk, useItem, type ItemOf } from '@api';
import { LANGUAGES, useSearchState } from '@lib';
import { Loaded, Section, Trail } from '@ui';
import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { WordingEditor } from './WordingEditor';
import { useWordingWords } from './wordingWords';

export type Wording = ItemOf<'wordings'>;
export type WordingText = Wording['texts'][number];

function Past({ one, onLook }: { one: Wording; onLook: (revision: number) => void }) {
  const t = useWordingWords();
  const history = one.history ?? [];
  const changed = (at: number) => history[at]!.terms > (history[at - 1]?.terms ?? 1);
  if (!history.length)
    return (
      <Text size="sm" c="dimmed">
        {t('noHistory')}
      </Text>
    );
  return (
    <Stack gap="sm">
      <Trail
        label={t('history')}
        lines={history.map((each, at) => ({
          at: each.at,
          who: each.who,
          what: `${t('revision', { n: each.revision })}: ${t(each.delivered ? 'delivered' : 'own')}`,
          detail: `${each.reason}${changed(at) ? ` · ${t('again')}` : ''}`,
        }))}
      />
      <div className="wording-past">
        {history.map((each) => (
          <Button key={each.revision} size="compact-xs" variant="default" onClick={() => onLook(each.revision)}>
            {t('look', { n: each.revision })}
          </Button>
        ))}
      </div>
    </Stack>
  );
}

/// A superseded revision, to read only.
function Earlier({ language, number, onBack }: { language: string; number: string; onBack: () => void }) {
  const t = useWordingWords();
  const revision = useAsk<Wording>(`wordings/${language}/revision`, { number });
  return (
    <Stack gap="md">
      <Button variant="default" w="fit-content" onClick={onBack}>
        {t('backToForce')}
      </Button>
      <Loaded query={revision}>
        {(one) => <WordingEditor key={`${language}-${number}`} one={one} superseded />}
      </Loaded>
    </Stack>
  );
}

export function WordingSettings() {
  const t = useWordingWords();
  const [search, setSearch] = useSearchState();
  const language = search.language ?? 'en';
  const item = useItem('wordings', language);
  return (
    <Stack gap="lg" className="fill">
      <div>
        <Text component="h2" fw={620} size="lg" m={0}>
          {t('title')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('language')}
        style={{ alignSelf: 'start', maxWidth: '100%' }}
        value={language}
        onChange={(next) => setSearch({ language: next, number: '' })}
        data={LANGUAGES.map((value) => ({ value, label: t(value) }))}
      />
      {search.number ? (
        <Earlier language={language} number={search.number} onBack={() => setSearch({ number: '' })} />
      ) : (
        <Loaded query={item}>
          {(one) => (
            <>
              <WordingEditor key={`${one.id}${one.version}`} one={one} />
              <Section title={t('history')}>
                <Past one={one} onLook={(revision) => setSearch({ number: String(revision) })} />
              </Section>
            </>
          )}
        </Loaded>
      )}
    </Stack>
  );
}
