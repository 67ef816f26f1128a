// What the server says about advocates beyond the common shapes.
import type { Advocate, HistoryEntry, UseRecord } from '@api';

export interface Away {
  from: string;
  until: string;
}
/// A use, and until when no other of its kind may follow.
export interface RestingUse extends UseRecord {
  rests_until?: string;
}
export interface AdvocateRecord extends Omit<Advocate, 'uses' | 'history'> {
  uses?: RestingUse[];
  history?: (HistoryEntry & { reason?: string; return_on?: string | null })[];
  personas?: string[];
  reliability?: number;
  notes?: string[];
  blackout?: Away[];
}
export const STAGES = ['nominated', 'qualified', 'invited', 'onboarding', 'active', 'resting', 'paused', 'retired'];
/// Uses that are not over yet.
export const isPending = (status: string) => ['held', 'asked', 'scheduled'].includes(status);
