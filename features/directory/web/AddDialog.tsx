// Adds a company or a contact by hand; the server's reasons appear at their fields.
import { useCreate, type Item, type Schema } from '@api';
import { ActionForm, notice, type Help } from '@ui';
import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWords, type T } from './words';

type Named = Item & { name: string };
const text: Schema = { type: 'string', maxLength: 200 };
const SCHEMAS: Record<'accounts' | 'contacts', Schema> = {
  accounts: {
    type: 'object',
    required: ['name'],
    properties: {
      name: text,
      industry: text,
      segment: text,
      region: text,
      country: text,
      employees: { type: 'integer' },
      tier: text,
      renewal_on: { type: 'string', format: 'date' },
      regulated: { type: 'boolean' },
      products: { type: 'array', items: text },
    },
  },
  contacts: {
    type: 'object',
    required: ['name'],
    properties: {
      name: text,
      title: text,
      seniority: text,
      persona: text,
      email: text,
      phone: text,
      language: text,
      time_zone: text,
      region: text,
    },
  },
};

const helpOf = (t: T): Help => ({
  industry: { label: t('industry') },
  segment: { label: t('segment') },
  region: { label: t('region') },
  country: { label: t('country') },
  employees: { label: t('employees') },
  tier: { label: t('tier') },
  renewal_on: { label: t('renewal') },
  regulated: { label: t('regulated') },
  products: { label: t('products') },
  title: { label: t('jobTitle') },
  seniority: { label: t('seniority') },
  persona: { label: t('persona') },
  language: { label: t('language'), placeholder: 'de, en' },
  time_zone: { label: t('timeZone'), placeholder: 'Europe/Berlin' },
});

export function AddDialog({
  collection,
  account,
  onClose,
}: {
  collection: 'accounts' | 'contacts';
  account?: string;
  onClose: () => void;
}) {
  const t = useWords();
  const navigate = useNavigate();
  const create = useCreate<Named>(collection);
  const add = async (input: object) => {
    const made = await create.mutateAsync({ ...input, ...(account ? { account } : {}) });
    notice(t('added', { name: made.name }));
    if (collection === 'accounts') void navigate({ to: '/accounts/$id', params: { id: made.id } });
  };
  const help = {
    ...helpOf(t),
    ...(collection === 'contacts' ? { name: { label: t('contactName') } } : { name: { label: t('name') } }),
  };
  return (
    <Modal opened onClose={onClose} title={collection === 'contacts' ? t('newContact') : t('newAccount')} size="lg">
      <ActionForm
        schema={SCHEMAS[collection]}
        submitLabel={t('save')}
        help={help}
        onSubmit={add}
        onCancel={onClose}
        onDone={collection === 'contacts' ? onClose : undefined}
      />
    </Modal>
  );
}
