// The language that somebody chose goes with them from browser to browser, and letters to them speak it too.
import { post, type Me } from '@api';
import { isLanguage, language, languageOfAddress, setLanguage, type Language } from '@lib';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const keep = (next: Language) => post<unknown>('me/language', { language: next });

/// What was chosen elsewhere holds here. Whoever never chose is written to in the language that they read here.
export function useMyLanguage(me: Me) {
  useEffect(() => {
    const chosen = me.person.language;
    if (languageOfAddress()) return; // a link that asks for another language, for this once
    if (chosen && isLanguage(chosen)) setLanguage(chosen);
    else if (!chosen && language() !== 'en') keep(language()).catch(() => undefined); // at the next visit, then
  }, [me.person.id]); // once for each person, not at every answer about them
}

/// Changes it here at once, and everywhere else.
export function useChooseLanguage() {
  const client = useQueryClient();
  return (next: Language) => {
    setLanguage(next);
    client.setQueryData<Me>(['me'], (old) => old && { ...old, person: { ...old.person, language: next } });
    keep(next).catch(() => undefined); // what is read here is changed; letters follow at the next choice
  };
}
