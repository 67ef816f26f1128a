// A refusal below a form whose fields already show their own reasons.
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '@api';
import { words } from '@lib';
import { fieldPath } from './ActionForm';
import { ProblemAlert, ReasonList } from './Page';

const useRefusedWords = words(
  { marked: '{count} field above needs your attention.|{count} fields above need your attention.' },
  { marked: '{count} Feld oben braucht Ihren Blick.|{count} Felder oben brauchen Ihren Blick.' },
);

/// Reasons by field: "grants[0].until" → "grants.0.until".
export const errorsOf = (error: unknown): Record<string, string> => {
  const reasons = error instanceof Problem ? error.reasons : [];
  return Object.fromEntries(
    reasons.map((each) => [fieldPath(each.field ?? ''), [each.message, each.remedy].filter(Boolean).join(' ')]),
  );
};

/// What the fields cannot say: other reasons in full, and how many fields are marked. `shows` tells which those are.
export function Refused({ error, shows }: { error: unknown; shows: (field: string) => boolean }) {
  const t = useRefusedWords();
  if (!error) return null;
  const reasons = error instanceof Problem ? error.reasons : [];
  const others = reasons.filter((each) => !shows(fieldPath(each.field ?? '')));
  const marked = reasons.length - others.length;
  if (!marked) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
      <Text size="sm">{t('marked', { count: marked })}</Text>
      {others.length > 0 && <ReasonList reasons={others} />}
    </Alert>
  );
}
