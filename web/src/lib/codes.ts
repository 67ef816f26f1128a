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
  regulated: ['Compliance', 'Regulierte Aussagen'], completeness: ['Complete', 'Vollständigkeit'],
  consult: ['Account owner', 'Kundenbetreuung'], confirm: ['Customer’s yes', 'Ja des Kunden'],
  final: ['Final approval', 'Letzte Freigabe'], relationship: ['Account owner', 'Kundenbetreuung'],
  agrees: ['Agrees', 'Stimmt zu'], objects: ['Objects', 'Wendet ein'], granted: ['Granted', 'Gewährt'],
  corrected: ['Corrected', 'Berichtigt'], asked_customer: ['Customer asked', 'Kunde gefragt'], released: ['Released', 'Freigestellt'], blocked: ['Blocked', 'Gesperrt'],
  approved: ['Approved', 'Freigegeben'], not_approved: ['Not approved', 'Nicht freigegeben'], partly_fulfilled: ['Partly fulfilled', 'Teilweise erfüllt'],
  other_time: ['Yes, at another time', 'Ja, zu anderer Zeit'], not_now: ['Not now', 'Nicht jetzt'],
  no_show_customer: ['Customer stayed away', 'Kunde kam nicht'], no_show_prospect: ['Prospect stayed away', 'Interessent kam nicht'],
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
  revise: ['Edit', 'Bearbeiten'], restrict: ['Restrictions…', 'Einschränkungen…'],
  report_issue: ['Report a support issue', 'Supportfall melden'], opt_out: ['Record an opt-out', 'Widerspruch erfassen'],
  mark_left: ['Has left the company', 'Hat das Unternehmen verlassen'], narrow: ['Narrow', 'Einschränken'],
  renew: ['Renew', 'Verlängern'], withdraw: ['Withdraw', 'Widerrufen'], review: ['Review', 'Prüfen'],
  qualify: ['Qualify', 'Qualifizieren'], invite: ['Invite', 'Einladen'], brief: ['Record the briefing', 'Einweisung erfassen'],
  activate: ['Activate', 'Aktivieren'], rest: ['Let rest', 'Ruhen lassen'], pause: ['Pause', 'Pausieren'],
  retire: ['Retire', 'Ausscheiden lassen'], confirm_profile: ['Profile is still right', 'Profil stimmt noch'],
  blackout: ['Away…', 'Abwesend…'],
};
const fields: Words = {
  reason: ['Reason', 'Begründung'], conditions: ['Conditions', 'Auflagen'], answer: ['Answer', 'Antwort'], slot: ['Time', 'Zeit'], rating: ['Rating, 1 to 5', 'Bewertung, 1 bis 5'],
  said: ['What was said', 'Was gesagt wurde'], proof_points: ['Proof points', 'Belege'], concerns: ['Concerns', 'Bedenken'],
  again: ['Would do it again', 'Gern wieder'], deal_effect: ['Effect on the deal', 'Wirkung auf das Geschäft'], minutes: ['Minutes', 'Minuten'],
  follow_ups: ['Follow-ups', 'Nächste Schritte'], rule: ['Rule', 'Regel'], facts: ['Facts', 'Sachverhalt'], options: ['Options', 'Möglichkeiten'],
  risk: ['Risk', 'Risiko'], decision_maker: ['Decision maker', 'Entscheidung durch'], channels: ['Channels', 'Kanäle'], wanted: ['References wanted', 'Gewünschte Referenzen'],
  evidence: ['Evidence', 'Nachweis'], notes: ['Notes', 'Notizen'], country: ['Country', 'Land'], topic: ['Topic', 'Thema'], account: ['Account', 'Kunde'], complete: ['Complete', 'Vollständigkeit'], outcome: ['Outcome', 'Ergebnis'],
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
  mentions: ['Mention', 'Erwähnen'], industries: ['Industries', 'Branchen'], products: ['Products', 'Produkte'],
  regions: ['Regions', 'Regionen'], languages: ['Languages', 'Sprachen'], topics: ['Topics', 'Themen'],
  excluded_topics: ['Topics to avoid', 'Zu meidende Themen'], personas: ['Speaks to', 'Spricht mit'],
  time_zone: ['Time zone', 'Zeitzone'], max_per_quarter: ['At most per quarter', 'Höchstens je Quartal'],
  outcomes: ['Measured outcomes', 'Gemessene Ergebnisse'], metric: ['Measure', 'Messgröße'], before: ['Before', 'Vorher'],
  after: ['After', 'Nachher'], unit: ['Unit', 'Einheit'], use_types: ['Uses', 'Nutzungen'],
  segment: ['Segment', 'Segment'], tier: ['Tier', 'Stufe'],
  employees: ['Employees', 'Mitarbeitende'], revenue: ['Revenue', 'Umsatz'], currency: ['Currency', 'Währung'],
  revenue_millions: ['Revenue in millions', 'Umsatz in Millionen'], parent: ['Parent company', 'Muttergesellschaft'],
  external_id: ['Id in the CRM', 'Nummer im CRM'], parent_external_id: ['Parent’s id in the CRM', 'Nummer der Mutter im CRM'],
  account_external_id: ['Company’s id in the CRM', 'Nummer des Kunden im CRM'], renewal_on: ['Renewal', 'Verlängerung'],
  health: ['Health score', 'Zustand'], nps: ['NPS', 'NPS'], regulated: ['Regulated', 'Reguliert'], owner: ['Owner', 'Betreuung'],
  use_cases: ['Use cases', 'Anwendungsfälle'], competitors: ['Never together with', 'Nie zusammen mit'],
  public_reference_ban: ['Must not be named in public', 'Darf nicht öffentlich genannt werden'],
  restriction: ['What the contract forbids', 'Was der Vertrag verbietet'], severity: ['Severity (1 worst, 4 mildest)', 'Schweregrad (1 bis 4)'],
  first_name: ['First name', 'Vorname'], last_name: ['Last name', 'Nachname'], seniority: ['Seniority', 'Führungsebene'],
  prospect_name: ['Prospect', 'Interessent'], stage: ['Stage', 'Phase'], amount: ['Amount', 'Betrag'], price: ['Price', 'Preis'],
  engaged_on: ['Engaged on', 'Beginn'], close_on: ['Closes on', 'Abschluss'], seller: ['Seller', 'Verkäufer'],
  manager: ['Manager', 'Vorgesetzte'], office: ['Office', 'Büro'], series: ['Series', 'Serie'],
  drop_use_types: ['Uses to take back', 'Zurückgenommene Nutzungen'], not_with: ['Never together with', 'Nie zusammen mit'],
  ask_each_time: ['Ask each time', 'Jedes Mal fragen'], suspend: ['Suspend', 'Aussetzen'], reinstate: ['Reinstate', 'Wieder zulassen'],
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
    // The server's own words for a button are the best English there is.
    if (lang === 'en' && fallback && code.startsWith('do:')) return fallback;
    return known ? known[lang === 'de' ? 1 : 0] : (fallback ?? humanise(code.replace(/^do:/, '')));
  }, [lang]);
}

export const USE_TYPES = Object.keys(uses);
export const CHANNELS = ['sales', 'web', 'analyst', 'event', 'press', 'partner', 'social', 'internal'];
export const ROLES = Object.keys(roles);
