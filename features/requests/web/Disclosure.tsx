// The contact's details: for this requester, for a while, and each view is recorded.
import { Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useAct, type Request } from '@api';
import { Chip, Facts, ProblemAlert, Section } from '@ui';
import { useLabel } from '@lib';
import { useRequestWords } from './words';

const MINUTE_MS = 60_000;

/// Minutes until the instant, counted down while it is shown.
function useMinutesLeft(until?: string): number {
  const left = () => (until ? Math.floor((new Date(until).getTime() - Date.now()) / MINUTE_MS) : 0);
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    setMinutes(left());
    const timer = window.setInterval(() => setMinutes(left()), MINUTE_MS / 2);
    return () => window.clearInterval(timer);
  }, [until]);
  return minutes;
}

export function Disclosure({ request }: { request: Request }) {
  const t = useRequestWords();
  const label = useLabel();
  const view = useAct<Request>('requests');
  const [shown, setShown] = useState<{ name?: string; email?: string; phone?: string } | null>(null);
  const disclosure = request.disclosure?.until ? request.disclosure : null;
  const minutes = useMinutesLeft(disclosure?.until);
  if (!disclosure)
    return (
      <Section title={t('disclosure')}>
        <Text size="sm" c="dimmed">
          {t('notYet')}
        </Text>
      </Section>
    );
  const open = minutes > 0;
  const contact = shown ?? (disclosure.contact?.email ? disclosure.contact : null);
  const left = open ? (
    <Chip tone="info">{t('left', { h: Math.floor(minutes / 60), m: minutes % 60 })}</Chip>
  ) : (
    <Chip tone="mute">{t('over')}</Chip>
  );
  const show = () =>
    view.mutate(
      { id: request.id, action: 'view_contact' },
      {
        onSuccess: (item) => setShown(item.disclosure?.contact ?? null),
      },
    );
  const may = request.actions?.some((action) => action.name === 'view_contact' && action.enabled);
  return (
    <Section title={t('disclosure')} right={left}>
      {contact && open && (
        <Facts
          items={[
            [label('name'), contact.name],
            [
              label('email'),
              contact.email && (
                <a className="textlink" href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              ),
            ],
            [label('phone'), contact.phone],
          ]}
        />
      )}
      <Group justify="space-between" mt={8}>
        <Text size="xs" c="dimmed">
          {t('seen', { count: disclosure.views ?? 0 })}
        </Text>
        {open && !contact && may && (
          <Button leftSection={<IconEye size={14} aria-hidden />} loading={view.isPending} onClick={show}>
            {t('show')}
          </Button>
        )}
      </Group>
      <ProblemAlert error={view.error} />
    </Section>
  );
}
