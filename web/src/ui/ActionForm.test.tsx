// MISSION: REQ-05
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Problem, type Schema } from '@api';
import { show } from '../test/render';
import { ActionForm, sortReasons } from './ActionForm';
import { filled } from './SchemaFields';

const schema: Schema = {
  type: 'object',
  required: ['outcome', 'reason'],
  properties: {
    outcome: { type: 'string', enum: ['clear', 'not_clear'] },
    reason: { type: 'string', maxLength: 20000 },
    until: { type: 'string', format: 'date' },
    conditions: { type: 'array', items: { type: 'string' } },
    urgent: { type: 'boolean' },
  },
};

test('a form has a field for every part of the input and sends only what was filled in', async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn().mockResolvedValue({});
  show(() => <ActionForm schema={schema} submitLabel="Record" onSubmit={onSubmit} initial={{ outcome: 'clear' }} />);
  await user.type(await screen.findByLabelText(/Reason/), 'Contract allows it');
  await user.type(
    screen.getAllByLabelText(/Conditions/).find((each) => each.matches('input[type=text], input:not([type])'))!,
    'Only in Benelux{Enter}',
  );
  await user.click(screen.getByRole('button', { name: 'Record' }));
  expect(onSubmit).toHaveBeenCalledWith({
    outcome: 'clear',
    reason: 'Contract allows it',
    conditions: ['Only in Benelux'],
  });
});

test('a box that was ticked from the start and is not any more is an answer', async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn().mockResolvedValue({});
  show(() => <ActionForm schema={schema} submitLabel="Record" onSubmit={onSubmit} initial={{ urgent: true }} />);
  await user.click(await screen.findByLabelText(/Urgent/));
  await user.click(screen.getByRole('button', { name: 'Record' }));
  expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ urgent: false });
});

test('an optional part that was left alone is not sent, and times are instants', () => {
  const schema: Schema = {
    type: 'object',
    required: ['answer'],
    properties: {
      answer: { type: 'string' },
      slot: { type: 'string', format: 'date-time' },
      evidence: {
        type: 'object',
        required: ['file', 'name'],
        properties: { file: { type: 'string' }, name: { type: 'string' } },
      },
    },
  };
  expect(filled(schema, { answer: 'yes', slot: '', evidence: { file: '', name: '' } })).toEqual({ answer: 'yes' });
  expect(filled(schema, { answer: 'yes', slot: '2026-11-23T10:00Z' })).toEqual({
    answer: 'yes',
    slot: '2026-11-23T10:00:00.000Z',
  });
});

test('what the server refuses stands at its field, the rest above, and the words stay', async () => {
  const user = userEvent.setup();
  const reasons = [
    { code: 'short', field: 'reason', message: 'Say why.' },
    { code: 'own_request', message: 'This is your own request.' },
  ];
  const onSubmit = vi.fn().mockRejectedValue(new Problem(422, { reasons }));
  show(() => <ActionForm schema={schema} submitLabel="Record" onSubmit={onSubmit} />);
  const field = await screen.findByLabelText(/Reason/);
  await user.type(field, 'x');
  await user.click(screen.getByRole('button', { name: 'Record' }));
  expect(await screen.findByText('Say why.')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('This is your own request.');
  expect(field).toHaveValue('x');
});

test('reasons of nested and listed fields find their place', () => {
  const nested: Schema = {
    type: 'object',
    properties: { grants: { type: 'array', items: { type: 'object', properties: { until: { type: 'string' } } } } },
  };
  const { byField, others } = sortReasons(nested, [
    { code: 'a', field: 'grants[0].until', message: 'Past.' },
    { code: 'b', field: 'unknown', message: 'Other.' },
  ]);
  expect(byField).toEqual({ 'grants.0.until': 'Past.' });
  expect(others).toHaveLength(1);
});
