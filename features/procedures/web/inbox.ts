// Which tasks a view shows, how they are grouped, and what "approve" and "decline" mean at a step.
import type { Task, TaskGroup } from '@api';
import { words } from '@lib';

export type View = 'mine' | 'late' | 'week' | 'calls';
export const VIEWS: View[] = ['mine', 'late', 'week', 'calls'];
export const GROUPS: TaskGroup[] = ['decide', 'match', 'customer', 'mine'];
const WEEK_MS = 7 * 86_400_000;

/// True if the view shows the task.
export function inView(view: View, task: Task, now = Date.now()): boolean {
  if (view === 'late') return task.sla?.state === 'breached' || task.sla?.state === 'soon';
  if (view === 'week') return !!task.deadline && new Date(task.deadline).getTime() - now < WEEK_MS;
  if (view === 'calls') return task.use_type === 'reference_call';
  return true;
}

/// Tasks by what must be done, the most urgent first.
export function grouped(tasks: Task[]): { id: TaskGroup; rows: Task[] }[] {
  const urgent = (task: Task) => (task.sla?.state === 'paused' ? Infinity : (task.sla?.hours_left ?? Infinity));
  return GROUPS.map((id) => ({
    id,
    rows: tasks
      .filter((task) => task.group === id)
      .sort((a, b) => urgent(a) - urgent(b) || a.number.localeCompare(b.number)),
  }));
}

export interface Move {
  action: string;
  input: Record<string, unknown>;
}

/// The aspect a review step clears, as the review form names it; empty for other steps.
export function aspectOf(task: Task): string {
  if (!task.actions?.some((action) => action.name === 'clear')) return '';
  return task.instance ? `${task.step}.${task.instance}` : task.step;
}

const APPROVE: Record<string, Move> = {
  complete: { action: 'complete', input: {} },
  agree: { action: 'agree', input: {} },
  approve: { action: 'approve', input: { outcome: 'approved' } },
  disclose: { action: 'disclose', input: {} },
};
const DECLINE: Record<string, Move> = {
  agree: { action: 'object', input: {} },
  approve: { action: 'approve', input: { outcome: 'not_approved' } },
};
const moveOf = (moves: Record<string, Move>, task: Task) =>
  task.actions?.map((action) => moves[action.name]).find((move) => move !== undefined);

/// What approving means here, if it needs no words.
export const approval = (task: Task) => moveOf(APPROVE, task);
/// What declining means here; it always needs a reason.
export const refusal = (task: Task) => moveOf(DECLINE, task);

export const useInboxWords = words(
  {
    title: 'Inbox',
    sub: '{count} task|{count} tasks',
    over: '{count} late|{count} late',
    ask: 'Ask for a reference',
    views: 'Views',
    v_mine: 'For me',
    v_late: 'Late & soon',
    v_week: 'Needed this week',
    v_calls: 'Calls',
    decide: 'Your decision',
    match: 'Find a match',
    customer: 'Waiting on the customer',
    mine: 'Yours to do',
    request: 'Request',
    prospect: 'Prospect',
    use: 'Use',
    stage: 'Step',
    time: 'Time',
    needed: 'Needed',
    deal: 'Deal',
    from: 'Requested by',
    clear: 'Inbox clear',
    clearHint: 'What needs your decision appears here, the most urgent first. ' + 'Nothing waits for you now.',
    noneHere: 'Nothing in this view',
    noneHereHint: 'Choose another view above.',
    move: 'move',
    select: 'select',
    matches: 'matches',
    approve: 'Approve',
    decline: 'Decline…',
    snooze: 'Snooze',
    keys: 'all keys',
    details: 'Request details',
    open: 'Open the request',
    compare: 'Compare matches',
    review: 'Record review…',
    approved: '{number} approved. Nothing is sent for 10 s.',
    declined: '{number} declined. Nothing is sent for 10 s.',
    snoozed: '{number} sleeps until {day}.',
    cannotApprove: '{number} needs more than a yes: open it.',
    cannotDecline: '{number} cannot be declined at this step.',
    reason: 'Reason',
    reasonHint: 'The requester reads it.',
    declineTitle: 'Decline {what}',
    cancel: 'Cancel',
    needReason: 'Say why in a sentence.',
    bulk: 'Bulk actions',
    selected: '{count} selected',
    dry: '{n} of {count} can be approved now.',
    dryNeed: '{count} needs its own review or match.|{count} need their own review or match.',
    dryNone: 'None of them can be approved at once: each needs its own review or match.',
    unselect: 'Clear selection',
    approvedMany: '{count} task approved. Nothing is sent for 10 s.|{count} tasks approved. Nothing is sent for 10 s.',
    declinedMany: '{count} task declined. Nothing is sent for 10 s.|{count} tasks declined. Nothing is sent for 10 s.',
    snoozedMany: '{count} task sleeps until {day}.|{count} tasks sleep until {day}.',
    by: 'by',
    dealFacts: 'Facts',
    why: 'What to do',
    k_jk: 'Next, previous',
    k_x: 'Select',
    k_o: 'Open the request',
    k_m: 'Compare matches',
    k_a: 'Approve or record a review',
    k_d: 'Decline',
    k_h: 'Snooze until tomorrow',
    k_z: 'Undo within 10 s',
    k_c: 'Ask for a reference',
    k_g: 'Go to inbox, requests, advocates, authorizations, accounts, audit, settings',
    k_k: 'Search or do',
    keysTitle: 'Keys',
    keysOn: 'Single keys act',
    declineN: 'Decline {n}…',
    approveN: 'Approve {n}',
  },
  {
    title: 'Eingang',
    sub: '{count} Aufgabe|{count} Aufgaben',
    over: '{count} verspätet|{count} verspätet',
    ask: 'Referenz anfragen',
    views: 'Ansichten',
    v_mine: 'Für mich',
    v_late: 'Spät & bald',
    v_week: 'Diese Woche',
    v_calls: 'Gespräche',
    decide: 'Ihre Entscheidung',
    match: 'Referenz finden',
    customer: 'Wartet auf den Kunden',
    mine: 'Von Ihnen zu tun',
    request: 'Anfrage',
    prospect: 'Interessent',
    use: 'Nutzung',
    stage: 'Schritt',
    time: 'Zeit',
    needed: 'Benötigt',
    deal: 'Geschäft',
    from: 'Angefragt von',
    clear: 'Eingang leer',
    clearHint: 'Hier erscheint, was Ihre Entscheidung braucht, das Dringendste zuerst. Gerade wartet nichts auf Sie.',
    noneHere: 'Nichts in dieser Ansicht',
    noneHereHint: 'Wählen Sie oben eine andere Ansicht.',
    move: 'bewegen',
    select: 'auswählen',
    matches: 'Kandidaten',
    approve: 'Freigeben',
    decline: 'Ablehnen…',
    snooze: 'Zurückstellen',
    keys: 'alle Tasten',
    details: 'Angaben zur Anfrage',
    open: 'Anfrage öffnen',
    compare: 'Kandidaten vergleichen',
    review: 'Prüfung festhalten…',
    approved: '{number} freigegeben. 10 s lang wird nichts gesendet.',
    declined: '{number} abgelehnt. 10 s lang wird nichts gesendet.',
    snoozed: '{number} ruht bis {day}.',
    cannotApprove: '{number} braucht mehr als ein Ja: bitte öffnen.',
    cannotDecline: '{number} kann hier nicht abgelehnt werden.',
    reason: 'Begründung',
    reasonHint: 'Die anfragende Person liest sie.',
    declineTitle: '{what} ablehnen',
    cancel: 'Abbrechen',
    needReason: 'Sagen Sie in einem Satz, warum.',
    bulk: 'Mehrere bearbeiten',
    selected: '{count} ausgewählt',
    dry: '{n} von {count} können jetzt freigegeben werden.',
    dryNeed: '{count} braucht eine eigene Prüfung oder Auswahl.|{count} brauchen eine eigene Prüfung oder Auswahl.',
    dryNone: 'Keine lässt sich sofort freigeben: jede braucht eine eigene Prüfung oder Auswahl.',
    unselect: 'Auswahl aufheben',
    approvedMany:
      '{count} Aufgabe freigegeben. 10 s lang wird nichts gesendet.|' +
      '{count} Aufgaben freigegeben. 10 s lang wird nichts gesendet.',
    declinedMany:
      '{count} Aufgabe abgelehnt. 10 s lang wird nichts gesendet.|' +
      '{count} Aufgaben abgelehnt. 10 s lang wird nichts gesendet.',
    snoozedMany: '{count} Aufgabe ruht bis {day}.|{count} Aufgaben ruhen bis {day}.',
    by: 'bis',
    dealFacts: 'Angaben',
    why: 'Zu tun',
    k_jk: 'Weiter, zurück',
    k_x: 'Auswählen',
    k_o: 'Anfrage öffnen',
    k_m: 'Kandidaten vergleichen',
    k_a: 'Freigeben oder Prüfung festhalten',
    k_d: 'Ablehnen',
    k_h: 'Bis morgen zurückstellen',
    k_z: 'Binnen 10 s rückgängig',
    k_c: 'Referenz anfragen',
    k_g: 'Zu Eingang, Anfragen, Referenzkunden, Freigaben, Kunden, Prüfpfad, Einstellungen',
    k_k: 'Suchen oder tun',
    keysTitle: 'Tasten',
    keysOn: 'Einzelne Tasten wirken',
    declineN: '{n} ablehnen…',
    approveN: '{n} freigeben',
  },
);
