// When time limits run, and how long each step may take.
import { locale } from '@lib';
import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSteps } from './useSteps';
import { Count, RemoveButton } from './fields';
import { mapOf, without, type Calendar, type EditorProps } from './editing';
import { spoken } from './words';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DEFAULT: Calendar = { days: DAYS.slice(0, 5), from_hour: 9, until_hour: 17, time_zone: 'UTC', holidays: [] };
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const DAY_HOURS = 8;
const dayName = (at: number) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(A_MONDAY + at * DAY_MS);

function CalendarFields({ values, change, disabled, t }: EditorProps) {
  const calendar = { ...DEFAULT, ...mapOf<never>(values.calendar) } as Calendar;
  const set = (part: Partial<Calendar>) => change({ calendar: { ...calendar, ...part } });
  return (
    <Stack gap="md">
      <Checkbox.Group
        label={t('workingDays')}
        value={calendar.days}
        onChange={(days) => set({ days: DAYS.filter((day) => days.includes(day)) })}
      >
        <Group gap="md" mt="xs">
          {DAYS.map((day, at) => (
            <Checkbox key={day} value={day} label={dayName(at)} disabled={disabled} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group gap="md" align="end">
        <Count
          w={110}
          max={23}
          label={t('fromHour')}
          value={calendar.from_hour}
          disabled={disabled}
          onChange={(from_hour) => set({ from_hour })}
        />
        <Count
          w={110}
          max={24}
          label={t('untilHour')}
          value={calendar.until_hour}
          disabled={disabled}
          onChange={(until_hour) => set({ until_hour })}
        />
        <Select
          size="sm"
          w={240}
          searchable
          limit={60}
          label={t('timeZone')}
          data={ZONES}
          value={calendar.time_zone}
          disabled={disabled}
          onChange={(zone) => set({ time_zone: zone ?? 'UTC' })}
        />
      </Group>
      <TagsInput
        size="sm"
        label={t('holidays')}
        description={t('holidayHelp')}
        value={calendar.holidays}
        disabled={disabled}
        onChange={(days) => set({ holidays: days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) })}
      />
    </Stack>
  );
}

export function StepsEditor(props: EditorProps) {
  const { values, change, disabled, t } = props;
  const [step, setStep] = useState<string | null>(null);
  const steps = useSteps();
  const titles = Object.fromEntries(steps.map((each) => [each.id, each.title]));
  const nameOf = (id: string) => titles[id] ?? spoken(t, id);
  const hours = mapOf<number>(values.step_hours);
  const add = () => {
    if (step) change({ step_hours: { ...hours, [step]: hours[step] ?? DAY_HOURS } });
    setStep(null);
  };
  return (
    <Stack gap="lg">
      <CalendarFields {...props} />
      <Stack gap="xs">
        <Text fw={600} size="sm">
          {t('stepHours')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('stepLead')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
          {Object.entries(hours).map(([id, value]) => (
            <Group key={id} gap={4} align="end" wrap="nowrap">
              <Count
                w="100%"
                min={1}
                label={nameOf(id)}
                value={value}
                disabled={disabled}
                onChange={(next) => change({ step_hours: { ...hours, [id]: next } })}
              />
              <RemoveButton
                label={`${t('remove')}: ${nameOf(id)}`}
                disabled={disabled}
                onClick={() => change({ step_hours: without(hours, id) })}
              />
            </Group>
          ))}
        </SimpleGrid>
        <Group gap="xs" align="end">
          <Select
            size="sm"
            w={280}
            searchable
            label={t('stepId')}
            value={step}
            disabled={disabled}
            data={steps.filter(({ id }) => !(id in hours)).map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setStep}
          />
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={disabled || !step}
            onClick={add}
          >
            {t('addStep')}
          </Button>
        </Group>
      </Stack>
    </Stack>
  );
}
