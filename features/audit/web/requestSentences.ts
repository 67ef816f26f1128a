// What happens to requests, in sentences; see sentences.ts.
import type { Sentences } from './sentences';

export const requests: Sentences = {
  'request.logged': [
    '{requester} asked for a reference: {request}[, {intake.use_type}][, needed by {intake.deadline}]',
    '{requester} hat um eine Referenz gebeten: {request}[, {intake.use_type}][, benötigt bis {intake.deadline}]',
  ],
  'request.completed': ['{who} completed {request}', '{who} hat {request} vervollständigt'],
  'request.returned': [
    '{request} went back to the requester: something is missing',
    '{request} ging zurück: es fehlt noch etwas',
  ],
  'request.found_eligible': [
    '{request} is eligible[: {candidates} customers fit]',
    '{request} ist zulässig[: {candidates} Kunden passen]',
  ],
  'request.candidates_chosen': [
    '{who} chose for {request}[: {candidates.contact}]',
    '{who} hat für {request} ausgewählt[: {candidates.contact}]',
  ],
  'request.candidate_passed_over': [
    '{request} goes on without {contact}: {status}[ ({why})]',
    '{request} geht ohne {contact} weiter: {status}[ ({why})]',
  ],
  'request.candidate_put_forward': ['{contact} is next for {request}', '{contact} ist als Nächstes für {request} dran'],
  'request.owner_agreed': [
    '{who} agreed to ask {contact} for {request}',
    '{who} ist einverstanden, {contact} für {request} zu fragen',
  ],
  'request.owner_objected': [
    '{who} objected to asking {contact} for {request}',
    '{who} hat eingewandt, {contact} für {request} zu fragen',
  ],
  'request.times_proposed': [
    '{who} proposed to the customer for {request}[: {slots}]',
    '{who} hat dem Kunden für {request} etwas vorgeschlagen[: {slots}]',
  ],
  'request.customer_asked': [
    '{who} asked {contact} for {request}[, answer by {answer_by}]',
    '{who} hat {contact} zu {request} gefragt[, Antwort bis {answer_by}]',
  ],
  'request.customer_reminded': [
    '{contact} was reminded of {request}',
    '{contact} wurde an {request} erinnert',
  ],
  'request.customer_answered': [
    '{contact} answered {request} on the portal: {reply}[ ({slot})][, proposed {slots}]',
    '{contact} hat {request} im Portal beantwortet: {reply}[ ({slot})][, vorgeschlagen {slots}]',
  ],
  'request.customer_confirmed': [
    '{contact} said yes to {request}[ ({slot})]',
    '{contact} hat {request} zugesagt[ ({slot})]',
  ],
  'request.other_time_proposed': [
    '{contact} proposed another time for {request}[: {slot}]',
    '{contact} hat für {request} eine andere Zeit vorgeschlagen[: {slot}]',
  ],
  'request.customer_declined': ['{contact} declined {request}', '{contact} hat {request} abgelehnt'],
  'request.approved': [
    '{who} approved {contact} for {request}[, under {authorizations}]',
    '{who} hat {contact} für {request} freigegeben[, gestützt auf {authorizations}]',
  ],
  'request.contact_disclosed': [
    '{who} disclosed {contact} to {to} for {request}[, until {until}]',
    '{who} hat {contact} für {request} gegenüber {to} offengelegt[, bis {until}]',
  ],
  'request.contact_disclosed_again': [
    '{who} disclosed {contact} to {to} for {request} again[, until {until}]',
    '{who} hat {contact} für {request} gegenüber {to} nochmals offengelegt[, bis {until}]',
  ],
  'request.commitment_missed': [
    '{contact} did not keep the date of {request}[ ({activity})][: {outcome}]',
    '{contact} hielt den Termin von {request} nicht ein[ ({activity})][: {outcome}]',
  ],
  'request.short_lead_noted': [
    '{request} leaves little time: {days_left} of {needed_days} days',
    '{request} lässt wenig Zeit: {days_left} von {needed_days} Tagen',
  ],
  'request.contact_viewed': [
    '{viewer} looked at the contact details of {contact} ({request})',
    '{viewer} hat die Kontaktdaten von {contact} angesehen ({request})',
  ],
  'request.reference_delivered': [
    '{request} got its reference[: {contact}][ ({activity})]',
    '{request} hat seine Referenz bekommen[: {contact}][ ({activity})]',
  ],
  'request.rejected': ['{request} was rejected: {rule}', '{request} wurde abgelehnt: {rule}'],
  'request.cancelled': ['{who} cancelled {request}', '{who} hat {request} abgebrochen'],
  'request.deferred': ['{request} was put off until {until}', '{request} wurde bis {until} zurückgestellt'],
  'request.resumed': ['{who} took {request} up again', '{who} hat {request} wieder aufgenommen'],
  'request.reopened': ['{who} reopened {request}', '{who} hat {request} wieder geöffnet'],
  'request.closed': ['{who} closed {request}: {decision}', '{who} hat {request} abgeschlossen: {decision}'],
};
