// Codes of the program itself: uses, channels and roles.
import type { CodeWords } from './shape';

export const uses: CodeWords = {
  reference_call: ['Reference call', 'Referenzgespräch'],
  site_visit: ['Site visit', 'Vor-Ort-Besuch'],
  case_study: ['Case study', 'Fallstudie'],
  video: ['Video', 'Video'],
  quote: ['Quote', 'Zitat'],
  testimonial: ['Testimonial', 'Empfehlung'],
  logo: ['Logo', 'Logo'],
  name_mention: ['Name mention', 'Namensnennung'],
  recording: ['Recording', 'Aufzeichnung'],
  event_speaker: ['Event speaker', 'Vortrag'],
  webinar: ['Webinar', 'Webinar'],
  analyst_reference: ['Analyst reference', 'Analystenreferenz'],
  press: ['Press', 'Presse'],
  rfp_reference: ['RFP reference', 'Ausschreibungsreferenz'],
  review_site: ['Review site', 'Bewertungsportal'],
  social: ['Social media', 'Soziale Medien'],
  advisory_board: ['Advisory board', 'Kundenbeirat'],
};

export const channels: CodeWords = {
  sales: ['Sales', 'Vertrieb'],
  web: ['Website', 'Website'],
  analyst: ['Analysts', 'Analysten'],
  event: ['Events', 'Veranstaltungen'],
  partner: ['Partners', 'Partner'],
  internal: ['Internal', 'Intern'],
};

export const roles: CodeWords = {
  requester: ['Requester', 'Anfragende'],
  intake_coordinator: ['Intake coordinator', 'Annahme'],
  program_owner: ['Program owner', 'Programmleitung'],
  account_owner: ['Account owner', 'Kundenbetreuung'],
  legal_reviewer: ['Legal reviewer', 'Rechtsprüfung'],
  privacy_reviewer: ['Privacy reviewer', 'Datenschutzprüfung'],
  channel_owner: ['Channel owner', 'Kanalverantwortung'],
  decision_maker: ['Decision maker', 'Entscheidung'],
  sponsor: ['Program sponsor', 'Programmsponsor'],
  content_owner: ['Content owner', 'Inhaltsverantwortung'],
  writer: ['Writer', 'Redaktion'],
  interviewer: ['Interviewer', 'Interviewführung'],
  advocacy_manager: ['Advocacy manager', 'Referenzbetreuung'],
  brand_manager: ['Brand manager', 'Markenführung'],
  marketing_operations: ['Marketing operations', 'Marketing Operations'],
  executive: ['Executive', 'Geschäftsleitung'],
  auditor: ['Auditor', 'Revision'],
  administrator: ['Administrator', 'Administration'],
};
