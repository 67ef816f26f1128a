// Words of the findings.
import { words } from '@lib';

const en = {
  title: 'To look at', n: '{count} thing to look at|{count} things to look at', search: 'Customer, number…',
  none: 'Nothing fits these filters', noneHint: 'Take a filter away to see more.', clear: 'Clear all filters',
  empty:
    'Nothing needs a look', emptyHint: 'Permissions that end, wait, are unclear or stand on shaky '
    + 'ground appear here.',
  what: 'What', customer: 'Customer', kind: 'Kind', due: 'Date', reason: 'Why', aside: 'Put aside',
  expiring: 'Ends soon', unanswered: 'No answer', unclear: 'Unclear', at_risk: 'At risk', asked_again: 'Older terms',
  overdue: 'Overdue', asideLead: 'It comes back if it happens again.', see: 'See them',
};
type Key = keyof typeof en;
const de: Record<Key, string> = {
  title: 'Anzusehen', n: '{count} Punkt anzusehen|{count} Punkte anzusehen', search: 'Kunde, Nummer…',
  none: 'Nichts passt zu diesen Filtern', noneHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.',
  clear: 'Alle Filter leeren', empty: 'Nichts braucht einen Blick',
  emptyHint: 'Freigaben, die enden, warten, unklar sind oder auf wackligem Boden stehen, erscheinen hier.',
  what: 'Was', customer: 'Kunde', kind: 'Art', due: 'Datum', reason: 'Warum', aside: 'Beiseitelegen',
  expiring: 'Endet bald', unanswered: 'Keine Antwort', unclear: 'Unklar', at_risk: 'Gefährdet',
  asked_again: 'Ältere Bedingungen', overdue: 'Überfällig',
  asideLead: 'Es kommt wieder, wenn es erneut geschieht.', see: 'Ansehen',
};
export const useWords = words(en, de);
export type T = ReturnType<typeof useWords>;
export const KINDS = ['expiring', 'unanswered', 'unclear', 'at_risk', 'asked_again', 'overdue'] as const;
