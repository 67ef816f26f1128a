// Words of people's rights: requests, subjects, retention, the record of processing.
import { words } from '@lib';

export const useWords = words(
  {
    title: 'Privacy', n: '{count} request|{count} requests', search: 'Person, words…', requests: 'Requests',
    people: 'People',
    retention: 'Retention', processing: 'Record of processing', incident: 'Incident', places: 'Privacy', who: 'Person',
    right: 'What they ask',
    said: 'In their words', received: 'Asked on', due: 'Due', status: 'Status', copy: 'A copy of everything',
    correct: 'Correct something', erase: 'Erase me', object: 'Stop using my data', open: 'Open', late: 'Late',
    done: 'Done',
    refused: 'Refused', withdrawn: 'Withdrawn', empty: 'Nobody asks for anything about themselves',
    emptyHint:
    'What customers ask for on their own page lands here with its month’s clock. What comes by mail or telephone you '
      + 'note on the page of the person.',
    none: 'Nothing fits these filters', noneHint: 'Take a filter away to see more.', clear: 'Clear all filters',
    findPerson: 'Name',
    findHint: 'Everybody of whom something is held can be found here: customers and colleagues.',
    nobody: 'Nobody is called that', contact: 'Customer', person: 'Colleague', known: 'Nothing pending',
    proposed: 'Erasure proposed',
    erasing: 'Being erased', erased: 'Erased', held: 'On hold', restricted: 'Use restricted',
    download: 'Everything as a zip',
    downloadHint: 'A page to read, the same for other programs, and their files: what Art. 15 and 20 ask for.',
    permissions: 'Permissions', letters: 'Letters', rectify: 'Where to correct what',
    rectifyContact: 'Name, address and telephone: on the account, under people. What the CRM owns is corrected there.',
    rectifyPerson: 'Name and address of colleagues: in the settings, under people.',
    hold: 'Hold', until: 'until {day}', by: 'by {name}', restriction: 'Restriction',
    rests: '{count} permission rests|{count} permissions rest',
    erasure: 'Erasure', proposedBy: 'Proposed by {name}', confirmedBy: 'Confirmed by {name}',
    second: 'A second person has to confirm it.',
    gone: '{words} texts and {files} files are gone.', remainder: 'Kept sealed',
    remainderHint: 'Every look is recorded with its reason.',
    exports: 'Handed out', remainderGone: 'It is gone.', readings: 'Looked at', dryRun: 'What would be erased',
    looking: 'Everything is searched…',
    ownWords: '{count} text of their own|{count} texts of their own', files: '{count} file|{count} files',
    mentions: 'Where others write about them', mentionsHint:
      'Letters and imported files go by themselves. Choose what else goes: words that name them, or speak of them. '
      + 'Files attached to them go along.',
    noMentions: 'Nobody else writes about them.', more: '{count} more are not shown.', goes: 'goes by itself',
    part: 'perhaps',
    reason: 'Why is this person erased?', propose: 'Propose to erase',
    isProposed: 'Proposed. A second person has to confirm it.',
    cancel: 'Cancel', for_ever: 'Once confirmed, nobody can bring this back: keys are destroyed, and backups expire.',
    rule: 'Kind of record', days: 'Kept', dueNow: 'Due now', heldBack: 'On hold', disposed: 'Disposed of', how: 'How',
    automatic: 'by itself', byHand: 'by hand', day: '{count} day|{count} days',
    records: '{count} record|{count} records',
    retentionHint:
      'Words go when their time is over; that something happened stays. What is due is shown before '
      + 'it goes.',
    fact: 'Fact', field: 'Field', category: 'Whose words', purpose: 'What for', basis: 'Basis',
    recipients: 'Who sees them', kept: 'Kept',
    processingHint:
      'Made from the program itself: every place that holds words about people stands here (Art. 30 '
      + 'GDPR).',
    untilErased: 'until the person is erased', answered: 'Answered by {name}', noHistory: 'Nothing was asked so far.',
  },
  {
    title: 'Datenschutz', n: '{count} Antrag|{count} Anträge', search: 'Person, Worte…', requests: 'Anträge',
    people: 'Personen',
    retention: 'Aufbewahrung', processing: 'Verzeichnis der Verarbeitung', incident: 'Vorfall',
    places: 'Datenschutz', who: 'Person',
    right: 'Was sie wollen',
    said: 'In ihren Worten', received: 'Gestellt am', due: 'Fällig', status: 'Stand', copy: 'Eine Kopie von allem',
    correct: 'Etwas berichtigen', erase: 'Alles löschen', object: 'Nutzung widersprechen', open: 'Offen',
    late: 'Überfällig', done: 'Erledigt',
    refused: 'Abgelehnt', withdrawn: 'Zurückgezogen', empty: 'Niemand verlangt etwas über sich selbst',
    emptyHint:
      'Was Kunden auf ihrer eigenen Seite wünschen, erscheint hier mit seiner Monatsfrist. Was per Mail oder Telefon '
      + 'kommt, nehmen Sie auf der Seite der Person auf.',
    none: 'Nichts passt zu diesen Filtern', noneHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.',
    clear: 'Alle Filter leeren',
    findPerson: 'Name',
    findHint: 'Hier ist jede Person zu finden, über die etwas gespeichert ist: Kunden und Kollegen.',
    nobody: 'So heißt niemand', contact: 'Kunde', person: 'Kollege', known: 'Nichts anhängig',
    proposed: 'Löschung vorgeschlagen',
    erasing: 'Wird gelöscht', erased: 'Gelöscht', held: 'Gesperrt', restricted: 'Nutzung eingeschränkt',
    download: 'Alles als Zip',
    downloadHint: 'Eine Seite zum Lesen, dasselbe für andere Programme, und die Dateien: was Art. 15 und 20 verlangen.',
    permissions: 'Freigaben', letters: 'Briefe', rectify: 'Wo man was berichtigt',
    rectifyContact:
      'Name, Adresse und Telefon: beim Unternehmen, unter Personen. Was dem CRM gehört, wird dort '
      + 'berichtigt.',
    rectifyPerson: 'Name und Adresse von Kollegen: in den Einstellungen, unter Personen.',
    hold: 'Sperre', until: 'bis {day}', by: 'von {name}', restriction: 'Einschränkung',
    rests: '{count} Freigabe ruht|{count} Freigaben ruhen',
    erasure: 'Löschung', proposedBy: 'Vorgeschlagen von {name}', confirmedBy: 'Bestätigt von {name}',
    second: 'Eine zweite Person muss bestätigen.',
    gone: '{words} Texte und {files} Dateien sind fort.', remainder: 'Versiegelt aufbewahrt',
    remainderHint: 'Jeder Blick wird mit Grund festgehalten.',
    exports: 'Herausgegeben', remainderGone: 'Es ist fort.', readings: 'Angesehen', dryRun: 'Was gelöscht würde',
    looking: 'Alles wird durchsucht…',
    ownWords: '{count} eigener Text|{count} eigene Texte', files: '{count} Datei|{count} Dateien',
    mentions: 'Wo andere über sie schreiben', mentionsHint:
    'Briefe und importierte Dateien gehen von selbst. Wählen Sie, was noch geht: Worte, die sie '
    + 'nennen oder von ihnen handeln. Angehängte Dateien gehen mit.',
    noMentions: 'Niemand sonst schreibt über sie.', more: '{count} weitere werden nicht gezeigt.',
    goes: 'geht von selbst', part: 'vielleicht',
    reason: 'Warum wird diese Person gelöscht?', propose: 'Löschung vorschlagen',
    isProposed: 'Vorgeschlagen. Eine zweite Person muss bestätigen.',
    cancel: 'Abbrechen',
    for_ever: 'Einmal bestätigt, bringt das niemand zurück: Schlüssel werden vernichtet, Sicherungen laufen ab.',
    rule: 'Art der Unterlage', days: 'Frist', dueNow: 'Jetzt fällig', heldBack: 'Gesperrt', disposed: 'Beseitigt',
    how: 'Wie',
    automatic: 'von selbst', byHand: 'von Hand', day: '{count} Tag|{count} Tage',
    records: '{count} Datensatz|{count} Datensätze',
    retentionHint:
      'Worte gehen, wenn ihre Frist um ist; dass etwas geschah, bleibt. Was fällig ist, wird vorher '
      + 'gezeigt.',
    fact: 'Tatsache', field: 'Feld', category: 'Wessen Worte', purpose: 'Wofür', basis: 'Grundlage',
    recipients: 'Wer sie sieht', kept: 'Frist',
    processingHint: 'Vom Programm selbst erstellt: Jede Stelle mit Worten über Menschen steht hier (Art. 30 DSGVO).',
    untilErased: 'bis die Person gelöscht ist', answered: 'Beantwortet von {name}',
    noHistory: 'Bisher wurde nichts verlangt.',
  },
);
export type T = ReturnType<typeof useWords>;
