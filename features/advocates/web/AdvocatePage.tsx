// The record of one advocate: facts and load, permissions and history, what comes next.
import { useHasRole, useItem, useSession } from '@api';
import { remember, useLabel, useSaid, useSearchState } from '@lib';
import { DateText, EmptyState, Loaded, RecordLayout, ScrollPanel, StatusChip, Trail } from '@ui';
import { Button, Group, Tabs, Text } from '@mantine/core';
import { IconPhone, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { AdvocateContext } from './AdvocateContext';
import { AdvocateFacts } from './AdvocateFacts';
import { permittedUses, useAuthorizationsOf, type Permitted } from './grants';
import { LoadCalendar } from './LoadCalendar';
import { Matrix } from './Matrix';
import type { AdvocateRecord } from './shapes';
import { useWords, type T } from './words';

function AuthTab({ advocate, permitted, t }: { advocate: AdvocateRecord; permitted: Permitted[]; t: T }) {
  const mayRecord = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'legal_reviewer', 'administrator');
  return (
    <>
      <Group justify="space-between" mb={10}>
        <Text size="sm" c="dimmed">
          {t('matrixLead', { name: advocate.name })}
        </Text>
        {mayRecord && (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            renderRoot={(props) => (
              <Link {...props} to="/authorizations" search={{ record: 'yes', contact: advocate.contact } as never} />
            )}
          >
            {t('record')}
          </Button>
        )}
      </Group>
      <Matrix lines={permitted} />
    </>
  );
}

function UsesTab({ advocate, t }: { advocate: AdvocateRecord; t: T }) {
  const label = useLabel();
  const uses = advocate.uses ?? [];
  if (!uses.length)
    return (
      <EmptyState icon={<IconPhone size={26} stroke={1.5} aria-hidden />} title={t('noUses')}>
        {t('noUsesHint')}
      </EmptyState>
    );
  return (
    <ScrollPanel label={t('tabUses')}>
      <table className="ft" aria-label={t('tabUses')}>
        <thead>
          <tr>
            {[t('use'), t('onDay'), t('status'), t('channel'), t('request')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {uses.map((use, at) => (
            <tr key={at}>
              <th scope="row">{label(use.use_type)}</th>
              <td>
                <DateText at={use.on} />
              </td>
              <td>
                <StatusChip status={use.status} />
              </td>
              <td>{label(use.channel, '–')}</td>
              <td>
                {use.request ? (
                  <Link className="textlink" to="/requests/$id" params={{ id: use.request }}>
                    {t('request')}
                  </Link>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPanel>
  );
}

function ActivityTab({ advocate, t }: { advocate: AdvocateRecord; t: T }) {
  const said = useSaid();
  const lines = (advocate.history ?? []).map((entry) => ({
    ...entry,
    what: said(entry.what),
    detail: entry.reason || undefined,
  }));
  return lines.length ? (
    <Trail lines={lines} label={t('history')} />
  ) : (
    <Text size="sm" c="dimmed">
      {t('noHistory')}
    </Text>
  );
}

function Work({ advocate, permitted, t }: { advocate: AdvocateRecord; permitted: Permitted[]; t: T }) {
  const [search, setSearch] = useSearchState();
  const tabs: [string, string, ReactNode][] = [
    ['authorizations', t('tabAuth'), <AuthTab key="a" advocate={advocate} permitted={permitted} t={t} />],
    ['activity', t('tabActivity'), <ActivityTab key="b" advocate={advocate} t={t} />],
    ['uses', `${t('tabUses')} ${advocate.uses?.length || ''}`.trim(), <UsesTab key="c" advocate={advocate} t={t} />],
  ];
  return (
    <Tabs value={search.tab ?? 'authorizations'} onChange={(tab) => setSearch({ tab: tab ?? '' })} keepMounted={false}>
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
  );
}

function AdvocateView({ advocate, t }: { advocate: AdvocateRecord; t: T }) {
  const { workspace } = useSession();
  const permitted = permittedUses(useAuthorizationsOf(advocate.contact), advocate.use_types ?? []);
  useEffect(() => {
    document.title = `${advocate.name} · Vouchsafe`;
    remember(workspace, { to: `/advocates/${advocate.id}`, label: advocate.name, kind: 'advocates' });
  }, [workspace, advocate.id, advocate.name]);
  return (
    <RecordLayout
      facts={<AdvocateFacts advocate={advocate} />}
      context={<AdvocateContext advocate={advocate} permitted={permitted} />}
    >
      <LoadCalendar advocate={advocate} />
      <Work advocate={advocate} permitted={permitted} t={t} />
    </RecordLayout>
  );
}

export function AdvocatePage() {
  const t = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('advocates', id);
  return <Loaded query={item}>{(advocate) => <AdvocateView advocate={advocate} t={t} />}</Loaded>;
}
