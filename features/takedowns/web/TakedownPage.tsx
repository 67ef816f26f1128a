// One take-down: what, where, by when, by whom, and how it ended.
import { useDownload, useItem } from '@api';
import { useLabel } from '@lib';
import { Actions, DateText, Facts, Loaded, RecordLayout } from '@ui';
import { Group, Stack, Text, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { CloseDialog } from './CloseDialog';
import type { Takedown } from './shapes';
import { ownerOf, TakedownChip } from './TakedownsPage';
import { useWords, type T } from './words';

function WhatFacts({ one, t }: { one: Takedown; t: T }) {
  const label = useLabel();
  const [closing, setClosing] = useState(false);
  return (
    <>
      <div>
        <Title order={1}>{one.number}</Title>
        <Text size="sm">
          {label(one.use_type)} · {label(one.channel)}
        </Text>
        <Link className="textlink" to="/accounts/$id" params={{ id: one.account }}>
          {one.account_name}
        </Link>
      </div>
      <Group>
        <TakedownChip one={one} t={t} />
      </Group>
      <Group gap={8}>
        <Actions
          collection="takedowns"
          item={one}
          primary={['close']}
          onAction={(action) => action.name === 'close' && (setClosing(true), true)}
        />
      </Group>
      {closing && <CloseDialog one={one} t={t} onClose={() => setClosing(false)} />}
      <Facts
        items={[
          [t('cause'), t(one.cause)],
          [t('due'), <DateText key="due" at={one.due} />],
          [t('owner'), ownerOf(one, label)],
          [t('usedOn'), <DateText key="on" at={one.used_on} />],
          [
            t('permission'),
            <Link key="aut" className="textlink" to="/authorizations/$id" params={{ id: one.authorization }}>
              {one.authorization_number}
            </Link>,
          ],
          [
            t('request'),
            one.request && (
              <Link className="textlink" to="/requests/$id" params={{ id: one.request }}>
                {t('request')}
              </Link>
            ),
          ],
        ]}
      />
    </>
  );
}

function Ending({ one, t }: { one: Takedown; t: T }) {
  const download = useDownload();
  if (one.status !== 'closed') return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{t('done')}</Title>
      <Text size="sm">{one.how && t(one.how)}</Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {one.note}
      </Text>
      {one.link && <Text size="sm">{`${t('link')}: ${one.link}`}</Text>}
      {one.evidence?.map((each) => (
        <a key={each.file} className="textlink inline" href={download(`files/${each.file}`)} download={each.name}>
          <IconPaperclip size={14} aria-hidden />
          {each.name}
        </a>
      ))}
      <Text size="sm" c="dimmed">
        {t('closedBy')} {one.closed_by} · <DateText at={one.closed_at} />
      </Text>
    </Stack>
  );
}

function TakedownView({ one, t }: { one: Takedown; t: T }) {
  useEffect(() => {
    document.title = `${one.number} · Vouchsafe`;
  }, [one.number]);
  return (
    <RecordLayout facts={<WhatFacts one={one} t={t} />}>
      <Ending one={one} t={t} />
    </RecordLayout>
  );
}

export function TakedownPage() {
  const t = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('takedowns', id);
  return <Loaded query={item}>{(one) => <TakedownView one={one} t={t} />}</Loaded>;
}
