// An authorization as its record tells it.
import type { Authorization, Grant } from '@api';

export type GrantView = Grant & {
  not_with?: string[];
  content?: string;
  not_with_competitors?: boolean;
  approve_words_first?: boolean;
  with_legal?: boolean;
};
export type Authority = 'myself' | 'company' | 'legal' | 'public_relations';
export type SignerState = 'waiting_for_turn' | 'asked' | 'answered' | 'declined';
export type RoundState = 'open' | 'granted' | 'declined' | 'recorded' | 'withdrawn';
export type Cause =
  | 'severe_issue'
  | 'health_drop'
  | 'contract_restricted'
  | 'contact_left'
  | 'contact_moved'
  | 'contact_opted_out'
  | 'company_opted_out'
  | 'renewal_risk'
  | 'churned'
  | 'product_expanded'
  | 'leadership_changed';
export interface SignerRow {
  contact: string;
  name: string;
  authority: Authority;
  state: SignerState;
  answered_at?: string;
  assurance?: 'email_link' | 'code';
  codes_impossible?: boolean;
  remark: string;
}
export interface RoundView {
  state: RoundState;
  language: string;
  wording: string;
  wording_digest: string;
  wording_template: string;
  template_revision: number;
  message: string;
  asked_by: string;
  in_order: boolean;
  asked_at: string;
  link_until?: string;
  signers: SignerRow[];
  questions: { contact: string; name: string; question: string; reply: string; at: string }[];
  reminders: string[];
}
/// One ask in the customer's words.
export interface ScopeShown {
  ask: number;
  title: string;
  text: string;
  limits: string[];
  period: string;
  content: string;
}
/// The request as the customer sees it.
export interface RoundPage {
  language: string;
  title: string;
  opening: string;
  message: string;
  boundaries: string;
  withdrawal: string;
  asks: ScopeShown[];
  disclosures: string[];
}
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
  round?: RoundView;
  paused_until?: string;
  renewal_offer?: string;
  doubts?: { cause: Cause; at: string }[];
};
export const STATUSES = ['in_force', 'partly', 'expiring', 'expired', 'asked', 'under_review', 'withdrawn'];
