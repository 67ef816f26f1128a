// How the editors of the sections read and change their values, which come from the server as plain JSON.
import type { T } from './words';

export type Values = Record<string, unknown>;
/// One editor edits one section.
export interface EditorProps {
  values: Values;
  change: (part: Values) => void;
  disabled: boolean;
  t: T;
}

export interface Limit {
  max_per_quarter: number;
  cooldown_days: number;
}
export interface LimitException {
  use_type?: string | null;
  channel?: string | null;
  region?: string | null;
  limit: Limit;
}
export interface RequiredText {
  code: string;
  text: string;
  use_types: string[];
}
export const CONFLICTS = ['competitor', 'excluded', 'same_group', 'bad_history', 'quiet_period', 'renewal_near'];
/// Something between two companies that no record of the directory tells.
export interface Barrier {
  kind: string;
  account: string;
  with?: string | null;
  from?: string | null;
  until?: string | null;
}
/// Lists that name nothing mean all.
export interface PrivacyLimit {
  region: string;
  use_types: string[];
  channels: string[];
}
export interface Calendar {
  days: string[];
  from_hour: number;
  until_hour: number;
  time_zone: string;
  holidays: string[];
}

export const numberOf = (value: unknown, fallback = 0) => (typeof value === 'number' ? value : fallback);
export const listOf = <V>(value: unknown): V[] => (Array.isArray(value) ? (value as V[]) : []);
export const mapOf = <V>(value: unknown): Record<string, V> =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, V>) : {};

/// The map without the key.
export function without<V>(map: Record<string, V>, key: string): Record<string, V> {
  const { [key]: _gone, ...rest } = map;
  return rest;
}

/// The list with one element replaced, or left out when there is no replacement.
export const withAt = <V>(list: V[], at: number, value: V | undefined): V[] =>
  list.flatMap((old, index) => (index !== at ? [old] : value === undefined ? [] : [value]));
