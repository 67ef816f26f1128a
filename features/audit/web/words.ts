// Words of the audit trail.
import { words } from '@lib';

export const useWords = words(
  {
    title: 'Audit trail', n: '{count} entry|{count} entries',
    lead: 'Everything that happened, in the order it happened. Nothing is ever changed or removed.', who: 'Who',
    kind: 'What about', subject: 'Id of a record', what: 'What happened', when: 'When', record: 'Record',
    number: 'No.', open: 'Open', search: 'What happened…', none: 'Nothing found',
    noneHint: 'Take a filter away to see more entries.', empty: 'Nothing has happened yet',
    emptyHint: 'Whatever anybody does here is written down: who, when and what followed from it.',
    clear: 'Clear all filters', checkpoint: 'Checkpoint',
    checkpointLead:
      'These three lines prove the state of the whole trail. Keep a copy outside: whoever changes an old '
      + 'entry cannot produce the same root again.',
    origin: 'Origin', size: 'Entries', root: 'Root', copy: 'Copy the checkpoint', copied: 'Copied', person: 'Person',
    account: 'Account', contact: 'Contact', deal: 'Deal', import: 'Import', policy: 'Policy',
    authorization: 'Authorization', advocate: 'Advocate', request: 'Request', case: 'Case', activity: 'Activity',
    escalation: 'Escalation', procedure: 'Procedure', automatic: 'Vouchsafe', somebody: 'Somebody',
    followed: 'What followed', more: '{count} more that followed|{count} more that followed',
    aContact: 'a contact', anAdvocate: 'an advocate', aCompany: 'a company', aDeal: 'a deal', aProduct: 'a product',
    aSeller: 'a seller', aPermission: 'a permission', aRequest: 'a request', anActivity: 'an activity',
    anEscalation: 'an escalation', anImport: 'an import', aLetter: 'a letter', mail: 'Letter',
  },
  {
    title: 'Prüfpfad', n: '{count} Eintrag|{count} Einträge',
    lead: 'Alles, was geschah, in seiner Reihenfolge. Nichts wird je geändert oder entfernt.', who: 'Wer',
    kind: 'Worüber', subject: 'Nummer eines Datensatzes', what: 'Was geschah', when: 'Wann', record: 'Datensatz',
    number: 'Nr.', open: 'Öffnen', search: 'Was geschah…', none: 'Nichts gefunden',
    noneHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.', empty: 'Noch ist nichts geschehen',
    emptyHint: 'Was immer jemand hier tut, wird festgehalten: wer, wann und was daraus folgte.',
    clear: 'Alle Filter leeren', checkpoint: 'Prüfpunkt',
    checkpointLead:
      'Diese drei Zeilen beweisen den Stand des ganzen Pfads. Heben Sie eine Kopie außerhalb auf: wer Altes '
      + 'ändert, bekommt dieselbe Wurzel nie wieder.',
    origin: 'Ursprung', size: 'Einträge', root: 'Wurzel', copy: 'Prüfpunkt kopieren', copied: 'Kopiert',
    person: 'Person', account: 'Kunde', contact: 'Kontakt', deal: 'Geschäft', import: 'Import', policy: 'Richtlinie',
    authorization: 'Freigabe', advocate: 'Referenzkunde', request: 'Anfrage', case: 'Fall', activity: 'Aktivität',
    escalation: 'Eskalation', procedure: 'Verfahren', automatic: 'Vouchsafe', somebody: 'Jemand',
    followed: 'Was daraus folgte', more: '{count} weitere Folge|{count} weitere Folgen', aContact: 'ein Kontakt',
    anAdvocate: 'ein Referenzkunde', aCompany: 'ein Unternehmen', aDeal: 'ein Geschäft', aProduct: 'ein Produkt',
    aSeller: 'ein Verkäufer', aPermission: 'eine Freigabe', aRequest: 'eine Anfrage', anActivity: 'eine Aktivität',
    anEscalation: 'eine Eskalation', anImport: 'ein Import', aLetter: 'ein Brief', mail: 'Brief',
  },
);
export type T = ReturnType<typeof useWords>;
export const KINDS = [
  'request', 'case', 'authorization', 'advocate', 'account', 'contact', 'deal', 'import', 'policy', 'activity',
  'escalation', 'procedure', 'mail', 'person',
] as const;

/// What an id is, by its beginning.
export const NOUNS = {
  con: 'aContact', adv: 'anAdvocate', acc: 'aCompany', dea: 'aDeal', prd: 'aProduct', sel: 'aSeller',
  aut: 'aPermission', req: 'aRequest', cas: 'aRequest', act: 'anActivity', esc: 'anEscalation', imp: 'anImport',
  per: 'somebody', mai: 'aLetter', let: 'aLetter', mel: 'aLetter',
} as const satisfies Record<string, Parameters<T>[0]> as Record<string, Parameters<T>[0] | undefined>;

const ROADS: Record<string, string> = {
  req: '/requests', aut: '/authorizations', adv: '/advocates', acc: '/accounts', imp: '/imports',
};
/// Where the record with this id is shown; nothing when it has no screen of its own.
export function roadTo(subject: string | undefined): string | undefined {
  const road = ROADS[(subject ?? '').split('_', 1)[0] ?? ''];
  return road ? `${road}/${subject}` : undefined;
}
