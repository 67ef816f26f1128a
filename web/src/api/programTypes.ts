// The wire shapes of permissions, advocates, requests and what is around them.
import type { Item, Prospect, Reason } from './types';

export interface Grant {
  use_type: string;
  channels?: string[];
  regions?: string[];
  languages?: string[];
  products?: string[];
  topics?: string[];
  from?: string;
  until?: string;
  ask_each_time?: boolean;
  conditions?: string[];
}
export interface HistoryEntry {
  at: string;
  who?: string;
  what: string;
}
export interface Authorization extends Item {
  number: string;
  contact: string;
  contact_name: string;
  account: string;
  account_name: string;
  status: string;
  grants?: Grant[];
  disclosures?: string[];
  evidence?: { file: string; name: string }[];
  how?: string;
  signer?: string;
  wording?: string;
  recorded_at?: string;
  recorded_by?: string;
  until?: string;
  uses_count?: number;
  history?: HistoryEntry[];
}
export interface Clause {
  authorization: string;
  clause: string;
  effect: string;
}
export interface MayUse {
  answer: 'yes' | 'no' | 'unclear';
  clauses: Clause[];
  conditions?: string[];
  disclosures?: string[];
}

export interface Load {
  quarter: number;
  max: number;
  last_used_on?: string | null;
  pending?: number;
}
export interface Outcome {
  metric: string;
  before?: string | number;
  after?: string | number;
  unit?: string;
}
export interface UseRecord {
  use_type: string;
  request?: string;
  on?: string;
  status: string;
  channel?: string;
}
export interface Advocate extends Item {
  contact: string;
  name: string;
  title?: string;
  account: string;
  account_name?: string;
  industry?: string;
  stage: string;
  use_types?: string[];
  industries?: string[];
  products?: string[];
  regions?: string[];
  languages?: string[];
  topics?: string[];
  excluded_topics?: string[];
  time_zone?: string;
  max_per_quarter?: number;
  load?: Load;
  confirmed_on?: string;
  fresh?: boolean;
  briefed_on?: string;
  return_on?: string;
  authorization_status?: string;
  outcomes?: Outcome[];
  uses?: UseRecord[];
  history?: HistoryEntry[];
}

export interface Sla {
  state: 'ok' | 'soon' | 'breached' | 'paused' | 'met';
  hours_left?: number;
  minutes_left?: number;
}
export interface Gate {
  name: string;
  state: 'passed' | 'waiting' | 'failed' | 'none';
  detail?: string;
}
export interface Clearance {
  aspect: string;
  instance?: string;
  outcome: string;
  by?: string;
  by_name?: string;
  at?: string;
  reason?: string;
  conditions?: string[];
}
/// A candidate; nameless for somebody who only asks for references, until the customer agreed.
export interface Choice {
  contact: string;
  name: string;
  account_name?: string;
  rank?: number;
  status: string;
  slot?: string | null;
  time_zone?: string;
  asked_at?: string | null;
  answer_by?: string | null;
  reminded?: boolean;
  reply?: string | null;
  other_times?: string[];
  colleague_name?: string;
  colleague_email?: string;
  reason?: string;
}
export interface Word {
  rating: number;
  said?: string;
  proof_points?: string;
  concerns?: string;
  again?: boolean;
  by_name?: string;
  at?: string;
}
export interface Activity extends Item {
  number: string;
  status: string;
  contact_name?: string;
  scheduled_for?: string | null;
  minutes?: number;
  time_zone?: string;
  where?: string;
  agenda?: string;
  outcome?: string | null;
  other_times?: string[];
  other_times_why?: string;
  invitations?: number;
  debrief_owed?: boolean;
  debrief?: Word | null;
  customer_debrief?: Word | null;
  incidents?: { at: string; by_name?: string; what: string }[];
}
export interface Message {
  id: string;
  at: string;
  by?: string;
  by_name?: string;
  text: string;
  private?: boolean;
  mentions?: string[];
}
export interface TrailEntry {
  at: string;
  by?: string;
  by_name?: string;
  what: string;
  detail?: string;
}
export interface Request extends Item {
  number: string;
  purpose?: string;
  use_case?: string;
  use_type: string;
  channel?: string;
  deadline?: string;
  status: string;
  stage?: string;
  steps?: string[];
  step_due?: string;
  sla?: Sla;
  waiting_on?: string;
  deal?: string;
  deal_name?: string;
  amount?: number;
  currency?: string;
  prospect?: Prospect;
  wished_customer?: string;
  language?: string;
  touches?: string[];
  high_value?: boolean;
  requester?: string;
  requester_name?: string;
  missing?: Reason[];
  duplicates?: { id: string; number: string; requester_name?: string }[];
  conditions?: string[];
  choice_reason?: string;
  reason?: string;
  wished_customer_name?: string;
  channels?: string[];
  escalations?: { id: string; number: string; rule: string; status: string; reason?: string; conditions?: string[] }[];
  gates?: Gate[];
  clearances?: Clearance[];
  choices?: Choice[];
  disclosure?: { until?: string; contact?: { name?: string; email?: string; phone?: string }; views?: number } | null;
  activity?: { id: string; status: string; number?: string } | null;
  proposal?: { slots?: string[]; minutes?: number; message?: string; name_prospect?: boolean };
  hints?: { code: string; message: string; times?: number }[];
  conversation?: Message[];
  trail?: TrailEntry[];
  created_at?: string;
}
export interface Point {
  criterion: string;
  label: string;
  weight: number;
  points: number;
  mark: 'exact' | 'close' | 'none' | 'unknown';
  theirs?: string;
  wanted?: string;
}
export interface Narrowing {
  active: number;
  eligible: number;
  all_wishes: number;
  wishes: { criterion: string; wanted: string; with: number; without: number }[];
}
export interface Matches {
  items: Candidate[];
  narrowing?: Narrowing;
}
export interface Blocker {
  code: string;
  message: string;
  until?: string | null;
}
export interface Candidate {
  contact: string;
  advocate?: string;
  account?: string;
  name: string;
  title?: string;
  account_name?: string;
  score: number;
  reasons: Point[];
  compromises?: string[];
  warnings?: string[];
  blockers?: Blocker[];
  load?: Load;
  authorization?: {
    answer?: 'yes' | 'no' | 'unclear';
    authorizations?: string[];
    conditions?: string[];
    disclosures?: string[];
  };
}
export type TaskGroup = 'decide' | 'match' | 'customer' | 'mine';
export interface TaskAction {
  collection: string;
  name: string;
  outcomes: string[];
}
export interface Task {
  id: string;
  case_id: string;
  number: string;
  title?: string;
  step: string;
  instance?: string;
  step_title?: string;
  instruction?: string;
  owner_role?: string;
  assignee?: string;
  assignee_name?: string;
  due?: string;
  sla?: Sla;
  use_type?: string;
  prospect_name?: string;
  deadline?: string;
  amount?: number;
  currency?: string;
  requester_name?: string;
  group: TaskGroup;
  snoozed_until?: string;
  actions?: TaskAction[];
  version?: number;
}
export interface Escalation extends Item {
  number: string;
  case_id: string;
  late?: boolean;
  asked_by_name?: string;
  decided_by_name?: string;
  request_number?: string;
  rule: string;
  facts?: unknown;
  options?: string[];
  risk?: string;
  asked_by?: string;
  decision_maker?: string;
  deadline?: string;
  status: string;
  decision?: string;
  reason?: string;
  conditions?: string[];
}
export interface AuditEntry {
  sequence: number;
  at: string;
  actor_name?: string;
  type: string;
  what: string;
  subject?: string;
  command?: string;
}
export interface PolicySection extends Item {
  title: string;
  values: Record<string, unknown>;
  revision: number;
}
export interface SetupItem {
  id: string;
  title: string;
  done: boolean;
  detail?: string;
  link?: string;
}
export interface Setup {
  items: SetupItem[];
  done: number;
  total: number;
}
export interface StoredFile {
  id: string;
  name: string;
  size: number;
  type: string;
}
