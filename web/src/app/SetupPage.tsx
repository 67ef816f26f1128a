// The checklist of a new program: what is set, what is missing, and sound defaults for all of it.
import { Button, Group, Progress, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useAsk, useDo, type Setup, type SetupItem } from '@api';
import { words } from '@lib';
import { Loaded, notice, PageHeader, ProblemAlert } from '@ui';

const useSetupWords = words(
  {
    title: 'Set up your program',
    sub: '{done} of {total} done',
    defaults: 'Use sound defaults',
    hint:
      'Requests can be logged once everything here is set. Sound defaults fill in what is missing; you can change ' +
      'each of them later, and every change keeps its reason and revision.',
    done: 'Done',
    open: 'Missing',
    go: 'Set it',
    adopted: 'Sound defaults are in force.',
    ready: 'Your program is ready. People can ask for references now.',
  },
  {
    title: 'Programm einrichten',
    sub: '{done} von {total} erledigt',
    defaults: 'Bewährte Vorgaben übernehmen',
    hint:
      'Anfragen sind möglich, sobald hier alles gesetzt ist. Bewährte Vorgaben füllen, was fehlt; jede lässt sich ' +
      'später ändern, und jede Änderung behält Begründung und Revision.',
    done: 'Erledigt',
    open: 'Fehlt',
    go: 'Festlegen',
    adopted: 'Die bewährten Vorgaben gelten.',
    ready: 'Ihr Programm ist bereit. Referenzen können jetzt angefragt werden.',
  },
);

export function SetupPage() {
  const t = useSetupWords();
  const setup = useAsk<Setup>('setup');
  const defaults = useDo('setup/defaults');
  // Only people can give roles; everything else the defaults can fill in, once.
  const fillable = (items: SetupItem[]) =>
    !defaults.isSuccess && items.some((each) => !each.done && each.id !== 'roles');
  const adopt = () => defaults.mutate({}, { onSuccess: () => notice(t('adopted')) });
  return (
    <div className="screen">
      <Loaded query={setup}>
        {({ items, done, total }) => (
          <>
            <PageHeader title={t('title')} sub={t('sub', { done, total })}>
              {fillable(items) && (
                <Button onClick={adopt} loading={defaults.isPending}>
                  {t('defaults')}
                </Button>
              )}
            </PageHeader>
            <div className="pad narrow">
              <Progress value={(done / Math.max(1, total)) * 100} size={6} mb={14} aria-label={t('title')} />
              <Text size="sm" c="dimmed" mb={14}>
                {done < total ? t('hint') : t('ready')}
              </Text>
              <ProblemAlert error={defaults.error} />
              <ol className="plain">
                {items.map((item) => (
                  <Line key={item.id} item={item} />
                ))}
              </ol>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Line({ item }: { item: SetupItem }) {
  const t = useSetupWords();
  const Icon = item.done ? IconCircleCheck : IconCircleDashed;
  return (
    <li className="panel section">
      <Group wrap="nowrap" gap={12} align="flex-start">
        <Icon
          size={20}
          color={item.done ? 'var(--vs-ok)' : 'var(--vs-text-2)'}
          aria-label={item.done ? t('done') : t('open')}
        />
        <div className="fill">
          <Text size="sm" fw={600}>
            {item.title}
          </Text>
          {item.detail && (
            <Text size="sm" c="dimmed">
              {item.detail}
            </Text>
          )}
        </div>
        {!item.done && item.link?.startsWith('/') && (
          <Link className="textlink" to={item.link}>
            {t('go')}
          </Link>
        )}
      </Group>
    </li>
  );
}
