// A no always has a reason.
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Task } from '@api';
import { useInboxWords } from './inbox';

export function DeclineDialog({
  tasks,
  onDecline,
  onClose,
}: {
  tasks: Task[];
  onDecline: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useInboxWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!reason.trim()) return;
    onDecline(reason.trim());
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('declineTitle', { what: tasks.map((task) => task.number).join(', ') })}>
      <Stack
        gap={14}
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && !reason.trim() ? t('needReason') : null}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          }}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" size="sm" type="submit">
            {t('decline').replace('…', '')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
