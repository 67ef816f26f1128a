// Inputs that several sections share.
import { useList } from '@api';
import { ROLES, useLabel } from '@lib';
import { ActionIcon, NumberInput, Select, type SelectProps } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { T } from './words';

interface CountProps {
  label: string;
  description?: string;
  value: number;
  onChange: (value: number) => void;
  disabled?: boolean;
  bare?: boolean;
  min?: number;
  max?: number;
  step?: number;
  w?: number | string;
}

/// A whole number; `bare` hides the label inside tables, where the headings say it.
export function Count({ label, value, onChange, bare, min = 0, w = 120, ...rest }: CountProps) {
  return (
    <NumberInput
      size="sm"
      w={w}
      min={min}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=" "
      label={bare ? undefined : label}
      aria-label={bare ? label : undefined}
      value={value}
      onChange={(next) => onChange(Number(next) || 0)}
      {...rest}
    />
  );
}

interface OwnerProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  value: string;
  onChange: (value: string) => void;
  t: T;
}

/// Somebody to decide: a role (whoever holds it) or one person.
export function OwnerSelect({ value, onChange, t, ...rest }: OwnerProps) {
  const label = useLabel();
  const people = useList('people', { limit: 200 });
  const active = (people.data?.items ?? []).filter((person) => person.active);
  const data = [
    { group: t('byRole'), items: ROLES.map((role) => ({ value: role, label: label(role) })) },
    { group: t('byPerson'), items: active.map((person) => ({ value: person.id, label: person.name })) },
  ];
  return (
    <Select
      size="sm"
      searchable
      data={data}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      {...rest}
    />
  );
}

export function RemoveButton({ label, onClick, disabled }: { label: string; onClick: () => void; disabled: boolean }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick} disabled={disabled}>
      <IconX size={16} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
