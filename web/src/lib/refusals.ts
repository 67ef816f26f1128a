// Refusals of the server in German, by their stable code. A code without German words is shown in English as it
// came; refusals.test.ts sees to it that there is none.
import { day } from './format';
import { REFUSED_DE } from './refusedWords';

/// Sentences with values in them, which the words of the code alone would lose.
const withValues: [code: string, shape: RegExp, say: (...parts: string[]) => string][] = [
  ['out_of_range', /between (\d+) and (\d+)/, (low, high) => `Der Wert muss zwischen ${low} und ${high} liegen.`],
  ['already_closed', /^Take-down (\S+) /, (number) => `Rücknahme ${number} ist schon abgeschlossen.`],
  ['archived', /^Request (\S+) /, (number) => `Anfrage ${number} ist archiviert und ändert sich nicht mehr.`],
  ['still_open', /^Request (\S+) /, (number) => `Anfrage ${number} läuft noch.`],
  ['not_longer', /lasts until ([\d-]{10})/, (until) => `Die Freigabe gilt schon bis ${day(until!)}.`],
  ['already_answered', /already, on ([\d-]{10})/, (on) => `Darauf wurde am ${day(on!)} geantwortet.`],
  ['not_yaml', /^Line (\d+) cannot/, (line) => `Zeile ${line} des Verfahrens ist nicht zu lesen.`],
  ['infected', /found (\S+) in/, (what) => `Das Virenschutzprogramm hat in dieser Datei ${what} gefunden.`],
  [
    'after_due',
    /up to ([\d-]{10})/,
    (until) => `Die Aufgabe ist vorher fällig: wählen Sie einen Tag bis ${day(until!)}.`,
  ],
  [
    'debrief_owed',
    /debrief of (\S+) for (\S+) .* than (\d+) days/,
    (activity, request, days) =>
      `Die Nachbesprechung von ${activity} für ${request} steht seit mehr als ${days} Tagen aus.`,
  ],
];

export interface Refused {
  code: string;
  message: string;
  remedy?: string;
}

/// The refusal in German words; as it came where there are none.
export function refusedInGerman<T extends Refused>(reason: T): T {
  const known = Object.hasOwn(REFUSED_DE, reason.code) ? REFUSED_DE[reason.code] : undefined;
  for (const [code, shape, say] of withValues) {
    const found = code === reason.code && shape.exec(`${reason.message} ${reason.remedy ?? ''}`);
    if (found) return { ...reason, message: say(...found.slice(1)), remedy: known?.[1] ?? '' };
  }
  return known ? { ...reason, message: known[0], remedy: known[1] ?? '' } : reason;
}
