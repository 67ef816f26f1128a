// A text in which @ names a colleague, so that they are told.
import { Combobox, Group, Text, Textarea, useCombobox } from '@mantine/core';
import { useRef, useState } from 'react';
import { useList, type Person } from '@api';
import { words } from '@lib';
import { Face } from './Chips';

const useMentionWords = words(
  { nobody: 'Nobody here has that name.', hint: '@ names a colleague', people: 'Colleagues' },
  { nobody: 'Niemand hier heißt so.', hint: '@ nennt jemanden', people: 'Kolleginnen und Kollegen' },
);
const SHOWN = 6;
const MANY = 200;
/// An @ at the beginning of a word and the letters typed after it, up to the cursor.
const TYPED = /(?:^|\s)@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*)?)$/u;

/// People named by @ in the text. Of two whose names begin alike, the longer name is meant.
export function mentionsIn(text: string, people: Pick<Person, 'id' | 'name'>[]): string[] {
  const longest = [...people].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  let rest = text;
  for (const { id, name } of longest) {
    if (!name || !rest.includes(`@${name}`)) continue;
    found.add(id);
    rest = rest.replaceAll(`@${name}`, '');
  }
  return [...found];
}

/// The colleagues who can be named.
export function useColleagues(): Person[] {
  const people = useList('people', { limit: MANY }).data?.items ?? [];
  return people.filter((person) => person.active);
}

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
  people: Person[];
}

export function MentionField({ label, value, onChange, people }: Props) {
  const t = useMentionWords();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const fitting = people
    .filter((person) => person.name.toLowerCase().includes((typed ?? '').toLowerCase()))
    .slice(0, SHOWN);
  const look = (text: string, cursor: number) => {
    const found = TYPED.exec(text.slice(0, cursor))?.[1] ?? null;
    setTyped(found);
    if (found === null) return combobox.closeDropdown();
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex();
  };
  const choose = (name: string) => {
    const cursor = field.current?.selectionStart ?? value.length;
    const start = cursor - (typed?.length ?? 0);
    const before = `${value.slice(0, start)}${name} `;
    onChange(before + value.slice(cursor));
    setTyped(null);
    combobox.closeDropdown();
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start" width={280} withinPortal>
      <Combobox.DropdownTarget>
        <div>
          <Combobox.EventsTarget withExpandedAttribute={false}>
            <Textarea
              ref={field}
              mt={10}
              aria-label={label}
              placeholder={`${label} ${t('hint')}`}
              autosize
              minRows={2}
              value={value}
              onChange={(event) => {
                onChange(event.currentTarget.value);
                look(event.currentTarget.value, event.currentTarget.selectionStart);
              }}
              onBlur={() => combobox.closeDropdown()}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={typed === null}>
        <Combobox.Options aria-label={t('people')}>
          {fitting.map((person) => (
            <Combobox.Option key={person.id} value={person.name}>
              <Group gap={8} wrap="nowrap">
                <Face name={person.name} size={20} />
                <Text size="sm">{person.name}</Text>
              </Group>
            </Combobox.Option>
          ))}
          {fitting.length === 0 && <Combobox.Empty>{t('nobody')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/// A text with the names of those it mentions set off.
export function Mentioning({ text, mentions, people }: { text: string; mentions?: string[]; people: Person[] }) {
  const names = people.filter((person) => mentions?.includes(person.id)).map((person) => `@${person.name}`);
  if (!names.length) return <>{text}</>;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return (
    <>
      {text
        .split(new RegExp(`(${escaped.join('|')})`))
        .map((part, at) => (names.includes(part) ? <b key={at}>{part}</b> : part))}
    </>
  );
}
