// One conversation: when, where and about what, how it went on both sides, and what may be done about it.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useItem, type Action, type Activity } from '@api';
import { useLabel } from '@lib';
import { ActionDialog, Facts, Section, StatusChip } from '@ui';
import { onClock, place } from './clocks';
import { ScheduleDialog } from './ScheduleDialog';
import { useActivityWords } from './words';

/// The activity of a request; `id` is absent until it is planned.
export function ActivityCard({ id }: { id?: string }) {
  const t = useActivityWords();
  const activity = useItem('activities', id);
  if (!id || !activity.data)
    return (
      <Section title={t('title')}>
        <Text size="sm" c="dimmed">
          {t('notPlanned')}
        </Text>
      </Section>
    );
  return <Shown activity={activity.data} />;
}

type OurWord = NonNullable<Activity['debrief']>;
type TheirWord = NonNullable<Activity['customer_debrief']>;
type Open = { name: 'schedule'; at?: string } | { name: 'cancel' } | null;

function Shown({ activity }: { activity: Activity }) {
  const t = useActivityWords();
  const [open, setOpen] = useState<Open>(null);
  const action = (name: string) => activity.actions?.find((each) => each.name === name && each.enabled);
  const close = () => setOpen(null);
  const may = { schedule: action('schedule'), cancel: action('cancel') };
  return (
    <Section
      title={t('title')}
      right={
        <span className="inline">
          <span className="chip line num">{activity.number}</span>
          <StatusChip status={activity.status} of="activity" />
        </span>
      }
    >
      <When activity={activity} />
      <Proposed activity={activity} choose={may.schedule && ((at) => setOpen({ name: 'schedule', at }))} />
      <Told activity={activity} />
      {(may.schedule || may.cancel) && (
        <Group gap={8} mt={10}>
          {may.schedule && (
            <Button variant="default" onClick={() => setOpen({ name: 'schedule' })}>
              {activity.scheduled_for ? t('move') : t('schedule')}
            </Button>
          )}
          {may.cancel && (
            <Button variant="subtle" color="red" onClick={() => setOpen({ name: 'cancel' })}>
              {t('callOff')}
            </Button>
          )}
        </Group>
      )}
      {open?.name === 'schedule' && <ScheduleDialog activity={activity} at={open.at} onClose={close} />}
      {open?.name === 'cancel' && may.cancel && <CallOff activity={activity} action={may.cancel} onClose={close} />}
    </Section>
  );
}

function CallOff({ activity, action, onClose }: { activity: Activity; action: Action; onClose: () => void }) {
  const t = useActivityWords();
  return (
    <ActionDialog
      collection="activities"
      id={activity.id}
      version={activity.version}
      action={action}
      title={t('callOff')}
      help={{ reason: { description: t('callOffLead') } }}
      onClose={onClose}
    />
  );
}

function When({ activity }: { activity: Activity }) {
  const t = useActivityWords();
  const label = useLabel();
  const { scheduled_for: at, time_zone: zone } = activity;
  return (
    <>
      {!at && activity.status === 'planned' && (
        <Text size="sm" c="dimmed">
          {t('noTime')}
        </Text>
      )}
      <Facts
        items={[
          [t('when'), at && onClock(at)],
          [t('there', { place: place(zone ?? '') }), at && zone && onClock(at, zone)],
          [t('minutes'), activity.minutes || null],
          [t('where'), activity.where],
          [t('agenda'), activity.agenda],
          [t('outcome'), activity.outcome && label(`activity:${activity.outcome}`, label(activity.outcome))],
        ]}
      />
      {!!activity.invitations && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('invitations', { count: activity.invitations })}
        </Text>
      )}
    </>
  );
}

/// Times that the customer would rather have, each with a button to choose it.
function Proposed({ activity, choose }: { activity: Activity; choose?: (at: string) => void }) {
  const t = useActivityWords();
  const ahead = (activity.other_times ?? []).filter((at) => new Date(at).getTime() > Date.now());
  if (!ahead.length) return null;
  return (
    <div className="chip info block" style={{ marginTop: 8 }}>
      <div>
        <Text size="sm">{t('proposes', { name: activity.contact_name ?? '' })}</Text>
        <ul className="plain">
          {ahead.map((at) => (
            <li key={at} className="inline">
              <Text span size="sm" fw={550}>
                {onClock(at)}
              </Text>
              {choose && (
                <Button size="compact-xs" variant="default" onClick={() => choose(at)}>
                  {t('chooseThis')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {activity.other_times_why && <Text size="sm">“{activity.other_times_why}”</Text>}
      </div>
    </div>
  );
}

/// What both sides told afterwards.
function Told({ activity }: { activity: Activity }) {
  const t = useActivityWords();
  const { debrief, customer_debrief: theirs } = activity;
  return (
    <>
      {activity.debrief_owed && (
        <div className="chip warn block" style={{ marginTop: 8 }}>
          {t('owed')}
        </div>
      )}
      {theirs && <Word title={t('customerSaid')} word={theirs} />}
      {debrief && <Word title={t('requesterSaid')} word={debrief} />}
      {activity.incidents?.map((incident) => (
        <div key={incident.at + incident.what} className="chip bad block" style={{ marginTop: 8 }}>
          <span>
            <b>{t('incident', { name: incident.by_name ?? '' })}</b> {incident.what}
          </span>
        </div>
      ))}
    </>
  );
}

function Word({ title, word }: { title: string; word: TheirWord & Partial<OurWord> }) {
  const t = useActivityWords();
  const texts = [word.said, word.proof_points, word.concerns].filter(Boolean);
  return (
    <div style={{ marginTop: 8 }}>
      <Text size="sm" fw={550}>
        {title}: {t('ratingOf', { rating: word.rating })}
        {word.again === false && ` · ${t('notAgain')}`}
      </Text>
      {texts.map((text) => (
        <Text key={text} size="sm">
          {text}
        </Text>
      ))}
    </div>
  );
}
