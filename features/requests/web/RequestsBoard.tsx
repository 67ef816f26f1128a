// The same requests as cards, by stage.
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RequestRow } from '@api';
import { DateText, Sla, Use } from '@ui';
import { isException, STAGES, stageOf, useStageWords } from './stages';

export function RequestsBoard({ requests }: { requests: RequestRow[] }) {
  const t = useStageWords();
  return (
    <div className="board" tabIndex={0} role="region" aria-label={t('label')}>
      {(['exception', ...STAGES] as const).map((stage) => {
        const here = requests.filter((request) => (isException(request) ? 'exception' : stageOf(request)) === stage);
        if (stage === 'exception' && here.length === 0) return null;
        return (
          <section key={stage} aria-label={t(stage)}>
            <h2>
              {t(stage)}
              <span className="count">{here.length}</span>
            </h2>
            {here.map((request) => (
              <Card key={request.id} request={request} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Card({ request }: { request: RequestRow }) {
  return (
    <Link className="panel card" to="/requests/$id" params={{ id: request.id } as never}>
      <span className="inline wrap">
        <span className="num dim">{request.number}</span>
        <Sla sla={request.status === 'open' ? request.sla : null} />
      </span>
      <Text size="sm" fw={550} truncate>
        {request.prospect?.name || request.deal_name}
      </Text>
      <span className="inline wrap">
        <Use use={request.use_type} />
        <span className="dim">
          <DateText at={request.deadline} />
        </span>
      </span>
    </Link>
  );
}
