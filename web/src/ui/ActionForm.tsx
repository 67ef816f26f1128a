// A form made from what the server says an action needs; the server's reasons appear at their fields.
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Problem, useAct, type Action, type Reason, type Schema } from '@api';
import { useLabel, words } from '@lib';
import { ProblemAlert, ReasonList } from './Page';
import { blank, filled, SchemaFields, type FormValues, type Help } from './SchemaFields';

const useFormWords = words(
  { cancel: 'Cancel', keep: 'Leave it as it is', send: 'Send' },
  { cancel: 'Abbrechen', keep: 'So lassen', send: 'Senden' },
);

/// The boxes that were ticked from the start and no longer are: that is an answer too.
const unticked = (initial: FormValues = {}, values: FormValues) =>
  Object.fromEntries(Object.keys(initial).flatMap((name) =>
    initial[name] === true && values[name] === false ? [[name, false]] : []));

/// "conditions[0].until" or "/conditions/0/until" → "conditions.0.until"
export const fieldPath = (field: string) =>
  field
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/\[(\d+)\]/g, '.$1');

const known = (schema: Schema, path: string): boolean => {
  const [head = '', ...rest] = path.split('.');
  const next = schema.properties?.[head] ?? (schema.type === 'array' && /^\d+$/.test(head) ? schema.items : undefined);
  if (!next) return false;
  // A reason about a whole group of fields has no field of its own to stand at.
  if (rest.length === 0) return next.type !== 'object';
  return next.type === 'array' || known(next, rest.join('.'));
};

/// Reasons by field of the form, and those that belong to no field.
export function sortReasons(schema: Schema, reasons: Reason[]) {
  const byField: Record<string, string> = {};
  const others: Reason[] = [];
  for (const reason of reasons) {
    const path = fieldPath(reason.field ?? '');
    if (!path || !known(schema, path)) others.push(reason);
    else byField[path] = [byField[path], reason.message, reason.remedy].filter(Boolean).join(' ');
  }
  return { byField, others };
}

interface Props {
  schema: Schema;
  submitLabel?: string;
  danger?: boolean;
  help?: Help;
  initial?: FormValues;
  onSubmit: (input: FormValues) => Promise<unknown>;
  onDone?: () => void;
  onCancel?: () => void;
}

/// Renders the schema, sends the values and shows what the server refuses.
export function ActionForm({ schema, submitLabel, danger, help = {}, initial, onSubmit, onDone, onCancel }: Props) {
  const t = useFormWords();
  const [others, setOthers] = useState<Reason[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const form = useForm<FormValues>({
    initialValues: { ...(blank({ type: 'object', ...schema }) as FormValues), ...initial },
  });
  const refuse = (error: unknown) => {
    const sorted = sortReasons(schema, error instanceof Problem ? error.reasons : []);
    form.setErrors(sorted.byField);
    setOthers(sorted.others);
    setFailure(sorted.others.length || Object.keys(sorted.byField).length ? null : error);
  };
  const send = form.onSubmit(async (values) => {
    setOthers([]);
    setFailure(null);
    try {
      const input = filled({ type: 'object', ...schema }, values) as FormValues;
      await onSubmit({ ...input, ...unticked(initial, values) });
    } catch (error) {
      refuse(error);
      return;
    }
    onDone?.();
  });
  return (
    <form onSubmit={send} noValidate>
      <Stack gap={14}>
        {others.length > 0 && (
          <div role="alert" className="chip bad block">
            <ReasonList reasons={others} />
          </div>
        )}
        <ProblemAlert error={failure} />
        <SchemaFields form={form} schema={schema} help={help} />
        <Group justify="flex-end" gap={8}>
          {onCancel && (
            <Button variant="default" size="sm" onClick={onCancel}>
              {t(danger ? 'keep' : 'cancel')}
            </Button>
          )}
          <Button type="submit" size="sm" color={danger ? 'red' : undefined} loading={form.submitting}>
            {submitLabel ?? t('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/// The form of an item's action in a dialog.
export function ActionDialog({
  collection,
  id,
  version,
  action,
  help,
  initial,
  title: own,
  onClose,
}: {
  collection: string;
  id: string;
  version?: number;
  action: Action | null;
  /// In place of the action's own name.
  title?: string;
  help?: Help;
  initial?: FormValues;
  onClose: () => void;
}) {
  const label = useLabel();
  const act = useAct(collection);
  if (!action) return null;
  const title = own ?? label(`do:${action.name}`, action.label);
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <ActionForm
        schema={action.schema ?? {}}
        submitLabel={title}
        help={help}
        initial={initial}
        danger={isDanger(action.name)}
        onSubmit={(input) => act.mutateAsync({ id, action: action.name, input, version })}
        onDone={onClose}
        onCancel={onClose}
      />
    </Modal>
  );
}

const DANGERS = /^(cancel|reject|decline|withdraw|retire|object|undo|deactivate|erase|confirm_erasure)$/;
export const isDanger = (name: string) => DANGERS.test(name);
