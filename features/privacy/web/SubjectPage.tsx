// One person of whom something is held: their requests, a copy, where to correct, restriction, hold and erasure.
import { useDownload, useItem } from '@api';
import { Actions, DateText, Facts, Loaded, RecordLayout } from '@ui';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { EraseDialog } from './EraseDialog';
import { MatterChip } from './PrivacyPage';
import type { Matter, Subject } from './shapes';
import { SubjectChips } from './SubjectsPage';
import { useWords, type T } from './words';

function SubjectFacts({ one, t }: { one: Subject; t: T }) {
  const [erasing, setErasing] = useState(false);
  const download = useDownload();
  const mayFind = (one.actions ?? []).some((action) => action.name === 'erase');
  return (
    <>
      <div>
        <Title order={1}>{one.name}</Title>
        <Text size="sm">
          {t(one.kind)}
          {one.account_name && ` · ${one.account_name}`}
        </Text>
      </div>
      <SubjectChips one={one} t={t} />
      <Group gap={8}>
        <Actions
          collection="subjects"
          item={one}
          primary={['confirm_erasure', 'receive_request']}
          onAction={(action) => action.name === 'erase' && (setErasing(true), true)}
        />
      </Group>
      {erasing && <EraseDialog one={one} t={t} onClose={() => setErasing(false)} />}
      <Facts
        items={[
          [t('permissions'), one.permissions],
          [t('letters'), one.letters],
        ]}
      />
      {mayFind && (
        <div>
          <Anchor size="sm" href={download(`subjects/${one.id}/export`)} download>
            {t('download')}
          </Anchor>
          <Text size="xs" c="dimmed">
            {t('downloadHint')}
          </Text>
        </div>
      )}
      <div>
        <Title order={3}>{t('rectify')}</Title>
        <Text size="sm">{t(one.kind === 'contact' ? 'rectifyContact' : 'rectifyPerson')}</Text>
      </div>
    </>
  );
}

function Request({ one, t }: { one: Matter; t: T }) {
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Text fw={600}>{t(one.right)}</Text>
        <MatterChip one={one} t={t} />
        <Text size="sm" c="dimmed">
          {t('due')} <DateText at={one.due} />
        </Text>
      </Group>
      {one.words && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{one.words}</Text>}
      {one.answer && (
        <Text size="sm" c="dimmed">
          {t('answered', { name: one.settled_by })}: {one.answer}
        </Text>
      )}
      {one.status === 'open' && <RequestActions id={one.id} />}
    </Stack>
  );
}

function RequestActions({ id }: { id: string }) {
  const item = useItem('subject_requests', id);
  return item.data ? <Actions collection="subject_requests" item={item.data} primary={['settle']} /> : null;
}

function Erasure({ one, t }: { one: Subject; t: T }) {
  const e = one.erasure;
  if (!e) return null;
  return (
    <Stack gap={4}>
      <Title order={2}>{t('erasure')}</Title>
      <Text size="sm">
        {e.proposed_by && t('proposedBy', { name: e.proposed_by })}
        {e.reason && `: ${e.reason}`}
      </Text>
      <Text size="sm">{e.confirmed_at ? t('confirmedBy', { name: e.confirmed_by }) : t('second')}</Text>
      {e.done_at && (
        <Text size="sm">
          <DateText at={e.done_at} /> · {t('gone', { words: e.words, files: e.files })}
        </Text>
      )}
    </Stack>
  );
}

function Kept({ one, t }: { one: Subject; t: T }) {
  return (
    <>
      {one.hold && (
        <Stack gap={4}>
          <Title order={2}>{t('hold')}</Title>
          <Text size="sm">
            <DateText at={one.hold.until} /> · {t('by', { name: one.hold.by })}: {one.hold.reason}
          </Text>
        </Stack>
      )}
      {one.restriction && (
        <Stack gap={4}>
          <Title order={2}>{t('restriction')}</Title>
          <Text size="sm">
            {t('by', { name: one.restriction.by })}: {one.restriction.reason} ·{' '}
            {t('rests', { count: one.restriction.permissions })}
          </Text>
        </Stack>
      )}
      {one.exports?.length > 0 && (
        <Stack gap={4}>
          <Title order={2}>{t('exports')}</Title>
          {one.exports.map((each) => (
            <Text key={each.at} size="sm">
              <DateText at={each.at} /> · {t('by', { name: each.by })}
            </Text>
          ))}
        </Stack>
      )}
      {one.remainder && (
        <Stack gap={4}>
          <Title order={2}>{t('remainder')}</Title>
          <Text size="sm" c="dimmed">
            {one.remainder.gone ? t('remainderGone') : t('remainderHint')} <DateText at={one.remainder.until} />
          </Text>
          {one.remainder.words && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{one.remainder.words}</Text>}
          {one.remainder.readings.map((r) => (
            <Text key={r.at} size="sm">
              <DateText at={r.at} /> · {r.by}: {r.why}
            </Text>
          ))}
        </Stack>
      )}
    </>
  );
}

function SubjectView({ one, t }: { one: Subject; t: T }) {
  useEffect(() => {
    document.title = `${one.name} · Vouchsafe`;
  }, [one.name]);
  return (
    <RecordLayout facts={<SubjectFacts one={one} t={t} />}>
      <Stack gap="lg">
        <Erasure one={one} t={t} />
        <Kept one={one} t={t} />
        <Stack gap="sm">
          <Title order={2}>{t('requests')}</Title>
          {!one.requests.length && <Text size="sm">{t('noHistory')}</Text>}
          {one.requests.map((each) => (
            <Request key={each.id} one={each} t={t} />
          ))}
        </Stack>
      </Stack>
    </RecordLayout>
  );
}

export function SubjectPage() {
  const t = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('subjects', id);
  return <Loaded query={item}>{(one) => <SubjectView one={one} t={t} />}</Loaded>;
}
