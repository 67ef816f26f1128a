// The trail in sentences: one for every type of event, filled from the codes of its data.
//
// `{name}` is a code, date, number or id of the event, ids by their names; `{who}` is the actor. What stands in
// [brackets] is said only when everything named in it is known. A type without a sentence fails the tests.
import { custody } from './custodySentences';
import { privacy } from './privacySentences';
import { requests } from './requestSentences';
import { wordings } from './wordingSentences';

export type Sentences = Record<string, [en: string, de: string]>;

const people: Sentences = {
  'person.joined': ['{who} added {person}[ as {roles}]', '{who} hat {person}[ als {roles}] hinzugefügt'],
  'person.roles_assigned': ['{who} gave {person} the roles {roles}', '{who} hat {person} die Rollen {roles} gegeben'],
  'person.deactivated': ['{who} deactivated {person}', '{who} hat {person} deaktiviert'],
  'person.password_reset': [
    '{who} gave {person} a new first password',
    '{who} hat {person} ein neues Anfangspasswort gegeben',
  ],
  'person.password_chosen': [
    '{who} followed the invitation and chose a password',
    '{who} ist der Einladung gefolgt und hat ein Passwort gewählt',
  ],
  'person.language_chosen': [
    '{who} chose the language of {person}: {language}',
    '{who} hat die Sprache von {person} gewählt: {language}',
  ],
  'person.invited': ['{who} invited {person} by letter', '{who} hat {person} per Brief eingeladen'],
};
const program: Sentences = {
  'policy.adopted': ['{who} adopted the policy “{section}”', '{who} hat die Richtlinie „{section}“ beschlossen'],
  'procedure.adopted': [
    '{who} adopted revision {revision} of the procedure “{sop}”',
    '{who} hat Fassung {revision} des Verfahrens „{sop}“ beschlossen',
  ],
  'procedure.timing_adopted': [
    'Due times now follow the new working calendar and step times',
    'Fristen folgen nun dem neuen Kalender und den neuen Schrittzeiten',
  ],
  'import.previewed': [
    '{who} uploaded {file_name}: [{counts.rows} rows, ]nothing applied yet',
    '{who} hat {file_name} hochgeladen: [{counts.rows} Zeilen, ]noch nichts übernommen',
  ],
  'import.applied': [
    '{who} applied {import}[: {counts.created} new][, {counts.updated} revised][, {counts.skipped} skipped]',
    '{who} hat {import} übernommen[: {counts.created} neu][, {counts.updated} geändert][, {counts.skipped} nicht]',
  ],
  'import.undone': [
    '{who} took {import} back[; {kept} records stayed because something relies on them]',
    '{who} hat {import} zurückgenommen[; {kept} Datensätze blieben, weil etwas auf ihnen beruht]',
  ],
  'import.apply_started': [
    '{who} began to apply {import}[: {rows} rows]',
    '{who} hat begonnen, {import} zu übernehmen[: {rows} Zeilen]',
  ],
  'import.progressed': ['{import} went on[: {done} rows done]', '{import} ging weiter[: {done} Zeilen erledigt]'],
  'import.failed': ['{import} failed[: {reason}]', '{import} ist gescheitert[: {reason}]'],
  'import.cancelled': ['{who} cancelled {import}', '{who} hat {import} abgebrochen'],
  'directory.relied_on': [
    '{id} is relied on now and stays when its import is taken back',
    'Auf {id} beruht nun etwas; ein zurückgenommener Import lässt es stehen',
  ],
};
const RECORDS: [kind: string, en: string, de: string][] = [
  ['account', 'company', 'das Unternehmen'],
  ['contact', 'contact', 'den Kontakt'],
  ['deal', 'deal', 'das Geschäft'],
  ['product', 'product', 'das Produkt'],
  ['seller', 'seller', 'den Verkäufer'],
];
const records: Sentences = Object.fromEntries(
  RECORDS.flatMap(([kind, en, de]): [string, [string, string]][] => [
    [`${kind}.added`, [`{who} added the ${en} {id}`, `{who} hat ${de} {id} hinzugefügt`]],
    [`${kind}.revised`, [`{who} corrected the ${en} {id}`, `{who} hat ${de} {id} berichtigt`]],
    [`${kind}.imported`, [`{import} brought the ${en} {id}`, `{import} brachte ${de} {id}`]],
    [
      `${kind}.import_retracted`,
      [
        `What {import} said about the ${en} {id} was taken back`,
        `Was {import} über ${de} {id} sagte, ist zurückgenommen`,
      ],
    ],
  ]),
);
const standing: Sentences = {
  'account.issue_reported': [
    '{who} reported a support issue of severity {severity} at {account}[: {title}]',
    '{who} hat bei {account} einen Supportfall mit Schweregrad {severity} gemeldet[: {title}]',
  ],
  'account.issue_resolved': [
    '{who} resolved a support issue at {account}',
    '{who} hat einen Supportfall bei {account} gelöst',
  ],
  'account.restricted': [
    '{who} recorded restrictions for {account}[: {restriction}]',
    '{who} hat Einschränkungen für {account} erfasst[: {restriction}]',
  ],
  'account.opted_out': [
    '{who} recorded that {account} does not want to be asked',
    '{who} hat erfasst, dass {account} nicht gefragt werden will',
  ],
  'contact.left': ['{who} recorded that {contact} has left', '{who} hat erfasst, dass {contact} ausgeschieden ist'],
  'contact.opted_out': [
    '{who} recorded that {contact} does not want to be asked',
    '{who} hat erfasst, dass {contact} nicht gefragt werden will',
  ],
};
const authorizations: Sentences = {
  'authorization.asked': [
    '{who} asked {contact} for a permission[: {asks.use_type}] ({id})',
    '{who} hat {contact} um eine Freigabe gebeten[: {asks.use_type}] ({id})',
  ],
  'authorization.recorded': [
    '{who} recorded {id}[ of {contact}][: {grants.use_type}]',
    '{who} hat {id}[ von {contact}] erfasst[: {grants.use_type}]',
  ],
  'authorization.narrowed': [
    '{who} narrowed {id}[: no longer {drop_use_types}][, only {channels}][, only in {regions}][, until {until}]',
    '{who} hat {id} eingeschränkt[: nicht mehr {drop_use_types}][, nur {channels}][, nur in {regions}][, bis {until}]',
  ],
  'authorization.requested': [
    '{who} asked {contact} for {id}[: {asks.use_type}]',
    '{who} hat {contact} um {id} gebeten[: {asks.use_type}]',
  ],
  'authorization.answered': ['{contact} answered what was asked in {id}', '{contact} hat auf {id} geantwortet'],
  'authorization.granted': [
    '{contact} granted {id}[: {grants.use_type}]',
    '{contact} hat {id} erteilt[: {grants.use_type}]',
  ],
  'authorization.declined': ['{contact} declined {id}', '{contact} hat {id} abgelehnt'],
  'authorization.questioned': ['{contact} has a question about {id}', '{contact} hat eine Frage zu {id}'],
  'authorization.replied': ['{who} answered the question about {id}', '{who} hat die Frage zu {id} beantwortet'],
  'authorization.signer_added': ['{contact} is to sign {id} too', '{contact} soll {id} ebenfalls zeichnen'],
  'authorization.turn_came': ['{contact} is next to sign {id}', '{contact} ist als Nächstes für {id} dran'],
  'authorization.reminded': ['{contact} was reminded of {id}', '{contact} wurde an {id} erinnert'],
  'authorization.conditions_reviewed': [
    '{who} looked at the conditions of {id}: {outcome}',
    '{who} hat die Auflagen von {id} geprüft: {outcome}',
  ],
  'authorization.paused': ['{contact} paused {id} until {until}', '{contact} hat {id} bis {until} ausgesetzt'],
  'authorization.unpaused': ['{id} of {contact} holds again', '{id} von {contact} gilt wieder'],
  'authorization.renewal_offered': [
    '{contact} was asked to renew {id}: it ends on {ends}[, offered until {until}]',
    '{contact} wurde gebeten, {id} zu verlängern: endet am {ends}[, angeboten bis {until}]',
  ],
  'authorization.lapsed': [
    '{id} of {contact} ended on {ended}[: {use_types}]',
    '{id} von {contact} endete am {ended}[: {use_types}]',
  ],
  'authorization.questionable': [
    '{id} of {contact} needs another look[: {cause}]',
    '{id} von {contact} ist erneut zu prüfen[: {cause}]',
  ],
  'authorization.withdrawn': [
    '{who} recorded that {contact} withdrew {id}',
    '{who} hat erfasst, dass {contact} {id} widerrufen hat',
  ],
  'authorization.renewed': ['{who} renewed {id} until {until}', '{who} hat {id} bis {until} verlängert'],
  'authorization.reviewed': ['{who} reviewed {id}: {outcome}', '{who} hat {id} geprüft: {outcome}'],
  'authorization.used': [
    '{authorization} of {contact} was used[: {use_type}][ for {request}]',
    '{authorization} von {contact} wurde genutzt[: {use_type}][ für {request}]',
  ],
  'authorization.exceeded': [
    '{contact} was used beyond what is permitted[: {use_type}][ for {request}]',
    '{contact} wurde über die Freigabe hinaus genutzt[: {use_type}][ für {request}]',
  ],
};
const advocates: Sentences = {
  'advocate.nominated': [
    '{who} nominated {contact} as an advocate[: {use_types}]',
    '{who} hat {contact} als Referenzkunden vorgeschlagen[: {use_types}]',
  ],
  'advocate.qualified': ['{who} qualified {advocate}', '{who} hat {advocate} qualifiziert'],
  'advocate.invited': ['{who} invited {advocate}', '{who} hat {advocate} eingeladen'],
  'advocate.briefed': ['{who} briefed {advocate}[ on {on}]', '{who} hat {advocate}[ am {on}] eingewiesen'],
  'advocate.activated': [
    '{who} activated {advocate}: may be matched from now on',
    '{who} hat {advocate} aktiviert: ab jetzt auswählbar',
  ],
  'advocate.rested': ['{who} lets {advocate} rest until {until}', '{who} lässt {advocate} bis {until} ruhen'],
  'advocate.paused': ['{who} paused {advocate}[ until {until}]', '{who} hat {advocate}[ bis {until}] pausiert'],
  'advocate.returned': ['{advocate} is back from the pause', '{advocate} ist aus der Pause zurück'],
  'advocate.retired': ['{who} retired {advocate}', '{who} hat {advocate} ausscheiden lassen'],
  'advocate.profile_confirmed': [
    '{who} confirmed the profile of {advocate}',
    '{who} hat das Profil von {advocate} bestätigt',
  ],
  'advocate.profile_revised': [
    '{who} edited the profile of {advocate}',
    '{who} hat das Profil von {advocate} bearbeitet',
  ],
  'advocate.blacked_out': [
    '{who} noted that {advocate} is away from {from} to {until}',
    '{who} hat vermerkt, dass {advocate} von {from} bis {until} abwesend ist',
  ],
  'advocate.held': [
    '{advocate} is held[ for {request}][: {use_type}]',
    '{advocate} ist[ für {request}] vorgemerkt[: {use_type}]',
  ],
  'advocate.use_progressed': [
    'The use of {advocate}[ for {request}] is now: {status}',
    'Die Nutzung von {advocate}[ für {request}] ist nun: {status}',
  ],
  'advocate.released': [
    '{advocate} is free again[; {request} no longer needs them]',
    '{advocate} ist wieder frei[; {request} braucht sie nicht mehr]',
  ],
  'advocate.used': [
    'A use of {advocate}[ for {request}] was counted: {status}',
    'Eine Nutzung von {advocate}[ für {request}] wurde gezählt: {status}',
  ],
};
const activities: Sentences = {
  'activity.planned': [
    '{activity} is planned[: {plan.use_type}][ with {plan.contact}]',
    '{activity} ist geplant[: {plan.use_type}][ mit {plan.contact}]',
  ],
  'activity.scheduled': ['{who} scheduled {activity}: {at}', '{who} hat {activity} angesetzt: {at}'],
  'activity.recorded': ['{who} recorded {activity}: {outcome}', '{who} hat {activity} festgehalten: {outcome}'],
  'activity.debriefed': [
    '{who} debriefed {activity}: rating {rating} of 5[, deal {deal_effect}]',
    '{who} hat {activity} nachbesprochen: Bewertung {rating} von 5[, Geschäft {deal_effect}]',
  ],
  'activity.cancelled': ['{activity} was called off', '{activity} wurde abgesagt'],
  'activity.arranged': [
    '{who} set place and agenda of {activity}',
    '{who} hat Ort und Tagesordnung von {activity} festgelegt',
  ],
  'activity.other_times_proposed': [
    '{who} proposed other times for {activity}: {slots}',
    '{who} hat andere Zeiten für {activity} vorgeschlagen: {slots}',
  ],
  'activity.reminded': ['Both sides were reminded of {activity}', 'Beide Seiten wurden an {activity} erinnert'],
  'activity.customer_debriefed': [
    '{contact} told how {activity} went: rating {rating} of 5',
    '{contact} hat erzählt, wie {activity} war: Bewertung {rating} von 5',
  ],
  'activity.incident_reported': [
    '{who} reported an incident around {activity}',
    '{who} hat zu {activity} einen Vorfall gemeldet',
  ],
  'activity.debrief_chased': [
    'The debrief of {activity} was asked for again ({of}, time {time})',
    'Um die Nachbesprechung von {activity} wurde erneut gebeten ({of}, Mal {time})',
  ],
};
const escalations: Sentences = {
  'escalation.raised': [
    '{who} asked for a decision on {case_id}: “{rule}” stands in the way ({escalation})',
    '{who} hat zu {case_id} eine Entscheidung erbeten: „{rule}“ steht im Weg ({escalation})',
  ],
  'escalation.decided': [
    '{who} decided {escalation}: {outcome}[, until {until}]',
    '{who} hat {escalation} entschieden: {outcome}[, bis {until}]',
  ],
};
const cases: Sentences = {
  'case.opened': ['The procedure for {number} began', 'Das Verfahren für {number} begann'],
  'case.step_opened': [
    '{case_id}: “{step}” is due[ by {due}][ ({owner_role})]',
    '{case_id}: „{step}“ ist zu tun[ bis {due}][ ({owner_role})]',
  ],
  'case.step_decided': [
    '{who} decided “{step}” of {case_id}: {outcome}',
    '{who} hat „{step}“ von {case_id} entschieden: {outcome}',
  ],
  'case.step_closed': ['{case_id}: “{step}” is not needed any more', '{case_id}: „{step}“ entfällt'],
  'case.step_skipped': ['{case_id}: “{step}” was not needed', '{case_id}: „{step}“ war nicht nötig'],
  'case.branches_begun': [
    '{case_id}: “{step}” began with {branches}',
    '{case_id}: „{step}“ begann mit {branches}',
  ],
  'case.facts_noted': ['New facts were noted for {case_id}', 'Neue Angaben zu {case_id} wurden vermerkt'],
  'case.ended': ['The procedure for {case_id} ended: {outcome}', 'Das Verfahren für {case_id} endete: {outcome}'],
  'case.stopped': ['The procedure for {case_id} stopped: {code}', 'Das Verfahren für {case_id} hielt an: {code}'],
  'case.deferred': ['{case_id} was put off until {until}', '{case_id} wurde bis {until} zurückgestellt'],
  'case.resumed': ['{case_id} goes on', '{case_id} geht weiter'],
  'case.reopened': ['{case_id} goes on at “{step}”', '{case_id} geht bei „{step}“ weiter'],
  'case.delegated': [
    '{who} handed “{step}” of {case_id} to {to}[ until {until}]',
    '{who} hat „{step}“ von {case_id} an {to} übergeben[ bis {until}]',
  ],
  'case.snoozed': [
    '{who} set “{step}” of {case_id} aside until {until}',
    '{who} hat „{step}“ von {case_id} bis {until} weggelegt',
  ],
  'case.reminded': [
    'A reminder went out: “{step}” of {case_id} is due soon',
    'Eine Erinnerung ging hinaus: „{step}“ von {case_id} wird bald fällig',
  ],
  'case.overdue': ['“{step}” of {case_id} is overdue', '„{step}“ von {case_id} ist überfällig'],
  'case.commented': [
    '{who} commented on {case_id}[, for {private_to_role} only]',
    '{who} hat {case_id} kommentiert[, nur für {private_to_role}]',
  ],
};
const letters: Sentences = {
  'mail.written': [
    'A letter[ to {contact}][ to {person}] was written: {kind}[ ({about})]',
    'Ein Brief[ an {contact}][ an {person}] wurde geschrieben: {kind}[ ({about})]',
  ],
  'mail.sent': ['{id} was sent', '{id} wurde gesendet'],
  'mail.tried': ['{id} could not be sent yet[: {code}][; next try {again_at}]',
    '{id} ließ sich noch nicht senden[: {code}][; nächster Versuch {again_at}]'],
  'mail.failed': ['{id} could not be sent[: {code}]', '{id} ließ sich nicht senden[: {code}]'],
  'mail.dropped': ['{id} was not sent: it is not needed any more', '{id} wurde nicht gesendet: nicht mehr nötig'],
  'mail.bounced': ['{id} came back[: {code}]', '{id} kam zurück[: {code}]'],
  'mail.retried': ['{who} let {id} be sent again', '{who} hat {id} erneut senden lassen'],
  'mail.link_taken': ['{who} took a fresh link of {id}', '{who} hat einen frischen Link aus {id} entnommen'],
  'mail.unsubscribed': ['{contact} wants no more letters', '{contact} möchte keine Briefe mehr'],
  'mail.suppression_lifted': [
    '{who} allowed letters to {recipient} again',
    '{who} hat Briefe an {recipient} wieder erlaubt',
  ],
  'mail.template_adopted': [
    '{who} adopted new words for the letter “{kind}” ({language})',
    '{who} hat neue Worte für den Brief „{kind}“ beschlossen ({language})',
  ],
  'mail.template_restored': [
    '{who} restored the delivered words of the letter “{kind}” ({language})',
    '{who} hat die mitgelieferten Worte des Briefs „{kind}“ wiederhergestellt ({language})',
  ],
  'mail.settings_adopted': [
    '{who} adopted the settings for letters',
    '{who} hat die Einstellungen für Briefe beschlossen',
  ],
};
const wishes: Sentences = {
  'wish.stated': ['{contact} asked for something[: {kind}]', '{contact} hat einen Wunsch[: {kind}]'],
  'wish.settled': [
    '{who} settled what {contact} asked for',
    '{who} hat den Wunsch von {contact} erledigt',
  ],
};
const takedowns: Sentences = {
  'takedown.raised': ['A use has to be taken down[: {use_type}]', 'Eine Nutzung ist zurückzuziehen[: {use_type}]'],
  'takedown.assigned': ['{who} handed over what has to be taken down', '{who} hat übergeben, was zurückzuziehen ist'],
  'takedown.closed': ['{who} closed a take-down with proof', '{who} hat einen Rückzug mit Beleg abgeschlossen'],
  'finding.dismissed': ['{who} put a finding aside', '{who} hat einen Befund beiseitegelegt'],
};
export const SENTENCES: Sentences = {
  ...people, ...custody, ...program, ...records, ...standing, ...authorizations, ...advocates, ...activities,
  ...escalations, ...letters, ...wishes, ...takedowns, ...cases, ...requests, ...wordings, ...privacy,
};
