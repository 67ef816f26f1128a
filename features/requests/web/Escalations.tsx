// Deviations of a request before their decision maker: rule, facts, options, risk, and the decision.
import { Text } from '@mantine/core';
import { useItem, type Request } from '@api';
import { useLabel } from '@lib';
import { Actions, DateText, Facts, Section, StatusChip } from '@ui';
import { useRequestWords } from './words';

export function Escalations({ request }: { request: Request }) {
  const t = useRequestWords();
  const escalations = request.escalations ?? [];
  if (escalations.length === 0) return null;
  return (
    <Section title={t('exceptions')}>
      <ul className="plain lined">
        {escalations.map((each) => (
          <li key={each.id}>
            <One escalation={each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/// What the request says of it, and everything else where one may read it.
function One({ escalation }: { escalation: NonNullable<Request['escalations']>[number] }) {
  const t = useRequestWords();
  const label = useLabel();
  const full = useItem('escalations', escalation.id).data;
  return (
    <>
      <div className="section-head">
        <span className="inline wrap">
          <span className="num dim">{escalation.number}</span>
          <StatusChip status={escalation.status} />
          {label(escalation.rule)}
        </span>
        {full && (
          <span className="inline">
            <Actions collection="escalations" item={full} primary={['decide']} />
          </span>
        )}
      </div>
      {full && (
        <Facts
          items={[
            [label('facts'), typeof full.facts === 'string' ? full.facts : ''],
            [t('risk'), full.risk],
            [t('options'), full.options?.map((option) => label(option)).join(', ')],
            [t('askedBy'), full.asked_by_name],
            [t('decideBy'), full.status === 'open' ? <DateText at={full.deadline} /> : null],
          ]}
        />
      )}
      {escalation.reason && (
        <Text size="sm" mt={6}>
          {escalation.reason}
        </Text>
      )}
      {full?.decided_by_name && (
        <Text size="xs" c="dimmed">
          {t('decided', { name: full.decided_by_name })}
        </Text>
      )}
    </>
  );
}
