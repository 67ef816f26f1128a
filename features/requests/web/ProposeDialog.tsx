// Times that would suit the prospect, how long it takes, and a word to the customer.
import { ActionIcon, Button, Checkbox, Group, Modal, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem, useAct, type Request } from '@api';
import { ProblemAlert, ReasonList } from '@ui';
import { fieldOf, instantOf, ownZone, place } from '@features/activities/web/clocks';
import { useAskedWords } from './askedWords';

const MOST = 5;
const USUAL_MINUTES = 30;

export function ProposeDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const t = useAskedWords();
  const act = useAct('requests');
  const before = request.proposal ?? {};
  const [times, setTimes] = useState(before.slots?.length ? before.slots.map(fieldOf) : ['']);
  const [minutes, setMinutes] = useState<number | string>(before.minutes || USUAL_MINUTES);
  const [message, setMessage] = useState(before.message ?? '');
  const [named, setNamed] = useState(before.name_prospect ?? false);
  const put = (at: number, value: string) => setTimes(times.map((each, i) => (i === at ? value : each)));
  const save = () =>
    act.mutate(
      {
        id: request.id,
        action: 'propose_times',
        version: request.version,
        input: {
          slots: times.filter(Boolean).map(instantOf),
          minutes: Number(minutes) || USUAL_MINUTES,
          message,
          name_prospect: named,
        },
      },
      { onSuccess: onClose },
    );
  const reasons = act.error instanceof Problem ? act.error.reasons : [];
  return (
    <Modal opened onClose={onClose} title={t('propose')} size="lg">
      <Stack gap={14}>
        {reasons.length > 0 ? (
          <div role="alert" className="chip bad block">
            <ReasonList reasons={reasons} />
          </div>
        ) : (
          <ProblemAlert error={act.error} />
        )}
        {times.map((time, i) => (
          <Group key={i} align="end" gap={8} wrap="nowrap">
            <TextInput
              type="datetime-local"
              label={`${t('time', { n: i + 1 })} (${place(ownZone())})`}
              value={time}
              onChange={(e) => put(i, e.currentTarget.value)}
            />
            {times.length > 1 && (
              <ActionIcon
                size={36}
                variant="subtle"
                aria-label={t('removeTime', { n: i + 1 })}
                onClick={() => setTimes(times.filter((_, at) => at !== i))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        <Group gap={12} align="end">
          {times.length < MOST && (
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setTimes([...times, ''])}
            >
              {t('addTime')}
            </Button>
          )}
          <NumberInput w={110} label={t('length')} min={5} max={1440} step={5} value={minutes} onChange={setMinutes} />
        </Group>
        <Textarea
          autosize
          minRows={2}
          label={t('message')}
          description={t('messageHint')}
          value={message}
          onChange={(e) => setMessage(e.currentTarget.value)}
        />
        <Checkbox
          label={t('nameProspect')}
          checked={named}
          onChange={(e) => setNamed(e.currentTarget.checked)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={act.isPending} onClick={save}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
