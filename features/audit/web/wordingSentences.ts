// Sentences of the trail about controlled wording.
import type { Sentences } from './sentences';

export const wordings: Sentences = {
  'wording.adopted': [
    '{who} adopted revision {revision} of the controlled wording ({language})',
    '{who} hat Fassung {revision} der kontrollierten Formulierungen beschlossen ({language})',
  ],
  'wording.restored': [
    '{who} restored the delivered controlled wording ({language})',
    '{who} hat die mitgelieferten Formulierungen wiederhergestellt ({language})',
  ],
};
