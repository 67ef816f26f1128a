// One wish of a customer about themselves, and what became of it.
import { useItem } from '@api';
import { Actions, DateText, Facts, Loaded, RecordLayout } from '@ui';
import { Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { WishChip, type Wish } from './WishesPage';
import { useWords, type T } from './words';

function WishFacts({ wish, t }: { wish: Wish; t: T }) {
  return (
    <>
      <div>
        <Title order={1}>{t(wish.kind)}</Title>
        <Text size="sm">
          {wish.contact_name}
          {wish.account && (
            <>
              {' · '}
              <Link className="textlink" to="/accounts/$id" params={{ id: wish.account }}>
                {wish.account_name}
              </Link>
            </>
          )}
        </Text>
      </div>
      <Group>
        <WishChip wish={wish} t={t} />
      </Group>
      <Group gap={8}>
        <Actions collection="wishes" item={wish} primary={['settle']} />
      </Group>
      <Facts
        items={[
          [t('stated'), <DateText key="stated" at={wish.stated_at} />],
          [t('due'), <DateText key="due" at={wish.due} />],
          [t('settledBy'), wish.settled_by],
        ]}
      />
    </>
  );
}

function WishView({ wish, t }: { wish: Wish; t: T }) {
  useEffect(() => {
    document.title = `${t(wish.kind)} · Vouchsafe`;
  }, [wish.kind, t]);
  return (
    <RecordLayout facts={<WishFacts wish={wish} t={t} />}>
      <Stack gap="sm">
        <Title order={2}>{t('said')}</Title>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {wish.words || t('nothing')}
        </Text>
        {wish.kind === 'erase' && (
          <Text size="sm" c="dimmed">
            {t('eraseHint')}
          </Text>
        )}
        {wish.answer && (
          <>
            <Title order={2}>{t('answer')}</Title>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {wish.answer}
            </Text>
          </>
        )}
      </Stack>
    </RecordLayout>
  );
}

export function WishPage() {
  const t = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('wishes', id);
  return <Loaded query={item}>{(wish) => <WishView wish={wish} t={t} />}</Loaded>;
}
