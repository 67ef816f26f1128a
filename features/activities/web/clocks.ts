// The same moment on two clocks: one's own and the customer's.
import { locale } from '@lib';

const SHAPE = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/// "Tue 8 Dec, 10:00" on the clock of that place; on one's own when none is known.
export function onClock(instant: string, timeZone?: string): string {
  try {
    return new Intl.DateTimeFormat(locale(), { ...SHAPE, timeZone: timeZone || undefined }).format(new Date(instant));
  } catch {
    return new Intl.DateTimeFormat(locale(), SHAPE).format(new Date(instant));
  }
}

/// "Madrid" for "Europe/Madrid".
export const place = (timeZone: string) => timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/// The hour of the day there: people are not called at night.
export function hourThere(instant: string, timeZone?: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: timeZone || undefined });
  try {
    return Number(hour.format(new Date(instant)));
  } catch {
    return new Date(instant).getHours();
  }
}

/// What a field of type `datetime-local` shows for the instant, and back.
export function fieldOf(instant?: string | null): string {
  if (!instant) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
export const instantOf = (field: string) => (field ? new Date(field).toISOString() : '');
