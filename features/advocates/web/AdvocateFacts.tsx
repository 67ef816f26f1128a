// Who the advocate is and how much is asked of them at present.
import { useHasRole } from '@api';
import { day, useLabel } from '@lib';
import { Actions, Chip, Co, DateText, Face, Facts, LoadBar, Many, StatusChip } from '@ui';
import { Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { AdvocateRecord } from './shapes';
import { useWords, type T } from './words';

const PERCENT = 100;
/// Uses that tell whether promises are kept; before the first one nothing is known.
const SETTLED = ['done', 'no_show', 'cancelled'];

function Who({ advocate, t }: { advocate: AdvocateRecord; t: T }) {
  return (
    <div>
      <Face name={advocate.name} size={52} />
      <Title order={1} mt={10}>
        {advocate.name}
      </Title>
      <Text size="sm" c="dimmed">
        {advocate.title}
      </Text>
      <Group gap={6} mt={6}>
        <Co name={advocate.account_name ?? '?'} size={20} />
        <Link className="textlink" to="/accounts/$id" params={{ id: advocate.account }}>
          {advocate.account_name ?? t('open')}
        </Link>
      </Group>
    </div>
  );
}

function LoadNow({ advocate, t }: { advocate: AdvocateRecord; t: T }) {
  const { load } = advocate;
  if (!load) return null;
  const last = load.last_used_on ? t('lastUsed', { day: day(load.last_used_on) }) : t('never');
  const pending = load.pending ? ` · ${t('pending', { count: load.pending })}` : '';
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('loadQuarter')}
      </Text>
      <LoadBar used={load.quarter} max={load.max} label={t('loadQuarter')} />
      <Text size="xs" c="dimmed" mt={4}>
        {last}
        {pending}
      </Text>
    </div>
  );
}

/// What usually comes next at this stage.
function nextSteps(advocate: AdvocateRecord): string[] {
  const steps = advocate.stage === 'active' ? [] : ['qualify', 'invite', 'brief', 'activate'];
  return advocate.fresh ? steps : [...steps, 'confirm_profile'];
}

/// The form of the profile starts from what is known.
const profileOf = ({
  use_types,
  industries,
  products,
  regions,
  languages,
  topics,
  excluded_topics,
  personas,
  time_zone,
  max_per_quarter,
  outcomes,
}: AdvocateRecord) => ({
  use_types,
  industries,
  products,
  regions,
  languages,
  topics,
  excluded_topics,
  personas,
  time_zone,
  max_per_quarter,
  outcomes,
});

export function AdvocateFacts({ advocate }: { advocate: AdvocateRecord }) {
  const t = useWords();
  const label = useLabel();
  const acts = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'administrator');
  return (
    <>
      <Who advocate={advocate} t={t} />
      <Group gap={6}>
        <StatusChip status={advocate.stage} />
        <StatusChip status={advocate.authorization_status} />
        {!advocate.fresh && (
          <Chip tone="warn" icon={IconAlertTriangle} title={t('confirmHint')}>
            {t('freshNo')}
          </Chip>
        )}
      </Group>
      {(acts || !!advocate.actions?.length) && (
        <Group gap={8}>
          <Actions
            collection="advocates"
            item={advocate}
            initial={{ revise: profileOf(advocate) }}
            primary={nextSteps(advocate)}
          />
        </Group>
      )}
      <LoadNow advocate={advocate} t={t} />
      <Facts
        items={[
          [t('industry'), advocate.industry],
          [t('regions'), <Many key="r" values={advocate.regions} />],
          [t('languages'), <Many key="l" values={advocate.languages} />],
          [t('products'), <Many key="p" values={advocate.products} />],
          [t('topics'), <Many key="t" values={advocate.topics} />],
          [t('avoid'), <Many key="a" values={advocate.excluded_topics} />],
          [t('personas'), advocate.personas?.length ? <Many values={advocate.personas} /> : undefined],
          [t('offered'), advocate.use_types?.map((use) => label(use)).join(', ')],
          [t('timeZone'), advocate.time_zone],
          [t('max'), advocate.max_per_quarter],
          [t('confirmed'), advocate.confirmed_on && <DateText at={advocate.confirmed_on} />],
          [t('briefed'), advocate.briefed_on && <DateText at={advocate.briefed_on} />],
          [
            t('reliability'),
            advocate.reliability === undefined || !advocate.uses?.some((use) => SETTLED.includes(use.status))
              ? undefined
              : t('reliable', { n: Math.round(advocate.reliability * PERCENT) }),
          ],
        ]}
      />
      {!!advocate.notes?.length && (
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {t('notes')}
          </Text>
          {advocate.notes.map((note) => (
            <Text key={note} size="sm">
              {note}
            </Text>
          ))}
        </Stack>
      )}
    </>
  );
}
