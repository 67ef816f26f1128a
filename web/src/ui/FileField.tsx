// A file kept as evidence: uploaded when it is chosen, sent with the form as its id and name.
import { FileInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem, useUpload, type Schema } from '@api';
import { words } from '@lib';
import type { Form } from './SchemaFields';

const useFileWords = words(
  { choose: 'Choose a file', sending: 'Sending…' },
  { choose: 'Datei wählen', sending: 'Wird gesendet…' },
);

/// True for the wire's `{file, name}`.
export const isFile = (schema: Schema) =>
  schema.type === 'object' &&
  Object.keys(schema.properties ?? {})
    .sort()
    .join() === 'file,name';

export function FileField({
  form,
  path,
  label,
  description,
  required,
}: {
  form: Form;
  path: string;
  label: string;
  description?: string;
  required: boolean;
}) {
  const t = useFileWords();
  const upload = useUpload();
  const [file, setFile] = useState<File | null>(null);
  const choose = (next: File | null) => {
    setFile(next);
    form.clearFieldError(path);
    if (!next) return form.setFieldValue(path, { file: '', name: '' });
    upload.mutate(next, {
      onSuccess: (stored) => form.setFieldValue(path, { file: stored.id, name: stored.name }),
      onError: (error) => form.setFieldError(path, error instanceof Problem ? error.message : String(error)),
    });
  };
  return (
    <FileInput
      label={label}
      description={upload.isPending ? t('sending') : description}
      placeholder={t('choose')}
      value={file}
      onChange={choose}
      clearable
      withAsterisk={required}
      error={form.errors[path]}
      leftSection={<IconPaperclip size={15} aria-hidden />}
    />
  );
}
