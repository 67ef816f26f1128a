// Inputs that choose a record by typing a few letters.
import { Loader, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useItem, useList, type Contact } from '@api';
import { words } from '@lib';

const usePickerWords = words(
  {
    contact: 'Contact',
    account: 'Company',
    type: 'Type a name',
    looking: 'Looking…',
    none: 'Nobody found',
    noneCo: 'No company found',
  },
  {
    contact: 'Kontakt',
    account: 'Unternehmen',
    type: 'Namen tippen',
    looking: 'Suche …',
    none: 'Niemand gefunden',
    noneCo: 'Kein Unternehmen gefunden',
  },
);

type PickerProps = Omit<SelectProps, 'value' | 'onChange' | 'data' | 'filter'> & {
  value: string | null;
  onChange: (id: string | null) => void;
};
interface Choice {
  value: string;
  label: string;
}

/// Typed words and the choices they bring; the chosen one stays among them.
function usePicker(): [string, string, (typed: string) => void] {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  return [typed, q, setTyped];
}

const merged = (choices: Choice[], chosen?: Choice) =>
  chosen && !choices.some((choice) => choice.value === chosen.value) ? [chosen, ...choices] : choices;

const contactChoice = (contact: Contact): Choice => ({
  value: contact.id,
  label: [contact.name, contact.title, contact.account_name].filter(Boolean).join(' · '),
});

/// Chooses a contact; `account` limits the choice to one company.
export function ContactPicker({ value, onChange, account, ...rest }: PickerProps & { account?: string }) {
  const t = usePickerWords();
  const [typed, q, setTyped] = usePicker();
  const chosen = useItem('contacts', value ?? undefined);
  const found = useList('contacts', { q: value ? '' : q, account, limit: 20 });
  const choices = (found.data?.items ?? []).filter((contact) => !contact.left).map(contactChoice);
  const data = merged(choices, chosen.data && value ? contactChoice(chosen.data) : undefined);
  return (
    <Select
      size="sm"
      label={t('contact')}
      placeholder={t('type')}
      nothingFoundMessage={found.isPending ? t('looking') : t('none')}
      searchable
      openOnFocus={false}
      clearable
      rightSection={found.isFetching && typed ? <Loader size={14} /> : undefined}
      data={data}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      {...rest}
    />
  );
}

/// Chooses a company.
export function AccountPicker({ value, onChange, ...rest }: PickerProps) {
  const t = usePickerWords();
  const [, q, setTyped] = usePicker();
  const chosen = useItem('accounts', value ?? undefined);
  const found = useList('accounts', { q: value ? '' : q, limit: 20 });
  const choices = (found.data?.items ?? []).map((account) => ({ value: account.id, label: account.name }));
  const data = merged(choices, chosen.data && value ? { value: chosen.data.id, label: chosen.data.name } : undefined);
  return (
    <Select
      size="sm"
      label={t('account')}
      placeholder={t('type')}
      nothingFoundMessage={found.isPending ? t('looking') : t('noneCo')}
      searchable
      openOnFocus={false}
      clearable
      data={data}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      {...rest}
    />
  );
}
