// A request with the customer's eyes: the same words, made by the same functions, on a phone's width.
import { Group, Text, Title } from '@mantine/core';
import type { AskT } from './askWords';
import type { RoundPage, ScopeShown } from './shapes';
import './ask.css';

function OneAsk({ ask, t }: { ask: ScopeShown; t: AskT }) {
  return (
    <li className="ask-item">
      <Text fw={600}>{ask.title}</Text>
      <Text size="sm">{ask.text}</Text>
      <ul className="reasons">
        {ask.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
        <li>{ask.period}</li>
      </ul>
      {ask.content && <blockquote className="ask-content">{ask.content}</blockquote>}
      <Group gap={6} aria-hidden>
        {(['yes', 'limited', 'no'] as const).map((say) => (
          <span key={say} className="ask-choice">
            {t(say)}
          </span>
        ))}
      </Group>
    </li>
  );
}

export function CustomerSees({ page, label, t }: { page: RoundPage; label: string; t: AskT }) {
  return (
    <article className="ask-phone" lang={page.language} aria-label={label}>
      <Title order={2}>{page.title}</Title>
      <Text size="sm">{page.opening}</Text>
      {page.message && <blockquote className="ask-content">{page.message}</blockquote>}
      <ol className="ask-list">
        {page.asks.map((ask) => (
          <OneAsk key={ask.ask} ask={ask} t={t} />
        ))}
      </ol>
      {page.disclosures.map((text) => (
        <Text key={text} size="sm">
          {text}
        </Text>
      ))}
      <Text size="sm">{page.boundaries}</Text>
      <Text size="sm">{page.withdrawal}</Text>
    </article>
  );
}
