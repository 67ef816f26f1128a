// What the server says about an advocate's record, by the names of the screens.
import type { ItemOf } from '@api';

export type AdvocateRecord = ItemOf<'advocates'>;
export type RestingUse = AdvocateRecord['uses'][number];
export const STAGES = ['nominated', 'qualified', 'invited', 'onboarding', 'active', 'resting', 'paused', 'retired'];
/// Uses that are not over yet.
export const isPending = (status: string) => ['held', 'asked', 'scheduled'].includes(status);
