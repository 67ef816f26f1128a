// German words for refusals that people seldom meet: those of tokens and programs, of texts of procedures, and of
// questions that were settled in the meantime.
import type { Words } from './refusedWords';

/// By code, as refusedWords.ts has them.
export const RARE_DE: Record<string, Words> = {
  // questions to customers
  answer_missing: ['Auf eine der Fragen fehlt die Antwort.', 'Wählen Sie Ja oder Nein.'],
  answered_twice: ['Eine Frage ist zweimal beantwortet.', 'Wählen Sie eine Antwort.'],
  unknown_ask: ['Danach wurde nicht gefragt.', 'Beantworten Sie, was gefragt wurde.'],
  limit_missing: ['„Ja, mit Einschränkung“ ist gewählt, aber keine genannt.', 'Nennen Sie eine, oder wählen Sie Ja.'],
  limit_unclear: [
    'Neben einem einfachen Ja oder Nein steht eine Einschränkung.',
    'Wählen Sie „Ja, mit Einschränkung“.',
  ],
  colleague_missing: ['Bitte sagen Sie, wer stattdessen sprechen könnte.'],
  question_over: ['Diese Frage hat sich inzwischen erledigt.', 'Vielen Dank; Sie brauchen nichts weiter zu tun.'],
  question_unknown: ['Danach wurde diese Person nicht gefragt.', 'Erfassen Sie die Freigabe ohne diese Frage.'],
  'wish.no_words': ['Nichts wurde geändert.', 'Schreiben Sie, was nicht stimmt.'],
  'erasure.bad_reference': ['Diese Stelle gibt es nicht.', 'Nehmen Sie eine von den gefundenen.'],
  contact_restricted: [
    'Die Nutzung dieser Person ist eingeschränkt: Sie wird nach nichts Neuem gefragt.',
    'Warten Sie, bis der Datenschutz die Einschränkung aufhebt, oder wählen Sie jemand anderen.',
  ],
  'incident.no_begin': ['Sagen Sie, wann es begann.'],
  'incident.no_end': ['Sagen Sie, wann es endete.'],
  // procedures and policies
  no_procedure: ['Noch ist kein solches Verfahren in Kraft.', 'Übernehmen Sie beim Einrichten die Vorgaben.'],
  no_such_case: ['Diesen Vorgang gibt es nicht.'],
  no_such_procedure: ['Dieses Verfahren gibt es nicht.'],
  no_such_section: ['Diesen Abschnitt der Richtlinien gibt es nicht.'],
  not_a_procedure: ['Dieser Text ist kein Verfahren.', 'Beginnen Sie mit sop:, title:, start: und steps:.'],
  not_yaml: ['Der Text des Verfahrens ist nicht zu lesen.', 'Berichtigen Sie ihn.'],
  twice: ['Das steht hier zweimal.', 'Geben Sie einem davon einen anderen Namen.'],
  bad_step: ['Ein Schritt ist ein Name in Kleinbuchstaben mit seinen Angaben.', 'Berichtigen Sie den Text.'],
  unknown_code: ['Diesen Wert gibt es hier nicht.', 'Nehmen Sie einen aus der Liste.'],
  'policy.administrators_only': ['Nur die Administration sagt, wie man sich anmeldet.', 'Fragen Sie dort nach.'],
  // programs and tokens
  bad_as_of: ['as_of ist eine laufende Nummer oder eine Zeit.', 'Schreiben Sie 1234 oder 2026-11-22T09:00:00Z.'],
  bad_limit: ['Die Zahl der Zeilen liegt außerhalb dessen, was eine Seite fasst.'],
  cross_site: ['Diese Anfrage kam von einer anderen Website.'],
  idempotency_key_reused: ['Dieser Idempotency-Key gehörte zu einer anderen Anfrage.', 'Nehmen Sie einen neuen.'],
  key_too_long: ['Ein Idempotency-Key hat höchstens 200 Zeichen.'],
  no_scopes: ['Wählen Sie Lesen, Schreiben oder beides.'],
  unknown_scope: ['Diesen Umfang gibt es nicht.', 'Wählen Sie Lesen, Schreiben oder beides.'],
  scope_missing: ['Dieses Token darf das nicht.'],
  too_many_values: ['Dieses JSON enthält mehr Werte, als angenommen werden.'],
  too_fast: [
    'Das sind mehr Anfragen, als der Server jemandem auf einmal beantwortet.',
    'Warten Sie einen Moment. Wer öfter fragen muss, wendet sich an die Administration des Servers.',
  ],
  unknown_filter: ['Danach lässt sich hier nicht filtern.', 'Nehmen Sie ein Feld der Einträge.'],
  unknown_parameter: ['Diese Angabe kennt die Prüfung nicht.'],
  // signing in, files
  'factor.demanded': [
    'Ihre Rolle verlangt einen zweiten Faktor.',
    'Richten Sie ihn unter „Ihr Konto“ ein; bis dahin können Sie nur das, und sich abmelden.',
  ],
  infected: [
    'In dieser Datei hat das Virenschutzprogramm etwas gefunden; sie wurde nicht behalten.',
    'Öffnen Sie sie nicht, und sagen Sie es denen, die sich um Ihre Computer kümmern.',
  ],
  scanner_unreachable: [
    'Dateien können gerade nicht auf Viren geprüft werden, deshalb wird keine angenommen.',
    'Versuchen Sie es in ein paar Minuten noch einmal.',
  ],
};
