// The record of one permission: what, where, until when, with which proof, and everything that happened to it.
import { useDownload, useItem, useSession } from '@api';
import { remember, useLabel, useSaid } from '@lib';
import { Actions, Chip, DateText, Face, Facts, Loaded, RecordLayout, Section, StatusChip, Trail, type Help } from '@ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconFileZip, IconPaperclip, IconShieldCheck } from '@tabler/icons-react';
import { MailsOf } from '@features/mail/web/MailsOf';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { GrantsTable } from './GrantsTable';
import { NarrowDialog } from './NarrowDialog';
import { RenewDialog } from './RenewDialog';
import { Obstacles, RoundPanel } from './RoundPanel';
import type { AuthorizationRecord } from './shapes';
import { HOWS, useWords, type T } from './words';

const howName = (t: T, how?: string) => (HOWS.find((each) => each === how) ? t(how as (typeof HOWS)[number]) : how);

const helpOf = (t: T): Record<string, Help> => ({
  withdraw: { reason: { description: t('withdrawLead') } },
  review: {
    outcome: {
      label: t('outcome'),
      description: t('reviewLead'),
      options: [
        { value: 'confirm', label: t('reviewConfirm') },
        { value: 'suspend', label: t('reviewSuspend') },
        { value: 'reinstate', label: t('reviewReinstate') },
      ],
    },
  },
});

function History({ one, t }: { one: AuthorizationRecord; t: T }) {
  const said = useSaid();
  const lines = (one.history ?? []).map((line) => ({ ...line, what: said(line.what) }));
  return <Trail lines={lines} label={t('history')} />;
}

function WhatFacts({ one, t }: { one: AuthorizationRecord; t: T }) {
  const download = useDownload();
  const [open, setOpen] = useState<'renew' | 'narrow' | null>(null);
  const takeOver = (name: string) => {
    if (name !== 'renew' && name !== 'narrow') return false;
    setOpen(name);
    return true;
  };
  return (
    <>
      <div>
        <Face name={one.contact_name || one.account_name} size={48} />
        <Title order={1} mt={10}>
          {one.number}
        </Title>
        <Text size="sm">{one.contact_name}</Text>
        <Link className="textlink" to="/accounts/$id" params={{ id: one.account }}>
          {one.account_name}
        </Link>
      </div>
      <Group gap={6}>
        <StatusChip status={one.status} />
        {one.pre_approved && (
          <Chip tone="info" icon={IconShieldCheck} title={t('preApproved')}>
            {t('preApprovedShort')}
          </Chip>
        )}
      </Group>
      <Group gap={8}>
        <Actions
          collection="authorizations"
          item={one}
          primary={['clear_conditions', 'reply', 'remind', 'offer_renewal', 'review']}
          except={['answer', 'decline', 'question', 'resume']}
          help={helpOf(t)}
          onAction={(action) => takeOver(action.name)}
        />
      </Group>
      {open === 'renew' && <RenewDialog one={one} t={t} onClose={() => setOpen(null)} />}
      {open === 'narrow' && <NarrowDialog one={one} t={t} onClose={() => setOpen(null)} />}
      <Facts
        items={[
          [t('until'), one.until && <DateText at={one.until} />],
          [t('how'), howName(t, one.how)],
          [t('signer'), one.signer],
          [
            t('recordedBy'),
            one.recorded_at && (
              <>
                <DateText at={one.recorded_at} />
                {one.recorded_by ? `, ${one.recorded_by}` : ''}
              </>
            ),
          ],
          [t('used'), one.uses_count],
        ]}
      />
      <Button
        variant="default"
        component="a"
        href={download(`authorizations/${one.id}/receipt`)}
        download={`${one.number}.json`}
        leftSection={<IconDownload size={14} aria-hidden />}
      >
        {t('receipt')}
      </Button>
      <Button
        variant="default"
        component="a"
        href={download(`authorizations/${one.id}/evidence`)}
        leftSection={<IconFileZip size={14} aria-hidden />}
      >
        {t('pack')}
      </Button>
    </>
  );
}

function Proof({ one, t }: { one: AuthorizationRecord; t: T }) {
  const download = useDownload();
  return (
    <>
      <RoundPanel one={one} />
      <Section title={t('evidence')}>
        <Stack gap={6}>
          {!one.evidence?.length && (
            <Text size="sm" c="dimmed">
              {t('noEvidence')}
            </Text>
          )}
          {one.evidence?.map((each) => (
            <a key={each.file} className="textlink inline" href={download(`files/${each.file}`)} download={each.name}>
              <IconPaperclip size={14} aria-hidden />
              {each.name}
            </a>
          ))}
        </Stack>
      </Section>
      {!!one.disclosures?.length && (
        <Section title={t('disclosures')}>
          <ul className="reasons">
            {one.disclosures.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      <MailsOf about={one.id} />
      {one.wording && !one.round && (
        <Section title={t('wording')}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {one.wording}
          </Text>
        </Section>
      )}
    </>
  );
}

function Uses({ one, t }: { one: AuthorizationRecord; t: T }) {
  const label = useLabel();
  if (!one.uses?.length)
    return (
      <Text size="sm" c="dimmed">
        {t('noUses')}
      </Text>
    );
  return (
    <Stack gap={6}>
      {one.uses.map((use, at) => (
        <Group key={at} gap={10}>
          {use.request ? (
            <Link className="textlink" to="/requests/$id" params={{ id: use.request }}>
              {label(use.use_type)}
            </Link>
          ) : (
            <Text size="sm">{label(use.use_type)}</Text>
          )}
          <Text size="sm" c="dimmed">
            {label(use.channel)}
          </Text>
          <Text size="sm" c="dimmed">
            <DateText at={use.on} />
          </Text>
        </Group>
      ))}
    </Stack>
  );
}

function AuthorizationView({ one, t }: { one: AuthorizationRecord; t: T }) {
  const { workspace } = useSession();
  useEffect(() => {
    document.title = `${one.number} · Vouchsafe`;
    remember(workspace, {
      to: `/authorizations/${one.id}`,
      label: `${one.number} ${one.contact_name}`,
      kind: 'authorizations',
    });
  }, [workspace, one.id, one.number, one.contact_name]);
  const asked = one.status === 'asked' && one.asks?.length ? one.asks : undefined;
  return (
    <RecordLayout facts={<WhatFacts one={one} t={t} />} context={<Proof one={one} t={t} />}>
      <Stack gap="xl" mt="xs">
        <Obstacles one={one} />
        <div>
          <Title order={2} mb={10}>
            {asked ? t('asked') : t('what')}
          </Title>
          <GrantsTable grants={asked ?? one.grants ?? []} t={t} />
        </div>
        <div>
          <Title order={2} mb={10}>
            {t('usesMade')}
          </Title>
          <Uses one={one} t={t} />
        </div>
        <div>
          <Title order={2} mb={10}>
            {t('history')}
          </Title>
          <History one={one} t={t} />
        </div>
      </Stack>
    </RecordLayout>
  );
}

export function AuthorizationPage() {
  const t = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('authorizations', id);
  return <Loaded query={item}>{(one) => <AuthorizationView one={one} t={t} />}</Loaded>;
}
