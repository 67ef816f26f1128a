// Words about the case; nothing is decided by them.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct, type Request } from '@api';
import {
  Chip,
  DateText,
  Face,
  Mentioning,
  MentionField,
  mentionsIn,
  ProblemAlert,
  Section,
  useColleagues,
} from '@ui';
import { useRequestWords } from './words';

export function Conversation({ request }: { request: Request }) {
  const t = useRequestWords();
  const act = useAct('requests');
  const [text, setText] = useState('');
  const messages = request.conversation ?? [];
  const may = request.actions?.some((action) => action.name === 'comment' && action.enabled);
  const people = useColleagues();
  const send = () => {
    const input = { text: text.trim(), mentions: mentionsIn(text, people) };
    act.mutate({ id: request.id, action: 'comment', input }, { onSuccess: () => setText('') });
  };
  return (
    <Section
      title={t('conversation')}
      right={
        <Text size="xs" c="dimmed">
          {t('decidesNothing')}
        </Text>
      }
    >
      {messages.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noComments')}
        </Text>
      )}
      <ul className="plain">
        {messages.map((message) => (
          <li key={message.id}>
            <Group gap={8} wrap="nowrap" align="flex-start">
              <Face name={message.by_name ?? '?'} size={24} />
              <div className="fill">
                <span className="inline wrap">
                  <Text span size="sm" fw={550}>
                    {message.by_name}
                  </Text>
                  <Text span size="xs" c="dimmed">
                    <DateText at={message.at} />
                  </Text>
                  {message.private && <Chip tone="mute">{t('privateNote')}</Chip>}
                </span>
                <Text size="sm" className="said">
                  <Mentioning text={message.text} mentions={message.mentions} people={people} />
                </Text>
              </div>
            </Group>
          </li>
        ))}
      </ul>
      {may && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) send();
          }}
        >
          <MentionField label={t('say')} value={text} onChange={setText} people={people} />
          <ProblemAlert error={act.error} />
          <Group justify="flex-end" mt={8}>
            <Button type="submit" variant="default" disabled={!text.trim()} loading={act.isPending}>
              {t('send')}
            </Button>
          </Group>
        </form>
      )}
    </Section>
  );
}
