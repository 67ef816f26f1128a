// Words of the report after an incident.
import { words } from '@lib';

export const useIncidentWords = words(
  {
    title: 'Incident',
    hint:
      'After a login was stolen, a laptop lost, a copy leaked: about whom something was held by then, of what kinds, ' +
      'and what was recorded of them meanwhile. This is what a notice has to say within 72 hours (Art. 33, 34 GDPR).',
    limits:
      'Looking at something leaves no record here; who looked at what stands in the log of the server. Words erased ' +
      'since are not counted.',
    from: 'It began',
    to: 'It ended',
    show: 'Show who is affected',
    table: 'As a table (CSV)',
    nobody: 'Nothing was held about anybody by then.',
    people: '{count} person|{count} people',
    counted: '{count} text: {what}|{count} texts: {what}',
    first: 'The first {count}. The table has everybody.',
    who: 'Person',
    kinds: 'Kinds of data',
    held: 'Texts held',
    written: 'Recorded meanwhile',
    named: 'Facts that name them',
    handedOut: 'Handed out meanwhile',
    seller: 'Seller',
    contact: 'Customer',
    person: 'Colleague',
    customer_identity: 'Who customers are',
    customer_statement: 'What customers said',
    staff_identity: 'Who colleagues are',
    staff_statement: 'What colleagues wrote',
    letter: 'Letters',
    imported_file: 'Imported files',
  },
  {
    title: 'Vorfall',
    hint:
      'Nach einem gestohlenen Zugang, einem verlorenen Rechner, einer Kopie in falschen Händen: über wen bis dahin ' +
      'etwas vorlag, welcher Art, und was inzwischen über sie erfasst wurde. Das gehört in die Meldung innerhalb von ' +
      '72 Stunden (Art. 33, 34 DSGVO).',
    limits:
      'Ansehen hinterlässt hier keinen Eintrag; wer was ansah, steht im Protokoll des Servers. Seither gelöschte ' +
      'Worte zählen nicht mit.',
    from: 'Es begann',
    to: 'Es endete',
    show: 'Zeigen, wer betroffen ist',
    table: 'Als Tabelle (CSV)',
    nobody: 'Bis dahin lag über niemanden etwas vor.',
    people: '{count} Person|{count} Personen',
    counted: '{count} Text: {what}|{count} Texte: {what}',
    first: 'Die ersten {count}. In der Tabelle stehen alle.',
    who: 'Person',
    kinds: 'Arten von Daten',
    held: 'Vorliegende Texte',
    written: 'Inzwischen erfasst',
    named: 'Einträge mit Namen',
    handedOut: 'Inzwischen herausgegeben',
    seller: 'Vertrieb',
    contact: 'Kunde',
    person: 'Kollege',
    customer_identity: 'Wer Kunden sind',
    customer_statement: 'Was Kunden sagten',
    staff_identity: 'Wer Kollegen sind',
    staff_statement: 'Was Kollegen schrieben',
    letter: 'Briefe',
    imported_file: 'Eingelesene Dateien',
  },
);
export type IncidentT = ReturnType<typeof useIncidentWords>;
