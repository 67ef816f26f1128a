// The record of one customer company.
import { useHasRole, useItem, useList, useSession } from '@api';
import { remember, useSearchState } from '@lib';
import { Face, Loaded, RecordLayout, Section, StatusChip } from '@ui';
import { Group, Stack, Tabs, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { AccountFacts } from './AccountFacts';
import { Contacts, Deals, Issues } from './AccountTables';
import type { AccountRecord } from './shapes';
import { useWords, type T } from './words';

function Restrictions({ account, t }: { account: AccountRecord; t: T }) {
  const texts = [
    account.opted_out && t('optText'),
    account.public_reference_ban && t('banText'),
    account.contract_restriction && t('contractText', { text: account.contract_restriction }),
  ].filter(Boolean);
  return (
    <Section title={t('lead')}>
      <Stack gap={6}>
        {texts.length ? (
          texts.map((text) => (
            <Text key={String(text)} size="sm">
              {text}
            </Text>
          ))
        ) : (
          <Text size="sm" c="dimmed">
            {t('noRestrictions')}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function Advocates({ account, t }: { account: AccountRecord; t: T }) {
  const rows = useList('advocates', { account: account.id, limit: 50 }).data?.items ?? [];
  if (!rows.length) return null;
  return (
    <Section title={t('advocates')}>
      <Stack gap={8}>
        {rows.map((one) => (
          <Group key={one.id} gap={8} justify="space-between" wrap="nowrap">
            <span className="inline">
              <Face name={one.name} />
              <Link className="textlink" to="/advocates/$id" params={{ id: one.id }}>
                {one.name}
              </Link>
            </span>
            <StatusChip status={one.stage} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

function Permissions({ account, t }: { account: AccountRecord; t: T }) {
  const rows = useList('authorizations', { account: account.id, limit: 50 }).data?.items ?? [];
  return (
    <Section title={t('permissions')}>
      <Stack gap={8}>
        {rows.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noPermissions')}
          </Text>
        )}
        {rows.map((one) => (
          <Group key={one.id} gap={8} justify="space-between" wrap="nowrap">
            <Link className="textlink" to="/authorizations/$id" params={{ id: one.id }}>
              {one.number} {one.contact_name}
            </Link>
            <StatusChip status={one.status} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

function AccountView({ account, t }: { account: AccountRecord; t: T }) {
  const { workspace } = useSession();
  const [search, setSearch] = useSearchState();
  const mayAdd = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'administrator');
  useEffect(() => {
    document.title = `${account.name} · Vouchsafe`;
    remember(workspace, { to: `/accounts/${account.id}`, label: account.name, kind: 'accounts' });
  }, [workspace, account.id, account.name]);
  const counted = (title: string, count?: number) => (count ? `${title} ${count}` : title);
  const tabs: [string, string, ReactNode][] = [
    [
      'contacts',
      counted(t('contacts'), account.contacts_count),
      <Contacts key="c" account={account} mayAdd={mayAdd} />,
    ],
    ['deals', counted(t('deals'), account.deals_count), <Deals key="d" account={account} />],
    ['issues', counted(t('issues'), account.open_issues), <Issues key="i" account={account} />],
  ];
  const context = (
    <>
      <Restrictions account={account} t={t} />
      <Advocates account={account} t={t} />
      <Permissions account={account} t={t} />
    </>
  );
  return (
    <RecordLayout facts={<AccountFacts account={account} />} context={context}>
      <Tabs value={search.tab ?? 'contacts'} onChange={(tab) => setSearch({ tab: tab ?? '' })} keepMounted={false}>
        <Tabs.List>
          {tabs.map(([id, title]) => (
            <Tabs.Tab key={id} value={id} fz={13} px={10}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([id, , panel]) => (
          <Tabs.Panel key={id} value={id} pt={16}>
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </RecordLayout>
  );
}

export function AccountPage() {
  const t = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('accounts', id);
  return <Loaded query={item}>{(account) => <AccountView account={account} t={t} />}</Loaded>;
}
