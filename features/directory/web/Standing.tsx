// May this customer be used at all? Always in words.
import { Chip, type Tone } from '@ui';
import { IconAlertTriangle, IconBan, IconCheck, IconFileText, type TablerIcon } from '@tabler/icons-react';
import type { Account } from '@api';
import type { T } from './words';

const SEVERE = 2;
/// Open issues that block a use by default.
export const severeIssues = (account: Account) =>
  (account.issues ?? []).filter((issue) => issue.open && issue.severity <= SEVERE);

/// Everything that stands against a use, the worst first.
export function obstacles(account: Account, t: T): [Tone, TablerIcon, string][] {
  const severe = severeIssues(account).length;
  const all: [unknown, Tone, TablerIcon, string][] = [
    [account.opted_out, 'bad', IconBan, t('optedOut')],
    [account.churned, 'bad', IconBan, t('churned')],
    [account.public_reference_ban, 'bad', IconBan, t('banned')],
    [account.contract_restriction, 'warn', IconFileText, t('restricted')],
    [severe, 'warn', IconAlertTriangle, t('severe', { count: severe })],
  ];
  return all.filter(([holds]) => holds).map(([, tone, icon, words]) => [tone, icon, words]);
}

/// One chip for lists, all of them with `all`.
export function Standing({ account, all, t }: { account: Account; all?: boolean; t: T }) {
  const against = obstacles(account, t);
  if (!against.length)
    return (
      <Chip tone="ok" icon={IconCheck}>
        {t('free')}
      </Chip>
    );
  return (
    <>
      {(all ? against : against.slice(0, 1)).map(([tone, icon, words]) => (
        <Chip key={words} tone={tone} icon={icon}>
          {words}
        </Chip>
      ))}
    </>
  );
}
