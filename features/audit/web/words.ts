// Words of the audit trail.
import { words } from '@lib';

export const useWords = words(
  {
    title: 'Audit trail', n: '{count} entry|{count} entries',
    lead: 'Everything that happened, in the order it happened. Nothing is ever changed or removed.', who: 'Who',
    kind: 'What about', subject: 'Id of a record', what: 'What happened', when: 'When', record: 'Record',
    number: 'No.', open: 'Open', search: 'What happened…', everybody: 'Everybody', empty: 'Nothing found',
    emptyHint: 'Take a filter away to see more entries.', clear: 'Clear all filters', checkpoint: 'Checkpoint',
    checkpointLead:
      'These three lines prove the state of the whole trail. Keep a copy outside: whoever changes an old '
      + 'entry cannot produce the same root again.',
    origin: 'Origin', size: 'Entries', root: 'Root', copy: 'Copy the checkpoint', copied: 'Copied', person: 'Person',
    account: 'Account', contact: 'Contact', deal: 'Deal', import: 'Import', policy: 'Policy',
    authorization: 'Authorization', advocate: 'Advocate', request: 'Request', case: 'Case', activity: 'Activity',
    escalation: 'Escalation', sop: 'Procedure', command: 'By command {name}', automatic: 'Automatic',
  },
  {
    title: 'Prüfpfad', n: '{count} Eintrag|{count} Einträge',
    lead: 'Alles, was geschah, in seiner Reihenfolge. Nichts wird je geändert oder entfernt.', who: 'Wer',
    kind: 'Worüber', subject: 'Nummer eines Datensatzes', what: 'Was geschah', when: 'Wann', record: 'Datensatz',
    number: 'Nr.', open: 'Öffnen', search: 'Was geschah…', everybody: 'Alle', empty: 'Nichts gefunden',
    emptyHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.', clear: 'Alle Filter leeren', checkpoint: 'Prüfpunkt',
    checkpointLead:
      'Diese drei Zeilen beweisen den Stand des ganzen Pfads. Heben Sie eine Kopie außerhalb auf: wer Altes '
      + 'ändert, bekommt dieselbe Wurzel nie wieder.',
    origin: 'Ursprung', size: 'Einträge', root: 'Wurzel', copy: 'Prüfpunkt kopieren', copied: 'Kopiert',
    person: 'Person', account: 'Kunde', contact: 'Kontakt', deal: 'Geschäft', import: 'Import', policy: 'Richtlinie',
    authorization: 'Freigabe', advocate: 'Referenzkunde', request: 'Anfrage', case: 'Fall', activity: 'Aktivität',
    escalation: 'Eskalation', sop: 'Verfahren', command: 'Durch Befehl {name}', automatic: 'Automatisch',
  },
);
export type T = ReturnType<typeof useWords>;
export const KINDS = [
  'request', 'case', 'authorization', 'advocate', 'account', 'contact', 'deal', 'import', 'policy', 'activity',
  'escalation', 'sop', 'person',
] as const;

const ROADS: Record<string, string> = {
  req: '/requests', aut: '/authorizations', adv: '/advocates', acc: '/accounts', imp: '/imports',
};
/// Where the record with this id is shown; nothing when it has no screen of its own.
export function roadTo(subject: string | undefined): string | undefined {
  const road = ROADS[(subject ?? '').split('_', 1)[0] ?? ''];
  return road ? `${road}/${subject}` : undefined;
}
