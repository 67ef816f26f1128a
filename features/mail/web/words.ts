// Words of the screens about letters.
import { words, type Translate } from '@lib';

export const useWords = words(
  {
    title: 'Mails',
    n: '{count} mail|{count} mails',
    search: 'Recipient or subject…',
    none: 'No mail fits',
    noneHint: 'Other filters may show some.',
    clear: 'Clear filters',
    empty: 'No mails yet',
    emptyHint: 'When a customer is asked, invited or thanked, the mail appears here with what became of it.',
    setLook: 'Words and look',
    recipient: 'Recipient',
    subject: 'Subject',
    kind: 'Kind',
    status: 'Status',
    written: 'Written',
    due: 'Leaves',
    nextTry: 'Next try',
    sent: 'Sent',
    attempts: 'Tries',
    why: 'Why',
    about: 'About',
    openCase: 'Open the case',
    language: 'Language',
    linkUntil: 'Link good until',
    address: 'Address',
    asSent: 'As it is sent',
    htmlView: 'Formatted',
    textView: 'Plain text',
    linkNote: 'The link is made when the mail leaves and is kept nowhere.',
    invitation: 'With an invitation for the calendar',
    copyLink: 'Copy link',
    linkCopied: 'A fresh link is copied. It is good for this customer and this case only.',
    linkShown: 'A fresh link; it is shown once:',
    noServer: 'No mail server is set up: mails wait here',
    noServerHint:
      'You see every mail as it would be sent and can copy its link. To send them, start Vouchsafe with ' +
      'VOUCHSAFE_SMTP_URL and VOUCHSAFE_MAIL_FROM.',
    mailsHead: 'Mails',
    noMails: 'No mails were written about this.',
  },
  {
    title: 'Mails',
    n: '{count} Mail|{count} Mails',
    search: 'Empfänger oder Betreff…',
    none: 'Keine passende Mail',
    noneHint: 'Mit anderen Filtern finden sich vielleicht welche.',
    clear: 'Filter löschen',
    empty: 'Noch keine Mails',
    emptyHint: 'Wird ein Kunde gefragt, eingeladen oder bedankt, steht die Mail hier, und was aus ihr wurde.',
    setLook: 'Worte und Aussehen',
    recipient: 'Empfänger',
    subject: 'Betreff',
    kind: 'Art',
    status: 'Stand',
    written: 'Geschrieben',
    due: 'Geht ab',
    nextTry: 'Nächster Versuch',
    sent: 'Gesendet',
    attempts: 'Versuche',
    why: 'Warum',
    about: 'Betrifft',
    openCase: 'Fall öffnen',
    language: 'Sprache',
    linkUntil: 'Link gilt bis',
    address: 'Adresse',
    asSent: 'So wird sie gesendet',
    htmlView: 'Gestaltet',
    textView: 'Nur Text',
    linkNote: 'Der Link entsteht erst beim Absenden und wird nirgends aufbewahrt.',
    invitation: 'Mit einer Einladung für den Kalender',
    copyLink: 'Link kopieren',
    linkCopied: 'Ein frischer Link ist kopiert. Er gilt nur für diesen Kunden und diesen Fall.',
    linkShown: 'Ein frischer Link; er wird nur einmal gezeigt:',
    noServer: 'Kein Mailserver eingerichtet: Mails warten hier',
    noServerHint:
      'Sie sehen jede Mail, wie sie gesendet würde, und können ihren Link kopieren. Zum Senden starten Sie ' +
      'Vouchsafe mit VOUCHSAFE_SMTP_URL und VOUCHSAFE_MAIL_FROM.',
    mailsHead: 'Mails',
    noMails: 'Hierzu wurden keine Mails geschrieben.',
  },
);
export type T = ReturnType<typeof useWords>;

const statusEn = {
  waiting: 'Waiting',
  sent: 'Sent',
  failed: 'Not delivered',
  bounced: 'Came back',
  dropped: 'Not sent',
};
const useStatusWords = words(statusEn, {
  waiting: 'Wartet',
  sent: 'Gesendet',
  failed: 'Nicht zugestellt',
  bounced: 'Kam zurück',
  dropped: 'Nicht gesendet',
});

const kindEn = {
  'authorization.ask': 'Request for permission',
  'authorization.remind': 'Reminder of a request for permission',
  'authorization.receipt': 'Receipt for an answer',
  'authorization.renew': 'Renewal offered',
  'authorization.expiring': 'Permission ends soon',
  'authorization.step_up': 'Code to confirm',
  'request.confirm': 'Would you speak for us?',
  'request.confirm_remind': 'Reminder: would you speak for us?',
  'activity.invite': 'Invitation',
  'activity.change': 'New time',
  'activity.cancel': 'Cancellation',
  'activity.remind': 'Reminder of an appointment',
  'activity.debrief': 'How did it go?',
  'link.fresh': 'Fresh link',
  'staff.notice': 'Notice to staff',
  'staff.invitation': 'Invitation to staff',
  'staff.security': 'Change of a login',
};
const useKindWords = words(kindEn, {
  'authorization.ask': 'Bitte um Erlaubnis',
  'authorization.remind': 'Erinnerung an die Bitte um Erlaubnis',
  'authorization.receipt': 'Beleg für eine Antwort',
  'authorization.renew': 'Angebot zu verlängern',
  'authorization.expiring': 'Erlaubnis endet bald',
  'authorization.step_up': 'Code zur Bestätigung',
  'request.confirm': 'Würden Sie für uns sprechen?',
  'request.confirm_remind': 'Erinnerung: Würden Sie für uns sprechen?',
  'activity.invite': 'Einladung',
  'activity.change': 'Neue Zeit',
  'activity.cancel': 'Absage',
  'activity.remind': 'Erinnerung an einen Termin',
  'activity.debrief': 'Wie war es?',
  'link.fresh': 'Frischer Link',
  'staff.notice': 'Nachricht an Mitarbeitende',
  'staff.invitation': 'Einladung an Mitarbeitende',
  'staff.security': 'Änderung eines Zugangs',
});

const codeEn = {
  server_busy: 'The mail server asked to wait.',
  no_connection: 'The mail server could not be reached.',
  timed_out: 'The mail server did not answer in time.',
  broken_off: 'The connection broke off.',
  no_encryption: 'The mail server offers no safe encryption.',
  sign_in_refused: 'The mail server did not accept our sign-in.',
  sender_refused: 'The mail server does not take mails from our address.',
  server_refused: 'The mail server takes nothing from us.',
  address_refused: 'There is nobody under this address.',
  letter_refused: 'The mail server refused this mail.',
  address_bounced: 'Earlier mails to this address came back. Mend the address, then try again.',
  came_back: 'The mail came back.',
  no_address: 'No e-mail address is known.',
  bad_address: 'The e-mail address cannot be right.',
  recipient_left: 'The recipient has left.',
  opted_out: 'The customer wants no requests.',
  use_restricted: 'Use of this customer is restricted: nothing new is asked.',
  words_erased: 'Its words were erased.',
  too_late: 'It was too late to send it.',
};
const useCodeWords = words(codeEn, {
  server_busy: 'Der Mailserver bat um Geduld.',
  no_connection: 'Der Mailserver war nicht erreichbar.',
  timed_out: 'Der Mailserver antwortete nicht rechtzeitig.',
  broken_off: 'Die Verbindung brach ab.',
  no_encryption: 'Der Mailserver bietet keine sichere Verschlüsselung.',
  sign_in_refused: 'Der Mailserver nahm unsere Anmeldung nicht an.',
  sender_refused: 'Der Mailserver nimmt von unserer Adresse keine Mails.',
  server_refused: 'Der Mailserver nimmt nichts von uns an.',
  address_refused: 'Unter dieser Adresse gibt es niemanden.',
  letter_refused: 'Der Mailserver wies diese Mail ab.',
  address_bounced: 'Frühere Mails an diese Adresse kamen zurück. Adresse berichtigen, dann erneut versuchen.',
  came_back: 'Die Mail kam zurück.',
  no_address: 'Es ist keine E-Mail-Adresse bekannt.',
  bad_address: 'Die E-Mail-Adresse kann nicht stimmen.',
  recipient_left: 'Der Empfänger ist nicht mehr da.',
  opted_out: 'Der Kunde möchte keine Anfragen.',
  use_restricted: 'Die Nutzung dieses Kunden ist eingeschränkt: Es wird nichts Neues gefragt.',
  words_erased: 'Ihre Worte wurden gelöscht.',
  too_late: 'Zum Senden war es zu spät.',
});

const languageEn = {
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  ja: 'Japanese',
};
const useLanguageWords = words(languageEn, {
  de: 'Deutsch',
  en: 'Englisch',
  es: 'Spanisch',
  fr: 'Französisch',
  ja: 'Japanisch',
});

export const KINDS = [
  'authorization.ask',
  'authorization.remind',
  'authorization.receipt',
  'authorization.renew',
  'authorization.expiring',
  'authorization.step_up',
  'request.confirm',
  'request.confirm_remind',
  'activity.invite',
  'activity.change',
  'activity.cancel',
  'activity.remind',
  'activity.debrief',
  'link.fresh',
  'staff.notice',
  'staff.invitation',
  'staff.security',
] as const;

const lenient =
  <K extends string>(t: Translate<K>, known: Record<K, string>) =>
  (code: string) =>
    code in known ? t(code as K) : code;

/// Names for the codes of letters; an unknown code stands for itself.
export function useCodes() {
  return {
    status: lenient(useStatusWords(), statusEn),
    kind: lenient(useKindWords(), kindEn),
    code: lenient(useCodeWords(), codeEn),
    language: lenient(useLanguageWords(), languageEn),
  };
}
export type Codes = ReturnType<typeof useCodes>;
