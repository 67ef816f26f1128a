// People, deals and support issues of a company.
import { useAct, useItem, useList, type Contact } from '@api';
import { useLabel } from '@lib';
import { Actions, Chip, DateText, EmptyState, Face, MoneyText, ProblemAlert, ScrollPanel, StatusChip } from '@ui';
import { Button, Group, Text } from '@mantine/core';
import { IconBriefcase, IconCheck, IconPlus, IconStar, IconUser, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { AddDialog } from './AddDialog';
import type { AccountRecord } from './shapes';
import { useWords, type T } from './words';

const MANY = 100;

function Table({ label, heads, children }: { label: string; heads: string[]; children: ReactNode }) {
  return (
    <ScrollPanel label={label}>
      <table className="ft" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head || at} scope="col">
                {head || <span className="vh">–</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollPanel>
  );
}

/// The actions of a contact, asked for when the row is shown.
function ContactActions({ id }: { id: string }) {
  const item = useItem('contacts', id);
  return item.data ? <Actions collection="contacts" item={item.data} initial={{ revise: { ...item.data } }} /> : null;
}

function ContactRow({ contact, mayNominate, t }: { contact: Contact; mayNominate: boolean; t: T }) {
  return (
    <tr>
      <th scope="row">
        <span className="cellname">
          <Face name={contact.name} />
          <span>
            <span>{contact.name}</span>
            <Text size="xs" c="dimmed">
              {contact.title}
            </Text>
          </span>
        </span>
      </th>
      <td>
        {contact.left && (
          <Chip tone="mute" icon={IconUserOff}>
            {t('left')}
          </Chip>
        )}
        {contact.opted_out && <Chip tone="bad">{t('optedOut')}</Chip>}
        {contact.advocate && (
          <Chip tone="ok" icon={IconStar}>
            {t('isAdvocate')}
          </Chip>
        )}
        {mayNominate && !contact.advocate && !contact.left && !contact.opted_out && (
          <Link className="textlink" to="/advocates" search={{ nominate: 'yes', contact: contact.id } as never}>
            {t('nominate')}
          </Link>
        )}
      </td>
      <td>
        {contact.email || '–'}
        <Text size="xs" c="dimmed" className="num">
          {contact.phone}
        </Text>
      </td>
      <td>{contact.language || '–'}</td>
      <td>
        <ContactActions id={contact.id} />
      </td>
    </tr>
  );
}

export function Contacts({ account, mayAdd }: { account: AccountRecord; mayAdd: boolean }) {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  const list = useList('contacts', { account: account.id, limit: MANY });
  const rows = list.data?.items ?? [];
  const add = mayAdd && (
    <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
      {t('addContact')}
    </Button>
  );
  return (
    <>
      <ProblemAlert error={list.error} />
      {rows.length > 0 && add && (
        <Group justify="end" mb={10}>
          {add}
        </Group>
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={<IconUser size={26} stroke={1.5} aria-hidden />} title={t('noContacts')} action={add}>
          {t('noContactsHint')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table label={t('contacts')} heads={[t('contact'), t('state'), t('email'), t('language'), '']}>
          {rows.map((contact) => (
            <ContactRow key={contact.id} contact={contact} mayNominate={mayAdd} t={t} />
          ))}
        </Table>
      )}
      {adding && <AddDialog collection="contacts" account={account.id} onClose={() => setAdding(false)} />}
    </>
  );
}

export function Deals({ account }: { account: AccountRecord }) {
  const t = useWords();
  const list = useList('deals', { account: account.id, sort: '-close_on', limit: MANY });
  const rows = list.data?.items ?? [];
  if (list.data && !rows.length)
    return (
      <EmptyState icon={<IconBriefcase size={26} stroke={1.5} aria-hidden />} title={t('noDeals')}>
        {t('noDealsHint')}
      </EmptyState>
    );
  return (
    <>
      <ProblemAlert error={list.error} />
      <Table label={t('deals')} heads={[t('deal'), t('product'), t('stage'), t('state'), t('amount'), t('close')]}>
        {rows.map((deal) => (
          <tr key={deal.id}>
            <th scope="row">{deal.name || deal.external_id}</th>
            <td>{deal.product}</td>
            <td>{deal.stage}</td>
            <td>
              <StatusChip status={deal.outcome} />
            </td>
            <td>
              <MoneyText amount={deal.amount} currency={deal.currency} />
            </td>
            <td>
              <DateText at={deal.close_on} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

export function Issues({ account }: { account: AccountRecord }) {
  const t = useWords();
  const label = useLabel();
  const act = useAct('accounts');
  const issues = account.issues ?? [];
  const may = account.actions?.find((action) => action.name === 'resolve_issue');
  if (!issues.length)
    return (
      <Text size="sm" c="dimmed">
        {t('noIssues')}
      </Text>
    );
  return (
    <>
      <ProblemAlert error={act.error} />
      <Table label={t('issues')} heads={[t('issue'), label('severity', t('state')), t('state'), '']}>
        {issues.map((issue) => (
          <tr key={issue.id}>
            <th scope="row">{issue.title}</th>
            <td>{t('severity', { n: issue.severity })}</td>
            <td>
              {issue.open ? (
                <StatusChip status="open" />
              ) : (
                <Chip tone="ok" icon={IconCheck}>
                  {t('resolved')}
                </Chip>
              )}
            </td>
            <td>
              {issue.open && may && (
                <Button
                  variant="default"
                  onClick={() => act.mutate({ id: account.id, action: 'resolve_issue', input: { issue: issue.id } })}
                >
                  {t('resolve')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
