// An authorization as its record tells it.
import type { Authorization, Grant } from '@api';

export type GrantView = Grant & { not_with?: string[]; content?: string };
export interface UseMade {
  use_type: string;
  channel?: string;
  request?: string;
  on: string;
}
export type AuthorizationRecord = Omit<Authorization, 'grants'> & {
  grants?: GrantView[];
  asks?: GrantView[];
  uses?: UseMade[];
  use_types?: string[];
  channels?: string[];
  pre_approved?: boolean;
};
export const STATUSES = ['in_force', 'partly', 'expiring', 'expired', 'asked', 'under_review', 'withdrawn'];
