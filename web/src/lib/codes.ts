// Codes of the wire in words a customer would accept to read. An unknown code is shown with its underscores removed.
import { useMemo } from 'react';
import { actions } from './codeWords/actions';
import { fields } from './codeWords/fields';
import { channels, roles, uses } from './codeWords/program';
import type { CodeWords } from './codeWords/shape';
import { states } from './codeWords/states';
import { steps } from './codeWords/steps';
import { useLanguage } from './i18n';

const verbs: CodeWords = Object.fromEntries(Object.entries(actions).map(([name, both]) => [`do:${name}`, both]));
const all: CodeWords = { ...fields, ...steps, ...verbs, ...states, ...roles, ...channels, ...uses };

/// "request_owner" → "Request owner"
export function humanise(code: string): string {
  const spaced = code.replaceAll('_', ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export type Label = (code: string | undefined | null, fallback?: string) => string;

/// Names codes in the person's language: `label('reference_call')`; verbs of buttons as `label('do:approve')`.
export function useLabel(): Label {
  const lang = useLanguage();
  return useMemo(
    () => (code, fallback) => {
      if (!code) return fallback ?? '';
      const known = Object.hasOwn(all, code) ? all[code] : undefined;
      // The server's own words for a button are the best English there is.
      if (lang === 'en' && fallback && code.startsWith('do:')) return fallback;
      return known ? known[lang === 'de' ? 1 : 0] : (fallback ?? humanise(code.replace(/^[a-z_]+:/, '')));
    },
    [lang],
  );
}

export const USE_TYPES = Object.keys(uses);
export const CHANNELS = ['sales', 'web', 'analyst', 'event', 'press', 'partner', 'social', 'internal'];
export const ROLES = Object.keys(roles);
