// A take-down as the lists and its page tell it.
import type { Item } from '@api';

export type Cause = 'withdrawn' | 'narrowed' | 'lapsed' | 'conditions_refused';
export type How = 'removed' | 'replaced' | 'never_published' | 'permitted_again';
export type Takedown = Item & {
  id: string;
  number: string;
  authorization: string;
  authorization_number: string;
  contact_name: string;
  account: string;
  account_name: string;
  use_type: string;
  channel: string;
  request: string;
  used_on: string;
  cause: Cause;
  owner: string;
  owner_name: string;
  due: string;
  overdue: boolean;
  status: 'open' | 'closed';
  how?: How;
  raised_at: string;
  closed_at?: string;
  link?: string;
  note?: string;
  closed_by?: string;
  evidence?: { file: string; name: string }[];
};
