// MISSION: AUT-02
import { expect, test } from 'vitest';
import { ONLY_THEM, signersInput, type SignerDraft } from './SignersField';
import { groupOf } from './WordingEditor';

test('who is asked alone, for themselves, needs no list', () => {
  expect(signersInput('con_1', ONLY_THEM)).toBeUndefined();
});

test('the one who is asked stands in the list where they were put, by their own id', () => {
  const signers: SignerDraft[] = [
    { key: 1, contact: 'con_2', authority: 'legal' },
    { key: 0, main: true, contact: null, authority: 'company' },
  ];
  expect(signersInput('con_1', signers)).toEqual([
    { contact: 'con_2', authority: 'legal' },
    { contact: 'con_1', authority: 'company' },
  ]);
});

test('a signer without a name is sent as it is, so that the server says what is missing', () => {
  const signers: SignerDraft[] = [...ONLY_THEM, { key: 1, contact: null, authority: 'legal' }];
  expect(signersInput('con_1', signers)?.[1]).toEqual({ contact: '', authority: 'legal' });
});

// MISSION: AUT-01
test('every text of the wording has its place on the screen', () => {
  expect(groupOf('opening')).toBe('request');
  expect(groupOf('uses.logo.text')).toBe('uses');
  expect(groupOf('channels.web')).toBe('channels');
  expect(groupOf('authority.legal')).toBe('authority');
  expect(groupOf('not_with')).toBe('limits');
});
