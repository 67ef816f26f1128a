// The rights of people about whom something is held, in sentences.
import type { Sentences } from './sentences';

export const privacy: Sentences = {
  'contact.erased': ['{contact} was erased', '{contact} wurde gelöscht'],
  'person.erased': ['{person} was erased', '{person} wurde gelöscht'],
  'subject.request_received': [
    '{subject} asked for a right of theirs[: {right}][; due {due}]',
    '{subject} hat ein Recht geltend gemacht[: {right}][; fällig {due}]',
  ],
  'subject.request_settled': [
    '{who} answered what {subject} had asked for[: {settlement}]',
    '{who} hat den Antrag von {subject} beantwortet[: {settlement}]',
  ],
  'subject.erasure_proposed': ['{who} proposed to erase {subject}', '{who} hat vorgeschlagen, {subject} zu löschen'],
  'subject.erasure_dropped': [
    '{who} dropped the erasure of {subject}',
    '{who} hat die Löschung von {subject} verworfen',
  ],
  'subject.erasing': ['{who} confirmed that {subject} is erased', '{who} hat die Löschung von {subject} bestätigt'],
  'subject.erased': [
    '{subject} is erased[: {words} texts][ and {files} files] are gone',
    '{subject} ist gelöscht[: {words} Texte][ und {files} Dateien] sind fort',
  ],
  'subject.held': ['{who} put a hold on {subject}[ until {until}]', '{who} hat {subject} gesperrt[ bis {until}]'],
  'subject.hold_released': ['{who} released the hold on {subject}', '{who} hat die Sperre von {subject} aufgehoben'],
  'subject.remainder_sealed': [
    'What proves the permissions of {subject} was sealed[ until {until}]',
    'Der Nachweis der Freigaben von {subject} wurde versiegelt[ bis {until}]',
  ],
  'subject.remainder_read': [
    '{who} opened what is kept sealed about {subject}',
    '{who} hat das Versiegelte über {subject} geöffnet',
  ],
  'subject.restricted': ['{who} restricted any use of {subject}', '{who} hat jede Nutzung von {subject} eingeschränkt'],
  'subject.restriction_lifted': [
    '{who} lifted the restriction on {subject}',
    '{who} hat die Einschränkung für {subject} aufgehoben',
  ],
  'contact.use_restricted': [
    'From then on {contact} was asked nothing and used for nothing',
    'Von da an wurde {contact} nichts mehr gefragt und für nichts genutzt',
  ],
  'contact.use_restriction_lifted': [
    'From then on {contact} could be asked and used again',
    'Von da an konnte {contact} wieder gefragt und genutzt werden',
  ],
  'subject.exported': [
    '{who} handed out everything that is held about {subject}',
    '{who} hat alles herausgegeben, was über {subject} vorliegt',
  ],
  'retention.rule_set': [
    '{who} changed how long words are kept: {rule}[, {days} days]',
    '{who} hat eine Aufbewahrungsfrist geändert: {rule}[, {days} Tage]',
  ],
  'retention.disposing': [
    'The time of {records} records is over: {rule}',
    'Die Frist von {records} Datensätzen ist um: {rule}',
  ],
  'retention.disposed': ['{words} texts were disposed of: {rule}', '{words} Texte wurden beseitigt: {rule}'],
};
