// Words of the imports.
import { words } from '@lib';

const en = {
  title: 'Imports',
  lead:
    'Bring accounts, contacts and deals over from any CRM. Nothing changes before you say so, and every '
    + 'import can be undone.',
  drop: 'Drop a CSV file here', or: 'or', choose: 'Choose a file',
  limits: 'CSV up to 8 MB, as Salesforce, HubSpot or a spreadsheet writes it.', kind: 'What is in the file?',
  guessed: 'Guessed from the column names', read: 'Read the file', file: 'File', another: 'Another file',
  accounts: 'Accounts', contacts: 'Contacts', deals: 'Deals', products: 'Products', sellers: 'Sellers',
  references: 'Reference spreadsheet', history: 'Earlier imports', status: 'Status', rows: 'Rows', created: 'new',
  updated: 'changed', unchanged: 'unchanged', skipped: 'skipped', at: 'When', by: 'By',
  emptyHistory: 'Nothing has been imported yet',
  emptyHint: 'Export your accounts first, then contacts and deals: they find their account by id or name.',
  tooBig: 'This file is larger than 8 MB. Split it and import the parts one after the other.',
  noRows: 'This file has no rows.', steps: 'Steps', columns: 'Columns', column: 'Column', sample: 'First values',
  field: 'Becomes', leaveOut: 'Leave out', recheck: 'Check again with these columns',
  changedMapping: 'The columns have changed. Check again to see what it does.', problems: 'Problems',
  noProblems: 'Nothing to repair: every row can be read.',
  acceptAll: 'Accept the proposed repair|Accept all {count} proposed repairs',
  acceptMore: '{n} more row comes in with it|{n} more rows come in with it',
  replace: 'Replace with “{to}”',
  times: '{n} row|{n} rows', firstRow: 'first in row {n}', error: 'Left out', warning: 'Check', note: 'Note',
  result: 'What will happen', resultUndone: 'What it had done', resultDone: 'What happened',
  apply: 'Import {n} row|Import {n} rows',
  applying: 'Importing…', rowsOf: '{done} of {total} rows', stop: 'Stop importing',
  goesOn: 'You may leave this page: the import goes on by itself.', resultSoFar: 'What happened so far',
  cancelledText: 'This import was stopped before all rows were in. What is in stays until you undo it.',
  failedText: 'This import could not go on. What is in stays until you undo it.',
  undo: 'Undo this import', undoTitle: 'Undo this import?',
  undoText: 'What it added is taken out again and what it changed becomes as it was before. Records in use stay.',
  kept: '{count} record is in use and stays|{count} records are in use and stay', done: 'Imported', undone: 'Undone',
  cancel: 'Cancel', see: 'See the records', back: 'All imports', emptyValue: 'empty', firstRows: 'The first rows',
  applied: 'This import is in force.', undoneText: 'This import was undone.', personal: 'about people',
  moreLines: '{count} more value|{count} more values',
};
type Key = keyof typeof en;
const de: Record<Key, string> = {
  title: 'Importe',
  lead:
    'Holen Sie Kunden, Kontakte und Geschäfte aus jedem CRM. Nichts ändert sich, bevor Sie es sagen, und '
    + 'jeder Import lässt sich zurücknehmen.',
  drop: 'CSV-Datei hier ablegen', or: 'oder', choose: 'Datei wählen',
  limits: 'CSV bis 8 MB, wie Salesforce, HubSpot oder eine Tabelle sie schreibt.', kind: 'Was steht in der Datei?',
  guessed: 'Aus den Spaltennamen erraten', read: 'Datei lesen', file: 'Datei', another: 'Andere Datei',
  accounts: 'Kunden', contacts: 'Kontakte', deals: 'Geschäfte', products: 'Produkte', sellers: 'Verkäufer',
  references: 'Referenztabelle', history: 'Frühere Importe', status: 'Stand', rows: 'Zeilen', created: 'neu',
  updated: 'geändert', unchanged: 'unverändert', skipped: 'ausgelassen', at: 'Wann', by: 'Von',
  emptyHistory: 'Noch nichts importiert',
  emptyHint:
    'Exportieren Sie zuerst die Kunden, dann Kontakte und Geschäfte: sie finden ihren Kunden über Nummer oder '
    + 'Namen.',
  tooBig: 'Diese Datei ist größer als 8 MB. Teilen Sie sie und importieren Sie die Teile nacheinander.',
  noRows: 'Diese Datei hat keine Zeilen.', steps: 'Schritte', columns: 'Spalten', column: 'Spalte',
  sample: 'Erste Werte', field: 'Wird zu', leaveOut: 'Auslassen', recheck: 'Mit diesen Spalten erneut prüfen',
  changedMapping: 'Die Spalten sind geändert. Prüfen Sie erneut, um die Wirkung zu sehen.', problems: 'Probleme',
  noProblems: 'Nichts zu reparieren: jede Zeile ist lesbar.',
  acceptMore: '{n} weitere Zeile kommt damit herein|{n} weitere Zeilen kommen damit herein',
  acceptAll: 'Die vorgeschlagene Reparatur annehmen|Alle {count} vorgeschlagenen Reparaturen annehmen',
  replace: 'Durch „{to}“ ersetzen', times: '{n} Zeile|{n} Zeilen', firstRow: 'zuerst in Zeile {n}',
  error: 'Ausgelassen', warning: 'Prüfen', note: 'Hinweis', result: 'Was geschehen wird',
  rowsOf: '{done} von {total} Zeilen', stop: 'Import anhalten',
  goesOn: 'Sie können diese Seite verlassen: der Import läuft von selbst weiter.',
  resultSoFar: 'Was bisher geschehen ist',
  cancelledText: 'Dieser Import wurde angehalten, bevor alle Zeilen da waren. Was da ist, bleibt, bis Sie ihn '
    + 'zurücknehmen.',
  failedText: 'Dieser Import konnte nicht weitergehen. Was da ist, bleibt, bis Sie ihn zurücknehmen.',
  resultDone: 'Was geschehen ist', resultUndone: 'Was er getan hatte',
  apply: '{n} Zeile importieren|{n} Zeilen importieren',
  applying: 'Wird importiert…', undo: 'Import zurücknehmen', undoTitle: 'Diesen Import zurücknehmen?',
  undoText: 'Neues verschwindet wieder, Geändertes wird wie zuvor. Was in Gebrauch ist, bleibt.',
  kept: '{count} Eintrag ist in Gebrauch und bleibt|{count} Einträge sind in Gebrauch und bleiben',
  done: 'Importiert', undone: 'Zurückgenommen', cancel: 'Abbrechen', see: 'Einträge ansehen', back: 'Alle Importe',
  emptyValue: 'leer', firstRows: 'Die ersten Zeilen', applied: 'Dieser Import gilt.',
  undoneText: 'Dieser Import wurde zurückgenommen.', personal: 'über Personen',
  moreLines: '{count} weiterer Wert|{count} weitere Werte',
};
export const useImportWords = words(en, de);
export type T = ReturnType<typeof useImportWords>;
export const KINDS = ['accounts', 'contacts', 'deals', 'products', 'sellers', 'references'] as const;
export type Kind = (typeof KINDS)[number];
/// The words of a kind; the server may know more kinds than this screen.
export const kindName = (t: T, kind: string) => ((KINDS as readonly string[]).includes(kind) ? t(kind as Kind) : kind);
