// Dates, times, money and numbers as people of the language write them.
import { locale } from './i18n';

const noon = (date: string) => new Date(`${date.slice(0, 10)}T12:00:00`);
const HOUR_MS = 3_600_000;

/// "27 Nov"; with the year when it is not this one.
export function day(date: string): string {
  const at = noon(date);
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: yearOf(at) }).format(at);
}

/// The year is said only when it is not this one.
const yearOf = (at: Date) => (at.getFullYear() === new Date().getFullYear() ? undefined : ('numeric' as const));

/// "Fri 27 Nov"
export const weekday = (date: string) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(noon(date));

/// "27 Nov, 08:12"
export function moment(instant: string): string {
  const at = new Date(instant);
  const shape = { day: 'numeric', month: 'short', year: yearOf(at), hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale(), shape).format(at);
}

/// "€310K"; the code of the currency decides the sign.
export const money = (amount: number, currency = 'EUR') =>
  new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 0,
  }).format(amount);

export const number = (value: number) => new Intl.NumberFormat(locale()).format(value);

/// Whole hours from now until the instant; negative when it is past.
export const hoursUntil = (instant: string) => Math.round((new Date(instant).getTime() - Date.now()) / HOUR_MS);

/// Today and dates to come, as `YYYY-MM-DD` of the person's own calendar.
export const isoDate = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/// The date this many working days from today.
export function workingDaysFromNow(days: number): string {
  const date = new Date();
  for (let left = days; left > 0;) {
    date.setDate(date.getDate() + 1);
    if (date.getDay() !== 0 && date.getDay() !== 6) left -= 1;
  }
  return isoDate(date);
}
