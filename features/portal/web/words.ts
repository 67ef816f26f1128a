// Words of what customers ask for about themselves.
import { words } from '@lib';

export const useWords = words(
  {
    title: 'Customers’ wishes', n: '{count} wish|{count} wishes', search: 'Person, words…', who: 'Customer',
    company: 'Company', kind: 'What', said: 'In their words', due: 'Due', status: 'Status',
    correct: 'Correct details', erase: 'Erase me',
    open: 'Open', settled: 'Settled', late: 'Late', stated: 'Asked on', settledBy: 'Settled by',
    answer: 'What was done', nothing: 'No more words than that',
    empty: 'No customer asked for anything about themselves',
    emptyHint:
      'On their own page customers can ask to have their details corrected or everything about them erased. By law '
      + 'that is due within a month.',
    none: 'Nothing fits these filters', noneHint: 'Take a filter away to see more.', clear: 'Clear all filters',
    eraseHint: 'Their permissions were withdrawn the moment they asked. What remains is to erase the person.',
  },
  {
    title: 'Wünsche der Kunden', n: '{count} Wunsch|{count} Wünsche', search: 'Person, Worte…', who: 'Kunde',
    company: 'Unternehmen', kind: 'Was', said: 'In ihren Worten', due: 'Fällig', status: 'Stand',
    correct: 'Angaben berichtigen', erase: 'Alles löschen', open: 'Offen', settled: 'Erledigt', late: 'Überfällig',
    stated: 'Gewünscht am', settledBy: 'Erledigt von', answer: 'Was getan wurde', nothing: 'Ohne weitere Worte',
    empty: 'Kein Kunde hat etwas über sich selbst gewünscht',
    emptyHint:
      'Auf ihrer eigenen Seite können Kunden ihre Angaben berichtigen oder alles über sich löschen lassen. Nach dem '
      + 'Gesetz ist das binnen eines Monats fällig.',
    none: 'Nichts passt zu diesen Filtern', noneHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.',
    clear: 'Alle Filter leeren',
    eraseHint: 'Die Freigaben endeten in dem Augenblick, in dem sie es wünschten. Zu löschen bleibt die Person.',
  },
);
export type T = ReturnType<typeof useWords>;
