// English words of the server that reach the screen, in the person's language. The catalogue is keyed by the
// English words as they come; what it does not know is shown as it came. Steps and buttons are checked by a test.
import { useMemo } from 'react';
import { useLabel } from './codes';
import { day } from './format';
import { useLanguage } from './i18n';

const steps: Record<string, string> = {
  'Log the request': 'Anfrage aufnehmen',
  'Check completeness': 'Vollständigkeit prüfen',
  'Complete the request': 'Anfrage vervollständigen',
  'Check eligibility': 'Eignung prüfen',
  Reviews: 'Prüfungen',
  'Legal review': 'Rechtsprüfung',
  'Privacy review': 'Datenschutzprüfung',
  'Channel approval': 'Freigabe für den Kanal',
  'Brand review': 'Markenprüfung',
  'Compliance review': 'Prüfung regulierter Aussagen',
  'Answer the reviewer': 'Rückfrage beantworten',
  'Match and assign': 'Auswählen und zuordnen',
  "Relationship owner's word": 'Wort der Kundenbetreuung',
  'Ask the customer': 'Kunden fragen',
  'Final approval': 'Letzte Freigabe',
  'Disclose the contact': 'Kontakt offenlegen',
  'Hold the conversation': 'Gespräch führen',
  Debrief: 'Nachbesprechen',
  'Record and archive': 'Festhalten und archivieren',
  'Decide the exception': 'Über die Ausnahme entscheiden',
  'Review the rejection': 'Ablehnung prüfen',
  Rejected: 'Abgelehnt',
  'Reference approval': 'Referenzfreigabe',
};
const deeds: Record<string, string> = {
  'Add a signer': 'Zeichnende Person hinzufügen',
  'Adopt these words': 'Diese Worte beschließen',
  Answer: 'Antworten',
  'Answer the question': 'Frage beantworten',
  'Ask back': 'Rückfrage stellen',
  'Copy link': 'Link kopieren',
  'Decide about the conditions': 'Über die Auflagen entscheiden',
  Decline: 'Ablehnen',
  'Do not send': 'Nicht senden',
  'End the pause': 'Pause beenden',
  'It came back': 'Kam zurück',
  'Offer to renew': 'Verlängerung anbieten',
  Remind: 'Erinnern',
  'Report a try': 'Versuch melden',
  'Restore the delivered words': 'Mitgelieferte Worte wiederherstellen',
  'Send a test to myself': 'Probe an mich senden',
  'Try again now': 'Jetzt erneut versuchen',
  Unsubscribe: 'Abbestellen',
  'Write again': 'Erneut schreiben',
  Activate: 'Aktivieren',
  'Add account': 'Unternehmen hinzufügen',
  'Add contact': 'Kontakt hinzufügen',
  'Add deal': 'Geschäft hinzufügen',
  'Add product': 'Produkt hinzufügen',
  'Add seller': 'Verkäufer hinzufügen',
  'Add days off': 'Abwesenheit eintragen',
  'Add a person': 'Person hinzufügen',
  Adopt: 'Beschließen',
  'Adopt defaults': 'Vorgaben übernehmen',
  Agree: 'Zustimmen',
  Apply: 'Übernehmen',
  Approve: 'Freigeben',
  'Ask for a reference': 'Referenz anfragen',
  Cancel: 'Abbrechen',
  'Change roles': 'Rollen ändern',
  'Choose a customer': 'Kunden auswählen',
  'Close and archive': 'Abschließen und archivieren',
  Comment: 'Kommentieren',
  'Confirm profile': 'Profil bestätigen',
  Deactivate: 'Deaktivieren',
  Decide: 'Entscheiden',
  Defer: 'Zurückstellen',
  Delegate: 'Übergeben',
  'Edit profile': 'Profil bearbeiten',
  'Disclose again': 'Nochmals offenlegen',
  Escalate: 'Eskalieren',
  'Give a clearance': 'Prüfung festhalten',
  'Hand over': 'Übergeben',
  'Close with proof': 'Mit Beleg abschließen',
  'Note a request': 'Antrag aufnehmen',
  'Restrict use': 'Nutzung einschränken',
  'Lift the restriction': 'Einschränkung aufheben',
  'Hold for a claim': 'Wegen eines Anspruchs sperren',
  'Release the hold': 'Sperre aufheben',
  'Propose to erase': 'Löschung vorschlagen',
  'Confirm: erase for ever': 'Bestätigen: für immer löschen',
  'Do not erase': 'Nicht löschen',
  'Open what is sealed': 'Versiegeltes öffnen',
  'Change how long': 'Frist ändern',
  'Dispose now': 'Jetzt beseitigen',
  'Put aside': 'Beiseitelegen',
  'Import a file': 'Datei importieren',
  Invite: 'Einladen',
  'Let rest': 'Ruhen lassen',
  'Mark as left': 'Als ausgeschieden vermerken',
  Narrow: 'Einschränken',
  Nominate: 'Vorschlagen',
  Object: 'Einwenden',
  'Opt out': 'Widerspruch erfassen',
  Pause: 'Pausieren',
  Qualify: 'Qualifizieren',
  'Record a permission': 'Freigabe erfassen',
  'Record the briefing': 'Einweisung erfassen',
  "Record the customer's answer": 'Antwort des Kunden erfassen',
  'Record what happened': 'Festhalten, was geschah',
  Renew: 'Verlängern',
  Reopen: 'Wieder öffnen',
  'Report issue': 'Fall melden',
  'Resolve issue': 'Fall lösen',
  Restrict: 'Einschränken',
  Retire: 'Ausscheiden lassen',
  Review: 'Prüfen',
  Revise: 'Berichtigen',
  'Call off': 'Absagen',
  'Propose another time': 'Andere Zeit vorschlagen',
  'Propose times': 'Zeiten vorschlagen',
  'Tell how it went': 'Erzählen, wie es war',
  'Say that it is done': 'Als erledigt melden',
  'Say what should be done': 'Sagen, was geschehen soll',
  Schedule: 'Ansetzen',
  'Send now': 'Jetzt senden',
  'Send in again': 'Erneut senden',
  'Set a new first password': 'Neues Anfangspasswort setzen',
  'Invite by letter': 'Per Brief einladen',
  'Choose the language': 'Sprache wählen',
  'Show contact details': 'Kontaktdaten zeigen',
  Snooze: 'Weglegen',
  'Take up again': 'Wieder aufnehmen',
  Undo: 'Rückgängig machen',
  Withdraw: 'Widerrufen',
};
/// What histories and trails say happened; who did it stands beside.
const happened: Record<string, string> = {
  'logged the request': 'Anfrage aufgenommen',
  'completed the request': 'Anfrage vervollständigt',
  'found the request eligible': 'Anfrage für geeignet befunden',
  'put a candidate forward': 'Kandidaten vorgeschlagen',
  'agreed to ask the customer': 'Einverstanden, den Kunden zu fragen',
  'objected to asking the customer': 'Eingewandt, den Kunden zu fragen',
  "recorded the customer's yes": 'Ja des Kunden erfasst',
  'proposed times to the customer': 'Dem Kunden Zeiten vorgeschlagen',
  'asked the customer': 'Den Kunden gefragt',
  'reminded the customer': 'Den Kunden erinnert',
  'answered: yes': 'Geantwortet: ja',
  'answered: another time': 'Geantwortet: zu einer anderen Zeit',
  'answered: not now': 'Geantwortet: nicht jetzt',
  'answered: no': 'Geantwortet: nein',
  'answered: colleague': 'Geantwortet: lieber jemand anderes',
  "recorded the customer's no": 'Nein des Kunden erfasst',
  'recorded the customer\'s "not now"': '„Nicht jetzt“ des Kunden erfasst',
  'recorded another time that the customer proposes': 'Andere Zeit erfasst, die der Kunde vorschlägt',
  'gave the final approval': 'Letzte Freigabe erteilt',
  'disclosed the contact to the requester': 'Kontakt offengelegt',
  'disclosed the contact to the requester again': 'Kontakt nochmals offengelegt',
  'viewed the contact details': 'Kontaktdaten angesehen',
  'Hold the conversation: held': 'Gespräch führen: fand statt',
  'the reference took place': 'Die Referenz fand statt',
  'the customer did not keep the date': 'Der Kunde hielt den Termin nicht ein',
  'cancelled the request': 'Anfrage abgebrochen',
  'took the request up again': 'Anfrage wieder aufgenommen',
  'reopened the request': 'Anfrage wieder geöffnet',
  Withdrawn: 'Widerrufen',
  'The customer said no': 'Der Kunde hat Nein gesagt',
  'Asked back': 'Rückfrage des Kunden',
  'Answered the question': 'Frage beantwortet',
  'Asked the next signer': 'Nächste Person gefragt',
  'Reminded the customer': 'Kunden erinnert',
  'Legal accepted the conditions': 'Die Rechtsabteilung hat die Auflagen angenommen',
  'Legal cannot accept the conditions': 'Die Rechtsabteilung kann die Auflagen nicht annehmen',
  'The pause is over': 'Die Pause ist vorbei',
  'Nobody has offered the customer to renew yet.': 'Dem Kunden wurde noch keine Verlängerung angeboten.',
  'The customer was offered to renew and has not answered.':
    'Dem Kunden wurde eine Verlängerung angeboten; er hat nicht geantwortet.',
  'The link in the letter no longer works.': 'Der Link im Brief gilt nicht mehr.',
  'The customer was reminded and did not answer.': 'Der Kunde wurde erinnert und hat nicht geantwortet.',
  'Until legal has read them, nothing of it is in force.':
    'Bis die Rechtsabteilung sie gelesen hat, gilt nichts davon.',
  'The terms of the request changed since; before it ends, the customer is asked anew.':
    'Die Bedingungen der Anfrage haben sich geändert; vor dem Ende wird der Kunde neu gefragt.',
  'severe issue': 'schwerer Vorfall',
  'health drop': 'Zufriedenheit gefallen',
  'contract restricted': 'Vertrag beschränkt Referenzen',
  'contact left': 'Kontakt hat das Unternehmen verlassen',
  'contact moved': 'Kontakt hat das Unternehmen gewechselt',
  'contact opted out': 'Kontakt möchte nicht mehr',
  'company opted out': 'Unternehmen möchte nicht mehr',
  'renewal risk': 'Verlängerung gefährdet',
  churned: 'Kunde verloren',
  'product expanded': 'Neues gekauft',
  'leadership changed': 'Führung hat gewechselt',
  rested: 'In Pause geschickt',
  returned: 'Aus der Pause zurück',
  briefed: 'Eingewiesen',
  activated: 'Aktiviert',
};
type Part = (text: string) => string;
const inOrder = (list: string, part: Part) => list.split(/, | and /).map(part).join(', ');
/// Sentences with parts that change; each part is said by itself.
const shapes: [RegExp, (parts: string[], part: Part) => string][] = [
  [/^reminded of "(.+)"$/, ([step], part) => `Erinnerung an „${part(step!)}“`],
  [/^"(.+)" is overdue$/, ([step], part) => `„${part(step!)}“ ist überfällig`],
  [/^delegated "(.+)" to (.+)$/, ([step, who], part) => `„${part(step!)}“ an ${who} übergeben`],
  [/^put "(.+)" aside until (.+)$/, ([step, until], part) => `„${part(step!)}“ bis ${day(until!)} weggelegt`],
  [/^chose (\d+) candidates?$/, ([n]) => (n === '1' ? 'Einen Kandidaten ausgewählt' : `${n} Kandidaten ausgewählt`)],
  [/^passed over a candidate: (.+)$/, ([why], part) => `Kandidaten übergangen: ${part(why!)}`],
  [/^noted a short lead time: (\d+) of (\d+) days$/, ([left, of]) => `Knappe Zeit vermerkt: ${left} von ${of} Tagen`],
  [/^returned the request: (\d+) things? missing$/, ([n]) => `Anfrage zurückgegeben, es fehlt noch: ${n}`],
  [/^(\d+) things? (?:are|is) missing\.$/, ([n]) => `Es fehlt noch: ${n}`],
  [/^rejected the request \((.+)\)$/, ([rule], part) => `Anfrage abgelehnt (${part(rule!)})`],
  [/^deferred the request until (.+)$/, ([until]) => `Anfrage bis ${day(until!)} zurückgestellt`],
  [/^closed and archived the request: (.+)$/, ([how], part) => `Anfrage archiviert: ${part(how!)}`],
  [
    /^Recorded permission for (.+?)(?: until ([\d-]{10}))?, obtained by (.+)$/,
    ([uses, until, how], part) =>
      `Freigabe erfasst: ${inOrder(uses!, part)}${until ? ` bis ${day(until)}` : ''} (${part(how!)})`,
  ],
  [/^Asked the customer for ([^:]+)$/, ([uses], part) => `Kunden gefragt: ${inOrder(uses!, part)}`],
  [
    /^Asked the customer in writing for ([^:]+)$/,
    ([uses], part) => `Kunden schriftlich gefragt: ${inOrder(uses!, part)}`,
  ],
  [/^The customer permits ([^:]+)$/, ([uses], part) => `Der Kunde erlaubt: ${inOrder(uses!, part)}`],
  [/^Paused until ([\d-]{10})$/, ([until]) => `Pausiert bis ${day(until!)}`],
  [/^Offered to renew until ([\d-]{10})$/, ([until]) => `Verlängerung bis ${day(until!)} angeboten`],
  [/^Permission for (.+) ended$/, ([uses], part) => `Freigabe abgelaufen: ${inOrder(uses!, part)}`],
  [/^(AUT-\d+) ends today$/, ([number]) => `${number} endet heute`],
  [/^(AUT-\d+) ends in (\d+) days?$/, ([number, days]) => `${number} endet in ${days} Tagen`],
  [/^(AUT-\d+) waits for an answer since ([\d-]{10})$/, ([n, since]) => `${n} wartet auf Antwort seit ${day(since!)}`],
  [/^(AUT-\d+) has conditions in the customer's own words$/, ([n]) => `${n} hat Auflagen in eigenen Worten`],
  [/^(AUT-\d+) should be looked at again$/, ([n]) => `${n} sollte angesehen werden`],
  [/^(.+) speaks for a company in doubt$/, ([who]) => `${who} spricht für ein Unternehmen, das anzusehen ist`],
  [/^(.+) is planned with a company in doubt$/, ([n]) => `${n} ist mit einem Unternehmen geplant, das anzusehen ist`],
  [/^To be looked at again: (.+)$/, ([cause], part) => `Erneut anzusehen: ${part(cause!)}`],
  [/^(.+); it is held until then$/, ([causes], part) => `${inOrder(causes!, part)}; bis dahin gesperrt`],
  [/^([a-z][a-z ]+(?:, [a-z][a-z ]+)+)$/, ([list], part) => inOrder(list!, part)],
  [/^(AUT-\d+) was given under older terms$/, ([n]) => `${n} wurde unter älteren Bedingungen gegeben`],
  [/^Narrowed to ([^:]+)$/, ([uses], part) => `Eingeschränkt auf ${inOrder(uses!, part)}`],
  [/^Renewed until ([\d-]{10})$/, ([until]) => `Verlängert bis ${day(until!)}`],
  [/^Used for (.+) on ([\d-]{10})$/, ([use, on], part) => `Genutzt für ${part(use!)} am ${day(on!)}`],
  [/^([^():]+) \((.+)\)$/, ([step, instance], part) => `${part(step!)} (${part(instance!)})`],
];

export const SAID_DE: Record<string, string> = { ...deeds, ...happened, ...steps };

/// German for a sentence of the server; what is unknown stays as it came. `word` names codes such as “not clear”.
export function german(text: string, word: (code: string) => string): string {
  const known = Object.hasOwn(SAID_DE, text) ? SAID_DE[text] : undefined;
  if (known) return known;
  if (text.includes(' · '))
    return text
      .split(' · ')
      .map((each) => german(each, word))
      .join(' · ');
  const part: Part = (some) => german(some, word);
  for (const [shape, say] of shapes) {
    const found = shape.exec(text);
    if (found) return say(found.slice(1), part);
  }
  // "Legal review: clear": a known beginning; what follows may be somebody's own words and then stays.
  const [, head, rest] = /^(.+?): (.+)$/s.exec(text) ?? [];
  if (head && rest && part(head) !== head) return `${part(head)}: ${part(rest)}`;
  return /^[a-z][a-z _]*$/.test(text) ? word(text) : text;
}

export type Said = (text: string | undefined | null) => string;

/// Says the server's English words in the person's language: `said(task.step_title)`.
export function useSaid(): Said {
  const lang = useLanguage();
  const label = useLabel();
  return useMemo(
    () => (text) => {
      if (!text || lang === 'en') return text ?? '';
      return german(text, (code) => label(code.trim().replaceAll(' ', '_'), code));
    },
    [lang, label],
  );
}
