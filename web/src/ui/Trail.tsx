// What happened, newest first, in sentences.
import { Text } from '@mantine/core';
import { DateText } from './Values';

export interface TrailLine {
  at: string;
  who?: string;
  what: string;
  detail?: string;
}

/// A timeline; each line says what, who and when.
export function Trail({ lines, label }: { lines: TrailLine[]; label: string }) {
  const newest = [...lines].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="trail" aria-label={label}>
      {newest.map((line, i) => (
        <li key={`${line.at}-${i}`}>
          <Text size="sm">{line.what}</Text>
          {line.detail && (
            <Text size="sm" c="dimmed">
              {line.detail}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            <DateText at={line.at} />
            {line.who ? ` · ${line.who}` : ''}
          </Text>
        </li>
      ))}
    </ol>
  );
}

/// Uses in this quarter against what the customer agreed to.
export function LoadBar({ used, max, label }: { used: number; max: number; label: string }) {
  const share = max > 0 ? Math.min(100, (used / max) * 100) : 100;
  const tone = share >= 100 ? 'bad' : share >= 75 ? 'warn' : 'ok';
  return (
    <span className="inline num">
      <span className={`bar ${tone}`} role="img" aria-label={`${label}: ${used} / ${max}`}>
        <i style={{ width: `${share}%` }} />
      </span>
      <span aria-hidden>
        {used} / {max}
      </span>
    </span>
  );
}
