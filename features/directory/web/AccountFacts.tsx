// What is known about the company, and which system owns each fact (DIR-03).
import { money, number } from '@lib';
import { Actions, Co, DateText, Facts, Figure, Many, SourceBadge } from '@ui';
import { Group, Text, Title, Tooltip } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AccountRecord } from './shapes';
import { Standing } from './Standing';
import { useWords, type T } from './words';

/// A fact with a mark when the CRM owns it.
function sourced(account: AccountRecord, field: string, value: ReactNode, t: T): ReactNode {
  if (value === undefined || value === null || value === '') return undefined;
  if (!account.crm_fields?.includes(field)) return value;
  return (
    <span className="inline">
      {value}
      <Tooltip label={t('fromCrm')}>
        <IconDatabase size={13} stroke={1.7} color="var(--vs-text-2)" role="img" aria-label={t('fromCrm')} />
      </Tooltip>
    </span>
  );
}

function Money({ account, t }: { account: AccountRecord; t: T }) {
  if (!account.won_value && !account.pipeline_value) return null;
  return (
    <div className="figures">
      <Figure value={money(account.won_value ?? 0, account.currency || 'USD')} caption={t('won')} />
      <Figure value={money(account.pipeline_value ?? 0, account.currency || 'USD')} caption={t('pipeline')} />
    </div>
  );
}

/// The form of a correction starts from what is known, without the fields of the CRM.
function revision(account: AccountRecord) {
  const known = { ...account } as Record<string, unknown>;
  for (const field of account.crm_fields ?? []) delete known[field];
  return known;
}

export function AccountFacts({ account }: { account: AccountRecord }) {
  const t = useWords();
  const fact = (field: keyof AccountRecord & string, value: ReactNode) => sourced(account, field, value, t);
  const crmHelp = Object.fromEntries((account.crm_fields ?? []).map((field) => [field, { hidden: true }]));
  return (
    <>
      <div>
        <Co name={account.name} size={48} />
        <Title order={1} mt={10}>
          {account.name}
        </Title>
        <Text size="sm" c="dimmed">
          {[account.industry, account.country].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap={6}>
        <Standing account={account} all t={t} />
      </Group>
      <Group gap={8}>
        <Actions
          collection="accounts"
          item={account}
          except={['resolve_issue']}
          primary={['revise']}
          help={{ revise: crmHelp }}
          initial={{
            revise: revision(account),
            restrict: {
              restriction: account.contract_restriction ?? '',
              public_reference_ban: account.public_reference_ban,
            },
          }}
        />
      </Group>
      <Money account={account} t={t} />
      <Facts
        items={[
          [t('industry'), fact('industry', account.industry)],
          [t('segment'), fact('segment', account.segment)],
          [t('region'), fact('region', account.region)],
          [t('country'), fact('country', account.country)],
          [t('employees'), fact('employees', account.employees ? number(account.employees) : undefined)],
          [
            t('revenue'),
            fact('revenue', account.revenue ? money(account.revenue, account.currency || 'USD') : undefined),
          ],
          [t('tier'), fact('tier', account.tier)],
          [
            t('parent'),
            fact(
              'parent',
              account.parent && (
                <Link className="textlink" to="/accounts/$id" params={{ id: account.parent }}>
                  {account.parent_name || account.parent}
                </Link>
              ),
            ),
          ],
          [t('renewal'), fact('renewal_on', account.renewal_on && <DateText at={account.renewal_on} />)],
          [t('health'), fact('health', account.health)],
          [t('nps'), fact('nps', account.nps)],
          [t('regulated'), fact('regulated', account.regulated ? t('yes') : undefined)],
          [t('products'), fact('products', account.products?.length ? <Many values={account.products} /> : undefined)],
          [
            t('useCases'),
            fact('use_cases', account.use_cases?.length ? <Many values={account.use_cases} /> : undefined),
          ],
          [
            t('competitors'),
            fact('competitors', account.competitors?.length ? <Many values={account.competitors} /> : undefined),
          ],
          [t('external'), account.external_id],
        ]}
      />
      <div>
        <SourceBadge source={account.source} />
        {account.updated_at && (
          <Text size="xs" c="dimmed" mt={6}>
            {t('updated')}: <DateText at={account.updated_at} />
            {account.updated_by_name ? `, ${account.updated_by_name}` : ''}
          </Text>
        )}
      </div>
    </>
  );
}
