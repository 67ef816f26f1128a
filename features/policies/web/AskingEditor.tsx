// How customers are asked, reminded and offered to renew, and what follows when a permission ends (AUT-02, AUT-05).
import { SimpleGrid, Stack, Text } from '@mantine/core';
import { numberOf, type EditorProps } from './editing';
import { Count } from './fields';
import { useAskingWords, type AskingT } from './askingWords';

interface Field {
  name: string;
  usual: number;
  min: number;
  max: number;
}
type Key = Parameters<AskingT>[0];
/// The server's bounds and defaults; it says no to what lies outside.
const GROUPS: { title: Key; fields: (Field & { label: Key; help: Key })[] }[] = [
  {
    title: 'asks',
    fields: [
      { name: 'days_between_asks', usual: 30, min: 1, max: 730, label: 'betweenAsks', help: 'betweenAsksHelp' },
      { name: 'days_after_decline', usual: 180, min: 1, max: 1825, label: 'afterDecline', help: 'afterDeclineHelp' },
      { name: 'answer_days', usual: 30, min: 1, max: 90, label: 'answerDays', help: 'answerDaysHelp' },
      { name: 'remind_days', usual: 5, min: 0, max: 60, label: 'remindDays', help: 'remindDaysHelp' },
      { name: 'reminders_max', usual: 2, min: 0, max: 5, label: 'remindersMax', help: 'remindersMaxHelp' },
    ],
  },
  {
    title: 'ends',
    fields: [
      { name: 'expiring_days', usual: 60, min: 1, max: 365, label: 'expiringDays', help: 'expiringDaysHelp' },
      { name: 'notice_days', usual: 30, min: 1, max: 120, label: 'noticeDays', help: 'noticeDaysHelp' },
      { name: 'renewal_days', usual: 365, min: 30, max: 1095, label: 'renewalDays', help: 'renewalDaysHelp' },
      { name: 'renewal_days_max', usual: 730, min: 30, max: 1825, label: 'renewalMax', help: 'renewalMaxHelp' },
      { name: 'takedown_days', usual: 10, min: 1, max: 180, label: 'takedownDays', help: 'takedownDaysHelp' },
    ],
  },
];

export function AskingEditor({ values, change, disabled }: EditorProps) {
  const t = useAskingWords();
  return (
    <Stack gap="lg">
      {GROUPS.map(({ title, fields }) => (
        <Stack key={title} gap="xs">
          <Text fw={600} size="sm">
            {t(title)}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            {fields.map(({ name, usual, label, help, min, max }) => (
              <Count
                key={name}
                w="100%"
                min={min}
                max={max}
                label={t(label)}
                description={t(help)}
                value={numberOf(values[name], usual)}
                disabled={disabled}
                onChange={(next) => change({ [name]: next })}
              />
            ))}
          </SimpleGrid>
        </Stack>
      ))}
    </Stack>
  );
}
