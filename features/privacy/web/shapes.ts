// What the program says about people's rights, as it comes.
import type { Item } from '@api';

export type Right = 'copy' | 'correct' | 'erase' | 'object';

export type Matter = Item & {
  id: string;
  subject: string;
  subject_name: string;
  right: Right;
  words: string;
  status: 'open' | 'done' | 'refused' | 'withdrawn';
  received_on: string;
  due: string;
  late: boolean;
  settled_at?: string;
  settled_by: string;
  answer: string;
};

export type SubjectRow = Item & {
  id: string;
  name: string;
  account: string;
  account_name: string;
  kind: 'contact' | 'person';
  status: 'known' | 'proposed' | 'erasing' | 'erased';
  held: boolean;
  restricted: boolean;
  open_requests: number;
};

export type Subject = SubjectRow & {
  permissions: number;
  letters: number;
  hold?: { until: string; by: string; reason: string; since: string };
  restriction?: { by: string; reason: string; since: string; permissions: number };
  erasure?: {
    proposed_by: string;
    confirmed_by: string;
    reason: string;
    proposed_at: string;
    confirmed_at?: string;
    done_at?: string;
    also: number;
    words: number;
    files: number;
  };
  remainder?: { until: string; gone: boolean; words?: string; readings: { at: string; by: string; why: string }[] };
  exports: { at: string; by: string }[];
  requests: Matter[];
};

export type Category =
  | 'customer_identity'
  | 'customer_statement'
  | 'staff_identity'
  | 'staff_statement'
  | 'letter'
  | 'imported_file';
export interface Affected {
  id: string;
  name: string;
  kind: 'contact' | 'person' | 'seller';
  categories: Category[];
  records: number;
  written: number;
  named: number;
  handed_out: boolean;
}
export interface AffectedReport {
  records: Partial<Record<Category, number>>;
  items: Affected[];
  total: number;
}

export interface Mention {
  ref: string;
  event: string;
  field: string;
  at: string;
  by: string;
  how: 'name' | 'address' | 'part';
  words: string;
  goes_by_itself: boolean;
}

export interface Found {
  own: Record<string, number>;
  mentions: Mention[];
  files: number;
  more: number;
}

export type Retention = Item & {
  id: string;
  what: string;
  days: number;
  delivered_days: number;
  automatic: boolean;
  own: boolean;
  due_records: number;
  due_words: number;
  held_records: number;
  oldest?: string;
  disposed_records: number;
  disposed_words: number;
  last_disposal?: string;
};

export interface Processing {
  event: string;
  field: string;
  category: string;
  purpose: string;
  basis: string;
  recipients: string;
  retention: string;
}
