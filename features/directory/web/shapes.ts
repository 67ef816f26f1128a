// What the server says about records beyond the common shapes: who owns which field, and since when.
import type { Account, Contact } from '@api';

export interface Sourced {
  source?: string;
  crm_fields?: string[];
  updated_at?: string;
  updated_by_name?: string;
}
export type AccountRecord = Account &
  Sourced & {
    use_cases?: string[];
    competitors?: string[];
    owner?: string;
    churned?: boolean;
    won_value?: number;
    pipeline_value?: number;
  };
export type ContactRecord = Omit<Contact, 'advocate'> & Sourced & { advocate?: boolean | string };
