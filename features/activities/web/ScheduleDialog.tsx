// A time for both sides, seen on both clocks before the invitations leave.
import { Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem, useAct, type Activity } from '@api';
import { ProblemAlert, ReasonList } from '@ui';
import { fieldOf, hourThere, instantOf, onClock, ownZone, place } from './clocks';
import { useActivityWords } from './words';

const USUAL_MINUTES = 30;
const MORNING = 8;
const EVENING = 19;

interface Props {
  activity: Activity;
  /// A time that the customer proposed, chosen to begin with.
  at?: string;
  onClose: () => void;
}

export function ScheduleDialog({ activity, at, onClose }: Props) {
  const t = useActivityWords();
  const act = useAct('activities');
  const [field, setField] = useState(fieldOf(at ?? activity.scheduled_for));
  const [minutes, setMinutes] = useState<number | string>(activity.minutes || USUAL_MINUTES);
  const [where, setWhere] = useState(activity.where ?? '');
  const [agenda, setAgenda] = useState(activity.agenda ?? '');
  const instant = instantOf(field);
  const send = () =>
    act.mutate(
      {
        id: activity.id,
        action: 'schedule',
        version: activity.version,
        input: { at: instant, minutes: Number(minutes) || USUAL_MINUTES, where, agenda },
      },
      { onSuccess: onClose },
    );
  const reasons = act.error instanceof Problem ? act.error.reasons : [];
  return (
    <Modal opened onClose={onClose} title={activity.scheduled_for ? t('move') : t('schedule')} size="lg">
      <Stack gap={14}>
        {reasons.length > 0 ? (
          <div role="alert" className="chip bad block">
            <ReasonList reasons={reasons} />
          </div>
        ) : (
          <ProblemAlert error={act.error} />
        )}
        <Group align="end" gap={12}>
          <TextInput
            type="datetime-local"
            label={`${t('when')} (${place(ownZone())})`}
            value={field}
            onChange={(e) => setField(e.currentTarget.value)}
            data-autofocus
            required
          />
          <NumberInput w={110} label={t('minutes')} min={5} max={1440} step={5} value={minutes} onChange={setMinutes} />
        </Group>
        <Theirs instant={instant} timeZone={activity.time_zone} />
        <TextInput
          label={t('where')}
          description={t('whereHint')}
          value={where}
          onChange={(e) => setWhere(e.currentTarget.value)}
        />
        <Textarea
          autosize
          minRows={3}
          label={t('agenda')}
          description={t('agendaHint')}
          value={agenda}
          onChange={(e) => setAgenda(e.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" disabled={!instant} loading={act.isPending} onClick={send}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/// The chosen time on the customer's clock, with a word when it falls into their night.
function Theirs({ instant, timeZone }: { instant: string; timeZone?: string }) {
  const t = useActivityWords();
  if (!instant || !timeZone) return null;
  const hour = hourThere(instant, timeZone);
  return (
    <div aria-live="polite">
      <Text size="sm">
        {t('there', { place: place(timeZone) })}: <b>{onClock(instant, timeZone)}</b>
      </Text>
      {(hour < MORNING || hour >= EVENING) && (
        <span className="chip warn block">{t('early', { hour })}</span>
      )}
    </div>
  );
}
