// Codes of the wire in words a customer would accept to read. An unknown code is shown with its underscores removed.
import { useMemo } from 'react';
import { useLanguage } from './i18n';

type Words = Record<string, [en: string, de: string]>;

const uses: Words = {
  reference_call: ['Reference call', 'Referenzgespräch'], site_visit: ['Site visit', 'Vor-Ort-Besuch'],
  case_study: ['Case study', 'Fallstudie'], video: ['Video', 'Video'], quote: ['Quote', 'Zitat'],
  testimonial: ['Testimonial', 'Empfehlung'], logo: ['Logo', 'Logo'], name_mention: ['Name mention', 'Namensnennung'],
  recording: ['Recording', 'Aufzeichnung'], event_speaker: ['Event speaker', 'Vortrag'], webinar: ['Webinar', 'Webinar'],
  analyst_reference: ['Analyst reference', 'Analystenreferenz'], press: ['Press', 'Presse'],
  rfp_reference: ['RFP reference', 'Ausschreibungsreferenz'], review_site: ['Review site', 'Bewertungsportal'],
  social: ['Social media', 'Soziale Medien'], advisory_board: ['Advisory board', 'Kundenbeirat'],
};
const channels: Words = {
  sales: ['Sales', 'Vertrieb'], web: ['Website', 'Website'], analyst: ['Analysts', 'Analysten'],
  event: ['Events', 'Veranstaltungen'], partner: ['Partners', 'Partner'], internal: ['Internal', 'Intern'],
};
const roles: Words = {
  requester: ['Requester', 'Anfragende'], intake_coordinator: ['Intake coordinator', 'Annahme'],
  program_owner: ['Program owner', 'Programmleitung'], account_owner: ['Account owner', 'Kundenbetreuung'],
  legal_reviewer: ['Legal reviewer', 'Rechtsprüfung'], privacy_reviewer: ['Privacy reviewer', 'Datenschutzprüfung'],
  channel_owner: ['Channel owner', 'Kanalverantwortung'], decision_maker: ['Decision maker', 'Entscheidung'],
  sponsor: ['Program sponsor', 'Programmsponsor'], content_owner: ['Content owner', 'Inhaltsverantwortung'],
  writer: ['Writer', 'Redaktion'], interviewer: ['Interviewer', 'Interviewführung'],
  advocacy_manager: ['Advocacy manager', 'Referenzbetreuung'], brand_manager: ['Brand manager', 'Markenführung'],
  marketing_operations: ['Marketing operations', 'Marketing Operations'], executive: ['Executive', 'Geschäftsleitung'],
  auditor: ['Auditor', 'Revision'], administrator: ['Administrator', 'Administration'],
};
const states: Words = {
  open: ['Open', 'Offen'], fulfilled: ['Fulfilled', 'Erfüllt'], rejected: ['Rejected', 'Abgelehnt'],
  cancelled: ['Cancelled', 'Abgebrochen'], deferred: ['Deferred', 'Zurückgestellt'], archived: ['Archived', 'Archiviert'],
  clear: ['Clear', 'Frei'], clear_with_conditions: ['Clear with conditions', 'Frei mit Auflagen'],
  with_conditions: ['Clear with conditions', 'Frei mit Auflagen'], not_clear: ['Not clear', 'Nicht frei'],
  need_information: ['Needs information', 'Rückfrage offen'], eligibility: ['Eligibility', 'Eignung'],
  legal: ['Legal', 'Recht'], privacy: ['Privacy', 'Datenschutz'], channel: ['Channel owner', 'Kanalverantwortung'],
  brand: ['Brand', 'Marke'], regulated_claims: ['Regulated claims', 'Regulierte Aussagen'],
  chosen: ['Chosen', 'Ausgewählt'], consulted: ['Account owner asked', 'Betreuung gefragt'],
  objected: ['Account owner objected', 'Einwand der Betreuung'], asked: ['Customer asked', 'Kunde gefragt'],
  confirmed: ['Confirmed', 'Bestätigt'], declined: ['Declined', 'Abgelehnt'], agreed: ['Agreed', 'Zugestimmt'],
  none: ['Never asked', 'Nie gefragt'], partly: ['Partly granted', 'Teilweise erteilt'], in_force: ['Granted', 'Erteilt'],
  expiring: ['Expires soon', 'Läuft bald ab'], expired: ['Expired', 'Abgelaufen'], withdrawn: ['Withdrawn', 'Widerrufen'],
  under_review: ['Under review', 'In Prüfung'], nominated: ['Nominated', 'Vorgeschlagen'],
  qualified: ['Qualified', 'Qualifiziert'], invited: ['Invited', 'Eingeladen'], onboarding: ['Onboarding', 'Einführung'],
  active: ['Active', 'Aktiv'], resting: ['Resting', 'In Pause'], paused: ['Paused', 'Pausiert'],
  retired: ['Retired', 'Ausgeschieden'], held: ['Held', 'Vorgemerkt'], scheduled: ['Scheduled', 'Geplant'],
  done: ['Done', 'Erledigt'], no_show: ['Did not take place', 'Fand nicht statt'], previewed: ['Preview', 'Vorschau'],
  applying: ['Being applied', 'Wird übernommen'], applied: ['Applied', 'Übernommen'], failed: ['Failed', 'Fehlgeschlagen'],
  undone: ['Undone', 'Rückgängig gemacht'], won: ['Won', 'Gewonnen'], lost: ['Lost', 'Verloren'],
  passed: ['Passed', 'Bestanden'], waiting: ['Waiting', 'Wartet'], yes: ['Yes', 'Ja'], no: ['No', 'Nein'],
  unclear: ['Unclear', 'Unklar'], regulated_claim: ['Regulated claim', 'Regulierte Aussage'],
  grant: ['Grant', 'Gewähren'], correct: ['Correct first', 'Erst berichtigen'],
  other_customer: ['Other customer', 'Anderer Kunde'], defer: ['Defer', 'Zurückstellen'], reject: ['Reject', 'Ablehnen'],
};
const actions: Words = {
  complete: ['Mark complete', 'Vollständig'],
  choose: ['Choose candidates', 'Auswählen'], object: ['Object', 'Einwenden'], agree: ['Agree', 'Zustimmen'],
  confirm: ['Confirm for the customer', 'Für den Kunden bestätigen'], approve: ['Approve', 'Freigeben'],
  decline: ['Decline', 'Ablehnen'], disclose: ['Show contact details', 'Kontaktdaten zeigen'],
  record_activity: ['Record the activity', 'Aktivität festhalten'], debrief: ['Debrief', 'Nachbesprechen'],
  close: ['Close', 'Abschließen'], cancel: ['Cancel request', 'Anfrage abbrechen'],
  escalate: ['Escalate', 'Eskalieren'], comment: ['Comment', 'Kommentieren'], resubmit: ['Send again', 'Erneut senden'],
  reopen: ['Reopen', 'Wieder öffnen'], decide: ['Decide', 'Entscheiden'],
};
const fields: Words = {
  reason: ['Reason', 'Begründung'], conditions: ['Conditions', 'Auflagen'], complete: ['Complete', 'Vollständigkeit'], outcome: ['Outcome', 'Ergebnis'],
  aspect: ['Review of', 'Prüfung von'], comment: ['Comment', 'Kommentar'], note: ['Note', 'Notiz'],
  text: ['Words', 'Text'], until: ['Until', 'Bis'], from: ['From', 'Ab'], on: ['On', 'Am'],
  use_type: ['Use', 'Nutzung'], use_case: ['What should the customer speak to?', 'Worüber soll der Kunde sprechen?'],
  purpose: ['Purpose', 'Zweck'], deadline: ['Needed by', 'Benötigt bis'], language: ['Language', 'Sprache'],
  name: ['Name', 'Name'], industry: ['Industry', 'Branche'], region: ['Region', 'Region'],
  size: ['Employees', 'Mitarbeitende'], product: ['Product', 'Produkt'], persona: ['Role of the person', 'Rolle der Person'],
  contact: ['Contact', 'Kontakt'], deal: ['Deal', 'Geschäft'], prospect: ['Prospect', 'Interessent'],
  wished_customer: ['Wished customer', 'Wunschkunde'], touches: ['Touches', 'Betrifft'], title: ['Title', 'Titel'],
  email: ['E-mail', 'E-Mail'], phone: ['Phone', 'Telefon'], decision: ['Decision', 'Entscheidung'],
  contacts: ['Candidates in order', 'Kandidaten in Reihenfolge'], private: ['Private note', 'Private Notiz'],
  mentions: ['Mention', 'Erwähnen'],
};

const verbs: Words = Object.fromEntries(Object.entries(actions).map(([name, both]) => [`do:${name}`, both]));
const all: Words = { ...fields, ...verbs, ...states, ...roles, ...channels, ...uses };

/// "request_owner" → "Request owner"
export function humanise(code: string): string {
  const spaced = code.replaceAll('_', ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export type Label = (code: string | undefined | null, fallback?: string) => string;

/// Names codes in the person's language: `label('reference_call')`; verbs of buttons as `label('do:approve')`.
export function useLabel(): Label {
  const lang = useLanguage();
  return useMemo(() => (code, fallback) => {
    if (!code) return fallback ?? '';
    const known = Object.hasOwn(all, code) ? all[code] : undefined;
    return known ? known[lang === 'de' ? 1 : 0] : (fallback ?? humanise(code.replace(/^do:/, '')));
  }, [lang]);
}

export const USE_TYPES = Object.keys(uses);
export const CHANNELS = ['sales', 'web', 'analyst', 'event', 'press', 'partner', 'social', 'internal'];
export const ROLES = Object.keys(roles);
