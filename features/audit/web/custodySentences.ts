// What was done to the ledger itself, in sentences.
import type { Sentences } from './sentences';

export const custody: Sentences = {
  'ledger.key_rotated': [
    'From here on another key signs the ledger: {new_key}[ instead of {old_key}]',
    'Von hier an unterschreibt ein anderer Schlüssel: {new_key}[ statt {old_key}]',
  ],
  'ledger.rollback_accepted': [
    'The ledger went on behind its checkpoint: {checkpoint_size} events were signed, {size} were there',
    'Der Verlauf ging hinter seinem Prüfpunkt weiter: {checkpoint_size} Ereignisse unterschrieben, {size} vorhanden',
  ],
};
