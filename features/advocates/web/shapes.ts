// What the server says about advocates beyond the common shapes.
import type { Advocate } from '@api';

export interface Away {
  from: string;
  until: string;
}
export interface AdvocateRecord extends Advocate {
  personas?: string[];
  reliability?: number;
  notes?: string[];
  blackout?: Away[];
}
export const STAGES = ['nominated', 'qualified', 'invited', 'onboarding', 'active', 'resting', 'paused', 'retired'];
/// Uses that are not over yet.
export const isPending = (status: string) => ['held', 'asked', 'scheduled'].includes(status);
