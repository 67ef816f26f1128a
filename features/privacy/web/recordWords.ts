// Codes of the record of processing and of the rules of retention, in words. They stand only there: elsewhere some of
// them mean something else.
import { useLanguage } from '@lib';

const NAMES: Record<string, Record<string, [en: string, de: string]>> = {
  category: {
    customer_identity: ['Customers: who they are', 'Kunden: wer sie sind'],
    customer_statement: ['Customers: what they said', 'Kunden: was sie sagten'],
    staff_identity: ['Colleagues: who they are', 'Kollegen: wer sie sind'],
    staff_statement: ['Colleagues: what they wrote', 'Kollegen: was sie schrieben'],
    letter: ['Letters', 'Briefe'],
    imported_file: ['Imported files', 'Importierte Dateien'],
  },
  purpose: {
    directory: ['Knowing customers', 'Kunden kennen'],
    permission: ['Permissions on record', 'Erlaubnisse nachweisen'],
    reference: ['Finding references', 'Referenzen finden'],
    conversation: ['Conversations', 'Gespräche'],
    correspondence: ['Letters', 'Briefwechsel'],
    procedure: ['Reviews and decisions', 'Prüfungen und Entscheidungen'],
    program: ['Running the program', 'Betrieb des Programms'],
    rights: ['Rights of the persons', 'Rechte der Betroffenen'],
  },
  recipients: {
    staff: ['Staff', 'Mitarbeitende'],
    reviewers: ['Reviewers', 'Prüfende'],
    administrators: ['Administrators', 'Administration'],
    recipient: ['The recipient', 'Empfänger des Briefes'],
    privacy: ['Privacy reviewers', 'Datenschutzprüfung'],
  },
  basis: {
    'Consent, Art. 6(1)(a) GDPR': ['Consent, Art. 6(1)(a) GDPR', 'Einwilligung, Art. 6 Abs. 1 lit. a DSGVO'],
    'Legal obligation, Art. 6(1)(c) GDPR': [
      'Legal obligation, Art. 6(1)(c) GDPR',
      'Rechtliche Verpflichtung, Art. 6 Abs. 1 lit. c DSGVO',
    ],
    'Legitimate interests, Art. 6(1)(f) GDPR': [
      'Legitimate interests, Art. 6(1)(f) GDPR',
      'Berechtigtes Interesse, Art. 6 Abs. 1 lit. f DSGVO',
    ],
  },
  rule: {
    unanswered_ask: [
      'Requests for permission that nobody answered, or that were declined',
      'Bitten um Erlaubnis, die niemand beantwortete oder die abgelehnt wurden',
    ],
    withdrawn_permission: [
      'Permissions that were withdrawn, with their proofs',
      'Widerrufene Erlaubnisse mit ihren Nachweisen',
    ],
    letter: ['Letters that were sent or will not be sent', 'Briefe, die gesendet wurden oder nicht mehr gehen'],
    sealed_remainder: [
      'What was kept sealed about an erased person, once its hold is over',
      'Versiegelt Aufbewahrtes über gelöschte Personen nach Ende der Sperre',
    ],
    import_file: ['Files as they were handed in for import', 'Dateien, wie sie zum Import übergeben wurden'],
  },
};

/// `name('category', 'letter')`; a code that is not known here stands for itself.
export function useRecordName(): (kind: keyof typeof NAMES, code: string) => string {
  const lang = useLanguage();
  return (kind, code) => NAMES[kind]?.[code]?.[lang === 'de' ? 1 : 0] ?? code;
}
