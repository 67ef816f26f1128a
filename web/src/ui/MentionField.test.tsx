// MISSION: REQ-18
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import type { Person } from '@api';
import { show } from '../test/render';
import { mentionsIn, MentionField } from './MentionField';

const person = (id: string, name: string): Person => ({ id, name, email: '', roles: [], active: true, version: 1 });
const people = [person('p1', 'Lex Alder'), person('p2', 'Lex Alderman'), person('p3', 'Petra Ownby')];

test('who is named by @ is mentioned, and the longer of two names is meant', () => {
  expect(mentionsIn('Please look, @Lex Alderman', people)).toEqual(['p2']);
  expect(mentionsIn('@Petra Ownby and @Lex Alder', people)).toEqual(['p3', 'p1']);
  expect(mentionsIn('Lex Alder is away; write to lex@Lex.test', people)).toEqual([]);
});

test('typing @ offers colleagues; Enter puts the name into the text', async () => {
  const user = userEvent.setup();
  show(() => {
    const [text, setText] = useState('');
    return <MentionField label="Say something" value={text} onChange={setText} people={people} />;
  });
  const field = await screen.findByLabelText('Say something');
  await user.type(field, 'Please look, @pet');
  expect(await screen.findByRole('option', { name: /Petra Ownby/, hidden: true })).toBeInTheDocument();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(field).toHaveValue('Please look, @Petra Ownby ');
});
