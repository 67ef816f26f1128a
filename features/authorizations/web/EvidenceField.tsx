// Files that prove a permission: uploaded at once, named in the record.
import { useUpload } from '@api';
import { ProblemAlert } from '@ui';
import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import type { T } from './words';

export interface Evidence {
  file: string;
  name: string;
}

export function EvidenceField({
  files,
  onFiles,
  error,
  t,
}: {
  files: Evidence[];
  onFiles: (files: Evidence[]) => void;
  error?: string;
  t: T;
}) {
  const upload = useUpload();
  const add = async (chosen: File | null) => {
    if (!chosen) return;
    const kept = await upload.mutateAsync(chosen).catch(() => undefined);
    if (kept) onFiles([...files, { file: kept.id, name: kept.name || chosen.name }]);
  };
  return (
    <Stack gap={6} role="group" aria-label={t('evidence')}>
      <Text size="sm" fw={500}>
        {t('evidence')}{' '}
        <Text span c="red" aria-hidden>
          *
        </Text>
      </Text>
      <Text size="xs" c="dimmed">
        {t('evidenceHelp')}
      </Text>
      <ProblemAlert error={upload.error} />
      {files.map((each) => (
        <Group key={each.file} gap={6}>
          <IconPaperclip size={15} aria-hidden />
          <Text size="sm">{each.name}</Text>
          <ActionIcon
            aria-label={t('fileRemoved', { name: each.name })}
            onClick={() => onFiles(files.filter((other) => other !== each))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <FileButton onChange={(file) => void add(file)} inputProps={{ 'aria-label': t('upload') }}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              {t('upload')}
            </Button>
          )}
        </FileButton>
      </div>
      {error && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
