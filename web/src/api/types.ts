// The wire shapes of /api/v1, as the screens read them. Fields a role may not see can be absent.

export interface Reason {
  code: string;
  field?: string;
  message: string;
  remedy?: string;
}
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: string[];
  const?: string;
  format?: string;
  maxLength?: number;
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
}
export interface Action {
  name: string;
  label: string;
  schema: Schema;
  enabled: boolean;
  why_not?: string | Reason[] | null;
}
export interface Item {
  id: string;
  version: number;
  actions?: Action[];
}
export interface Page<T> {
  items: T[];
  next?: string | null;
  total: number;
}

export interface Me {
  person: { id: string; name: string; email: string };
  workspaces: { id: string; name: string; roles: string[]; second_factor_lacking?: boolean }[];
}
export interface Person extends Item {
  name: string;
  email: string;
  roles: string[];
  active: boolean;
  invited_on?: string;
}

export interface Issue {
  id: string;
  severity: number;
  title: string;
  open: boolean;
}
export interface Account extends Item {
  name: string;
  industry?: string;
  segment?: string;
  region?: string;
  country?: string;
  employees?: number;
  revenue?: number;
  currency?: string;
  tier?: string;
  parent?: string;
  parent_name?: string;
  regulated?: boolean;
  renewal_on?: string;
  health?: number;
  nps?: number;
  products?: string[];
  open_issues?: number;
  issues?: Issue[];
  contract_restriction?: string;
  public_reference_ban?: boolean;
  opted_out?: boolean;
  source?: string;
  external_id?: string;
  contacts_count?: number;
  deals_count?: number;
  advocates_count?: number;
}
export interface Contact extends Item {
  account: string;
  account_name?: string;
  name: string;
  title?: string;
  seniority?: string;
  persona?: string;
  email?: string;
  phone?: string;
  language?: string;
  time_zone?: string;
  region?: string;
  left?: boolean;
  opted_out?: boolean;
  advocate?: string;
  external_id?: string;
}
export interface Prospect {
  name?: string;
  industry?: string;
  region?: string;
  size?: number;
  product?: string;
  persona?: string;
}
export interface Deal extends Item {
  external_id?: string;
  name: string;
  account?: string;
  account_name?: string;
  prospect_name?: string;
  product?: string;
  stage?: string;
  outcome?: 'open' | 'won' | 'lost';
  amount?: number;
  currency?: string;
  engaged_on?: string;
  close_on?: string;
  seller?: string;
  prospect?: Prospect;
}
export interface ImportProblem {
  row: number;
  column?: string;
  value?: string;
  code: string;
  message: string;
  repair?: string;
}
export interface Import extends Item {
  kind: string;
  status: 'previewed' | 'applying' | 'applied' | 'failed' | 'undone';
  columns: string[];
  mapping: Record<string, string>;
  preview: string[][];
  problems: ImportProblem[];
  counts: { created: number; updated: number; unchanged: number; skipped: number; rows: number };
  created_at?: string;
  by?: string;
}
