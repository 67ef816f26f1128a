// What a contact has permitted, use by use, put together from all authorizations of the contact.
import { useList, type Authorization, type Grant } from '@api';

export interface Permitted {
  use: string;
  state: string;
  authorization?: Authorization;
  grant?: Grant;
}

const STRENGTH = ['in_force', 'expiring', 'partly', 'under_review', 'asked', 'expired', 'withdrawn', 'none'];
const strength = (state: string) => (STRENGTH.indexOf(state) + 1 || STRENGTH.length) - 1;
const SOON_DAYS = 60;
const DAY_MS = 86_400_000;

/// A grant may have ended although others of the same authorization hold.
function stateOf(authorization: Authorization, grant: Grant): string {
  if (!['in_force', 'partly', 'expiring'].includes(authorization.status) || !grant.until) return authorization.status;
  const left = (new Date(grant.until).getTime() - Date.now()) / DAY_MS;
  if (left < -1) return 'expired';
  return left <= SOON_DAYS ? 'expiring' : 'in_force';
}

/// Authorizations of a contact with their grants.
export function useAuthorizationsOf(contact: string | undefined): Authorization[] {
  const list = useList('authorizations', { contact, limit: 100 }, { enabled: !!contact });
  return list.data?.items ?? [];
}

/// One line for each use that was permitted, asked or offered; the strongest permission counts.
export function permittedUses(authorizations: Authorization[], offered: string[]): Permitted[] {
  const best = new Map<string, Permitted>(offered.map((use) => [use, { use, state: 'none' }]));
  for (const authorization of authorizations) {
    for (const grant of authorization.grants ?? []) {
      const found = { use: grant.use_type, state: stateOf(authorization, grant), authorization, grant };
      const old = best.get(grant.use_type);
      if (!old || strength(found.state) < strength(old.state)) best.set(grant.use_type, found);
    }
  }
  return [...best.values()].sort((a, b) => strength(a.state) - strength(b.state));
}
