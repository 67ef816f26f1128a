// Words of the take-downs' screens.
import { words } from '@lib';

const en = {
  title: 'Take-downs', n: '{count} take-down|{count} take-downs', search: 'Customer, company, number…',
  number: 'Number', customer: 'Customer', what: 'What', owner: 'Owner', due: 'Due', status: 'Status', cause: 'Why',
  empty: 'Nothing has to come down',
  emptyHint:
    'When a customer takes a permission back, limits it or lets it end, everything published under it appears here.',
  none: 'Nothing fits these filters', noneHint: 'Take a filter away to see more.', clear: 'Clear all filters',
  open: 'Open', closed: 'Closed', overdue: 'Overdue',
  withdrawn: 'Withdrawn', narrowed: 'Narrowed', lapsed: 'Ended', conditions_refused: 'Conditions refused',
  removed: 'Removed', replaced: 'Replaced', never_published: 'Never published', permitted_again: 'Permitted again',
  usedOn: 'Used on', request: 'Request', permission: 'Permission', done: 'What was done',
  link: 'Where one sees it', closedBy: 'Closed by', close: 'Close with proof', how: 'What was done?',
  note: 'In your words', linkHelp: 'The address where one sees that it is gone', cancel: 'Cancel',
  isClosed: '{number} is closed',
};
type Key = keyof typeof en;
const de: Record<Key, string> = {
  title: 'Rücknahmen', n: '{count} Rücknahme|{count} Rücknahmen', search: 'Kunde, Unternehmen, Nummer…',
  number: 'Nummer', customer: 'Kunde', what: 'Was', owner: 'Zuständig', due: 'Fällig', status: 'Stand',
  cause: 'Warum', empty: 'Nichts muss entfernt werden',
  emptyHint:
    'Nimmt ein Kunde eine Freigabe zurück, schränkt sie ein oder lässt sie enden, steht hier alles, was damit '
    + 'veröffentlicht wurde.',
  none: 'Nichts passt zu diesen Filtern', noneHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.',
  clear: 'Alle Filter leeren', open: 'Offen', closed: 'Erledigt', overdue: 'Überfällig',
  withdrawn: 'Widerrufen', narrowed: 'Eingeschränkt', lapsed: 'Abgelaufen', conditions_refused: 'Auflagen abgelehnt',
  removed: 'Entfernt', replaced: 'Ersetzt', never_published: 'Nie veröffentlicht', permitted_again: 'Wieder erlaubt',
  usedOn: 'Genutzt am', request: 'Anfrage', permission: 'Freigabe', done: 'Was getan wurde',
  link: 'Wo man es sieht', closedBy: 'Erledigt von', close: 'Mit Beleg abschließen', how: 'Was wurde getan?',
  note: 'In Ihren Worten', linkHelp: 'Adresse, an der man sieht, dass es weg ist', cancel: 'Abbrechen',
  isClosed: '{number} ist erledigt',
};
export const useWords = words(en, de);
export type T = ReturnType<typeof useWords>;
