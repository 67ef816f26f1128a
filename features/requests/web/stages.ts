// The stages of a request as the stage bar and the board show them; each gathers steps of the SOP.
import { words } from '@lib';

export const STAGES = [
  'intake',
  'eligibility',
  'reviews',
  'match',
  'customer',
  'approval',
  'activity',
  'archive',
] as const;
export type Stage = (typeof STAGES)[number];

const STAGE_OF: Record<string, Stage> = {
  log: 'intake',
  completeness: 'intake',
  returned: 'intake',
  eligibility: 'eligibility',
  legal: 'reviews',
  privacy: 'reviews',
  channel: 'reviews',
  brand: 'reviews',
  regulated: 'reviews',
  information: 'reviews',
  match: 'match',
  consult: 'match',
  confirm: 'customer',
  final: 'approval',
  disclose: 'approval',
  activity: 'activity',
  debrief: 'activity',
  close: 'archive',
  rejection: 'archive',
  rejected: 'archive',
};

interface StagedRequest {
  steps?: string[];
  status: string;
  gates?: { name: string; state: string }[];
}

/// True while a deviation lies before its decision maker.
export const isException = (request: StagedRequest) => !!request.steps?.some((step) => step.startsWith('escalate'));

/// The stage of a request by its open steps; a finished one is in the archive.
export function stageOf(request: StagedRequest): Stage {
  const step = request.steps?.map((id) => STAGE_OF[id.split('.')[0] ?? id]).find(Boolean);
  if (step) return step;
  const gate = request.gates?.find((each) => each.state !== 'passed')?.name.split(' ')[0] ?? '';
  if (STAGE_OF[gate]) return STAGE_OF[gate];
  return request.status === 'open' || request.status === 'deferred' ? 'intake' : 'archive';
}

export const useStageWords = words(
  {
    intake: 'Intake',
    eligibility: 'Eligibility',
    reviews: 'Reviews',
    match: 'Match',
    customer: 'Customer',
    approval: 'Approval',
    exception: 'Exception',
    activity: 'Activity',
    archive: 'Archive',
    label: 'Stages',
    done: 'done',
    now: 'now',
    later: 'later',
  },
  {
    intake: 'Annahme',
    eligibility: 'Eignung',
    reviews: 'Prüfungen',
    match: 'Auswahl',
    customer: 'Kunde',
    approval: 'Freigabe',
    exception: 'Ausnahme',
    activity: 'Aktivität',
    archive: 'Archiv',
    label: 'Stufen',
    done: 'erledigt',
    now: 'jetzt',
    later: 'später',
  },
);
