// Words of the screen about controlled wording.
import { words } from '@lib';

const en = {
  title: 'Wording of requests',
  lead:
    'What customers read when they are asked for permission. Every revision is kept, and each request keeps the one '
    + 'in which it was asked.',
  language: 'Language', en: 'English', de: 'German', fr: 'French', es: 'Spanish', ja: 'Japanese',
  own: 'Your own words', delivered: 'As delivered', revision: 'Revision {n}', superseded: 'Superseded revision {n}',
  adopt: 'Adopt…', adoptTitle: 'Adopt a new revision', adoptNow: 'Adopt', cancel: 'Cancel', undo: 'Discard changes',
  adopted: 'Adopted as revision {n}', restore: 'Restore the delivered words…', restoreNow: 'Restore',
  restored: 'The delivered words hold again', reason: 'Why is this changed?',
  reasonHelp: 'Kept for ever beside the revision.', meaning: 'The meaning changed',
  meaningHelp: 'Then permissions given under the words before are asked for again instead of renewed.',
  preview: 'This is what the customer reads', places: 'Filled in: {names}', usual: 'Delivered: {words}',
  history: 'History', noHistory: 'Nobody has changed these words yet.', look: 'Read revision {n}',
  backToForce: 'Back to what is in force', again: 'meaning changed', request: 'The request', uses: 'Uses',
  limits: 'Limits and conditions', channels: 'Places', authority: 'Who speaks', sample: 'The people here are invented.',
  title_: 'Heading', opening: 'Opening', asks_heading: 'Heading of what is asked', only_content: 'Before exact content',
  disclosures_heading: 'Heading of statements', boundaries: 'Boundaries', withdrawal: 'How to take it back',
  where: 'Places', regions: 'Regions', languages: 'Languages', products: 'Products', topics: 'Topics',
  not_with: 'Never shown to', not_with_competitors: 'Never shown to competitors', ask_each_time: 'Asked each time',
  approve_words_first: 'Exact words first', condition: 'A condition of the customer', period: 'Period',
  name_: 'Name', text_: 'What it is',
};
type Key = keyof typeof en;
const de: Record<Key, string> = {
  title: 'Formulierungen der Anfragen',
  lead:
    'Was Kunden lesen, wenn sie um Erlaubnis gebeten werden. Jede Fassung bleibt, und jede Anfrage behält die, in der '
    + 'sie gestellt wurde.',
  language: 'Sprache', en: 'Englisch', de: 'Deutsch', fr: 'Französisch', es: 'Spanisch', ja: 'Japanisch',
  own: 'Eigene Worte', delivered: 'Wie mitgeliefert', revision: 'Fassung {n}', superseded: 'Abgelöste Fassung {n}',
  adopt: 'Beschließen…', adoptTitle: 'Neue Fassung beschließen', adoptNow: 'Beschließen', cancel: 'Abbrechen',
  undo: 'Änderungen verwerfen', adopted: 'Als Fassung {n} beschlossen',
  restore: 'Mitgelieferte Worte wiederherstellen…', restoreNow: 'Wiederherstellen',
  restored: 'Die mitgelieferten Worte gelten wieder', reason: 'Warum wird das geändert?',
  reasonHelp: 'Bleibt für immer neben der Fassung.', meaning: 'Die Bedeutung hat sich geändert',
  meaningHelp: 'Dann wird, was unter den bisherigen Worten erlaubt wurde, neu erfragt statt verlängert.',
  preview: 'Das liest der Kunde', places: 'Eingesetzt werden: {names}', usual: 'Mitgeliefert: {words}',
  history: 'Verlauf', noHistory: 'Diese Worte hat noch niemand geändert.', look: 'Fassung {n} lesen',
  backToForce: 'Zurück zur geltenden Fassung', again: 'Bedeutung geändert', request: 'Die Anfrage', uses: 'Nutzungen',
  limits: 'Grenzen und Bedingungen', channels: 'Orte', authority: 'Wer spricht',
  sample: 'Die Personen hier sind erfunden.',
  title_: 'Überschrift', opening: 'Anrede und Bitte', asks_heading: 'Überschrift des Erbetenen',
  only_content: 'Vor genauem Inhalt', disclosures_heading: 'Überschrift der Hinweise', boundaries: 'Grenzen',
  withdrawal: 'Wie man es zurücknimmt', where: 'Orte', regions: 'Regionen', languages: 'Sprachen',
  products: 'Produkte', topics: 'Themen', not_with: 'Nie zu zeigen an',
  not_with_competitors: 'Nie zu zeigen an Wettbewerber', ask_each_time: 'Jedes Mal gefragt',
  approve_words_first: 'Genauer Wortlaut vorher', condition: 'Eine Auflage des Kunden', period: 'Zeitraum',
  name_: 'Name', text_: 'Was es ist',
};
export const useWordingWords = words(en, de);
export type WordingT = ReturnType<typeof useWordingWords>;
export const isWord = (name: string): name is Key => name in en;
