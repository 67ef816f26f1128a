// Words in the person's language. Each screen keeps its own catalogue beside it:
//
//   const useWords = words({ title: 'Inbox', n: '{count} request|{count} requests' }, { title: 'Eingang', n: '…' });
//   const t = useWords();  t('title');  t('n', { count: 3 });
//
// `one|many` is chosen by `count`. Every language must have every key: the compiler checks it.
import { useMemo, useSyncExternalStore } from 'react';

export type Language = 'en' | 'de';
export type Values = Record<string, string | number>;
export type Translate<K extends string> = (key: K, values?: Values) => string;

const KEPT = 'vouchsafe.language';
const followers = new Set<() => void>();

/// Languages in which letters are written, to customers and to colleagues.
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'] as const;
/// A language of the screens.
export const isLanguage = (code: string): code is Language => code === 'en' || code === 'de';
/// What the address asks for (`?lng=de`), for as long as it stands there.
export const languageOfAddress = () => new URLSearchParams(location.search).get('lng');

function initial(): Language {
  const kept = languageOfAddress() ?? localStorage.getItem(KEPT) ?? navigator.language;
  return kept.startsWith('de') ? 'de' : 'en';
}
let current: Language = initial();
document.documentElement.lang = current;

/// The language now in use.
export const language = () => current;
/// The name of a language, in the one now in use: `Deutsch`, `German`.
export const nameOfLanguage = (code: string) => new Intl.DisplayNames([current], { type: 'language' }).of(code) ?? code;
/// The locale for dates and numbers; English means the European one.
export const locale = () => (current === 'de' ? 'de-DE' : 'en-GB');

export function setLanguage(next: Language) {
  current = next;
  localStorage.setItem(KEPT, next);
  document.documentElement.lang = next;
  for (const follower of followers) follower();
}

const follow = (follower: () => void) => {
  followers.add(follower);
  return () => followers.delete(follower);
};

export const useLanguage = () => useSyncExternalStore(follow, language);

/// Fills `{name}` and picks `one|many`.
export function fill(text: string, values: Values = {}): string {
  const forms = text.split('|');
  const many = forms.length > 1 && new Intl.PluralRules(locale()).select(Number(values.count)) !== 'one';
  const chosen = forms[many ? 1 : 0] ?? text;
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/// A catalogue; returns the hook that translates by it.
export function words<K extends string>(en: Record<K, string>, de: Record<NoInfer<K>, string>) {
  return function useWords(): Translate<K> {
    const lang = useLanguage();
    return useMemo(() => {
      const texts = lang === 'de' ? de : en;
      return (key: K, values?: Values) => fill(texts[key], values);
    }, [lang]);
  };
}
