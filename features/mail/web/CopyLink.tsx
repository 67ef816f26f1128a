// A fresh link of a letter, to hand over in another way. That it was taken is recorded; the link is shown once.
import { useAct, type Item } from '@api';
import { notice, ProblemAlert } from '@ui';
import { Button, Code, Stack, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from './words';

export function CopyLink({ mail, size }: { mail: Item; size?: string }) {
  const t = useWords();
  const act = useAct<{ url: string }>('mails');
  const [shown, setShown] = useState('');
  const take = async () => {
    const taken = await act.mutateAsync({ id: mail.id, action: 'link' }).catch(() => undefined);
    if (!taken) return;
    // Where the clipboard is shut, the link is shown instead.
    const copied = await navigator.clipboard?.writeText(taken.url).then(
      () => true,
      () => false,
    );
    if (copied) notice(t('linkCopied'));
    else setShown(taken.url);
  };
  return (
    <Stack gap={6} align="start">
      <Button
        variant="default"
        size={size}
        leftSection={<IconLink size={14} aria-hidden />}
        loading={act.isPending}
        onClick={() => void take()}
      >
        {t('copyLink')}
      </Button>
      <ProblemAlert error={act.error} />
      {shown && (
        <div>
          <Text size="xs" c="dimmed">
            {t('linkShown')}
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{shown}</Code>
        </div>
      )}
    </Stack>
  );
}
