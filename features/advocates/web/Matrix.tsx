// Use by use: what was permitted, within which limits, until when.
import type { Grant } from '@api';
import { useLabel } from '@lib';
import { DateText, ScrollPanel, StatusChip } from '@ui';
import { Link } from '@tanstack/react-router';
import type { Permitted } from './grants';
import { useWords, type T } from './words';

/// The limits of a grant as one sentence.
function limitsOf(grant: Grant | undefined, label: ReturnType<typeof useLabel>, t: T): string {
  if (!grant) return '–';
  const parts = [
    (grant.channels ?? []).map((channel) => label(channel)).join(', '),
    (grant.regions ?? []).join(', '),
    (grant.languages ?? []).join(', '),
    (grant.products ?? []).join(', '),
    (grant.topics ?? []).join(', '),
    grant.ask_each_time ? t('askEach') : '',
    grant.conditions?.length ? t('withConditions', { count: grant.conditions.length }) : '',
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : t('noLimits');
}

function Line({ line, t }: { line: Permitted; t: T }) {
  const label = useLabel();
  const name = label(line.use);
  return (
    <tr>
      <th scope="row">
        {line.authorization ? (
          <Link className="textlink" to="/authorizations/$id" params={{ id: line.authorization.id }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td>
        <StatusChip status={line.state} />
      </td>
      <td style={{ color: 'var(--vs-text-2)' }}>{limitsOf(line.grant, label, t)}</td>
      <td>
        <DateText at={line.grant?.until} />
      </td>
    </tr>
  );
}

export function Matrix({ lines }: { lines: Permitted[] }) {
  const t = useWords();
  return (
    <ScrollPanel label={t('tabAuth')}>
      <table className="ft" aria-label={t('tabAuth')}>
        <thead>
          <tr>
            <th scope="col">{t('use')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('limits')}</th>
            <th scope="col">{t('until')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.use} line={line} t={t} />
          ))}
        </tbody>
      </table>
    </ScrollPanel>
  );
}
