// Fields of a form from the JSON Schema of an action's input.
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
  Textarea,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Schema } from '@api';
import { useLabel, words } from '@lib';
import { FileField, isFile } from './FileField';

export type FormValues = Record<string, unknown>;
export type Form = UseFormReturnType<FormValues>;
export interface FieldHelp {
  label?: string;
  description?: string;
  placeholder?: string;
  options?: { value: string; label: string }[];
  hidden?: boolean;
}
export type Help = Record<string, FieldHelp>;
interface FieldProps {
  form: Form;
  path: string;
  name: string;
  schema: Schema;
  required: boolean;
  help: Help;
}

const LONG_TEXT = 500;
const LONG_NAMES = /^(reason|comment|note|notes|text|message|wording|use_case|words|detail|risk|facts)$/;
const useFieldWords = words(
  { add: 'Add', remove: 'Remove', typed: 'Type and press Enter' },
  { add: 'Hinzufügen', remove: 'Entfernen', typed: 'Tippen und Enter drücken' },
);

/// What an untouched field of the schema holds.
export function blank(schema: Schema): unknown {
  if (schema.type === 'array') return [];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, blank(each)]));
  }
  return '';
}

/// True when nothing was put in, at any depth.
function isBlank(value: unknown): boolean {
  if (value && typeof value === 'object') return Object.values(value).every(isBlank);
  return value === '' || value === null || value === undefined || value === false;
}

function untouched(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(untouched);
  return value === '' || value === null || value === undefined || value === false;
}

/// The values to send: what was left empty and may be absent is absent.
export function filled(schema: Schema, value: unknown, required = true): unknown {
  if (!required && untouched(value)) return undefined;
  if (schema.type === 'array') {
    const items = ((value as unknown[] | undefined) ?? []).map((item) => filled(schema.items ?? {}, item));
    return items.length || required ? items : undefined;
  }
  if (schema.type === 'object' && schema.properties) {
    if (!required && isBlank(value)) return undefined;
    const source = (value ?? {}) as FormValues;
    const pairs = Object.entries(schema.properties)
      .map(([name, each]) => [name, filled(each, source[name], !!schema.required?.includes(name))] as const)
      .filter(([, each]) => each !== undefined);
    return Object.fromEntries(pairs);
  }
  if (schema.type === 'boolean') return value || required ? !!value : undefined;
  if (value === '' || value === null || value === undefined)
    return required && schema.type === 'string' && !schema.enum ? '' : undefined;
  return schema.format === 'date-time' ? new Date(String(value)).toISOString() : value;
}

/// All fields of an object schema.
export function SchemaFields({
  form,
  schema,
  help,
  prefix = '',
}: {
  form: Form;
  schema: Schema;
  help: Help;
  prefix?: string;
}) {
  const names = Object.entries(schema.properties ?? {}).filter(([name]) => !help[prefix + name]?.hidden);
  return (
    <Stack gap={12}>
      {names.map(([name, each]) => (
        <Field
          key={name}
          form={form}
          path={prefix + name}
          name={name}
          schema={each}
          help={help}
          required={!!schema.required?.includes(name)}
        />
      ))}
    </Stack>
  );
}

function Field(props: FieldProps) {
  const label = useLabel();
  const { schema, form, path, name, help } = props;
  const own = help[path] ?? {};
  const title = own.label ?? label(name);
  if (isFile(schema)) {
    return <FileField form={form} path={path} label={title} description={own.description} required={props.required} />;
  }
  if (schema.type === 'object' && schema.properties) {
    return (
      <Fieldset legend={title}>
        <SchemaFields form={form} schema={schema} help={help} prefix={`${path}.`} />
      </Fieldset>
    );
  }
  if (schema.type === 'array' && schema.items?.type === 'object') return <ListField {...props} title={title} />;
  if (schema.type === 'array') return <ManyField {...props} title={title} />;
  if (schema.type === 'boolean') {
    return <Checkbox label={title} description={own.description} {...form.getInputProps(path, { type: 'checkbox' })} />;
  }
  return <PlainField {...props} title={title} />;
}

function PlainField({ form, path, name, schema, required, help, title }: FieldProps & { title: string }) {
  const label = useLabel();
  const own = help[path] ?? {};
  const common = {
    label: title,
    description: own.description,
    placeholder: own.placeholder,
    withAsterisk: required,
    ...form.getInputProps(path),
  };
  const options = own.options ?? schema.enum?.map((value) => ({ value, label: label(value) }));
  if (options) return <Select {...common} data={options} searchable={options.length > 8} clearable={!required} />;
  if (schema.type === 'integer' || schema.type === 'number') {
    return <NumberInput {...common} allowDecimal={schema.type === 'number'} />;
  }
  if (schema.format === 'date') return <TextInput {...common} type="date" />;
  if (schema.format === 'date-time') return <TextInput {...common} type="datetime-local" />;
  const long = (schema.maxLength ?? 0) > LONG_TEXT || LONG_NAMES.test(name);
  if (long) return <Textarea {...common} autosize minRows={2} maxLength={schema.maxLength} />;
  return <TextInput {...common} maxLength={schema.maxLength} />;
}

function ManyField({ form, path, schema, required, help, title }: FieldProps & { title: string }) {
  const label = useLabel();
  const t = useFieldWords();
  const own = help[path] ?? {};
  const options = own.options ?? schema.items?.enum?.map((value) => ({ value, label: label(value) }));
  const common = { label: title, withAsterisk: required, ...form.getInputProps(path) };
  if (options) return <MultiSelect {...common} description={own.description} data={options} searchable />;
  return <TagsInput {...common} description={own.description ?? t('typed')} acceptValueOnBlur />;
}

function ListField({ form, path, schema, help, title }: FieldProps & { title: string }) {
  const t = useFieldWords();
  const items = (form.getInputProps(path).value as unknown[] | undefined) ?? [];
  return (
    <Fieldset legend={title}>
      <Stack gap={10}>
        {items.map((_, i) => (
          <Group key={`${path}.${i}`} align="flex-start" wrap="nowrap">
            <Text size="xs" c="dimmed" pt={6}>
              {i + 1}
            </Text>
            <div className="fill">
              <SchemaFields form={form} schema={schema.items ?? {}} help={help} prefix={`${path}.${i}.`} />
            </div>
            <Button variant="subtle" color="red" onClick={() => form.removeListItem(path, i)}>
              {t('remove')}
            </Button>
          </Group>
        ))}
        <Button variant="default" onClick={() => form.insertListItem(path, blank(schema.items ?? {}))}>
          {t('add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
