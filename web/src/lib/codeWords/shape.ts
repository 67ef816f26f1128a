// What codes are called, in both languages.
export type CodeWords = Record<string, [en: string, de: string]>;
