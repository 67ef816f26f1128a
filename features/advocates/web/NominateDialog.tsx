// Nominates a contact: what they could do, for whom, and how much they accept (ADV-01, ADV-05). Nothing is preselected.
import { useCreate, useItem, useList, type Advocate } from '@api';
import { useLabel, USE_TYPES } from '@lib';
import { ContactPicker, errorsOf, notice, Refused } from '@ui';
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
} from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useWords, type T } from './words';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

interface Values {
  contact: string | null;
  use_types: string[];
  industries: string[];
  products: string[];
  regions: string[];
  languages: string[];
  topics: string[];
  excluded_topics: string[];
  personas: string[];
  time_zone: string | null;
  max_per_quarter: number | '';
  notes: string;
}
type Form = UseFormReturnType<Values>;

type Known = Partial<Record<'industries' | 'products' | 'regions' | 'languages', string[]>>;

/// Words that the directory already uses for this contact, so that nobody has to guess how it spells them.
function useKnown(contact: string | null): Known {
  const person = useItem('contacts', contact ?? undefined).data;
  const account = useItem('accounts', person?.account).data;
  const products = useList('products', { limit: 100 }).data?.items ?? [];
  const words = (...values: (string | undefined)[]) => [...new Set(values.filter((value) => !!value))] as string[];
  return {
    industries: words(account?.industry),
    products: words(...products.map((product) => product.name)),
    regions: words(account?.region, account?.country),
    languages: words(person?.language),
  };
}

function Tags({ form, t }: { form: Form; t: T }) {
  const known = useKnown(form.values.contact);
  const fields = [
    ['industries', t('industries')],
    ['products', t('products')],
    ['regions', t('regions')],
    ['languages', t('languages')],
    ['topics', t('topics')],
    ['excluded_topics', t('excluded')],
    ['personas', t('personas')],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {fields.map(([name, title]) => (
        <TagsInput
          key={name}
          size="sm"
          label={title}
          data={known[name as keyof Known] ?? []}
          placeholder={form.values[name].length ? undefined : t('typed')}
          acceptValueOnBlur
          {...form.getInputProps(name)}
        />
      ))}
    </SimpleGrid>
  );
}

/// What is sent: everything that was said; what was not chosen is absent.
const inputOf = ({ contact, time_zone, max_per_quarter, notes, ...rest }: Values) => ({
  ...rest,
  contact: contact ?? undefined,
  time_zone: time_zone ?? undefined,
  max_per_quarter: max_per_quarter === '' ? undefined : Number(max_per_quarter),
  notes: notes.trim() || undefined,
});

export function NominateDialog({ contact, onClose }: { contact: string | null; onClose: () => void }) {
  const t = useWords();
  const label = useLabel();
  const navigate = useNavigate();
  const create = useCreate<Advocate>('advocates');
  const form = useForm<Values>({
    initialValues: {
      contact,
      use_types: [],
      industries: [],
      products: [],
      regions: [],
      languages: [],
      topics: [],
      excluded_topics: [],
      personas: [],
      time_zone: null,
      max_per_quarter: '',
      notes: '',
    },
  });
  const send = form.onSubmit(async (values) => {
    const made = await create.mutateAsync(inputOf(values)).catch((error: unknown) => form.setErrors(errorsOf(error)));
    if (!made) return;
    notice(t('nominated', { name: made.name }));
    void navigate({ to: '/advocates/$id', params: { id: made.id } });
  });
  return (
    <Modal opened onClose={onClose} title={t('nominate')} size="lg">
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('nominateLead')}
          </Text>
          <ContactPicker
            withAsterisk
            data-autofocus
            value={form.values.contact}
            onChange={(id) => form.setFieldValue('contact', id)}
            error={form.errors.contact}
          />
          <Checkbox.Group withAsterisk label={t('useTypes')} {...form.getInputProps('use_types')}>
            <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" mt="xs">
              {USE_TYPES.map((use) => (
                <Checkbox key={use} value={use} label={label(use)} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          <Tags form={form} t={t} />
          <Group grow align="start">
            <Select
              size="sm"
              searchable
              limit={60}
              withAsterisk
              label={t('timeZone')}
              data={ZONES}
              {...form.getInputProps('time_zone')}
            />
            <NumberInput
              size="sm"
              min={0}
              max={50}
              withAsterisk
              label={t('max')}
              description={t('maxHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('max_per_quarter')}
            />
          </Group>
          <Textarea
            size="sm"
            autosize
            minRows={2}
            label={t('notes')}
            description={t('notesHelp')}
            {...form.getInputProps('notes')}
          />
          <Refused error={create.error} shows={(field) => field in form.values} />
          <Group justify="end" gap="xs">
            <Button size="sm" variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button size="sm" type="submit" loading={create.isPending}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
