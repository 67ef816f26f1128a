// Choosing whom to ask: candidates side by side, in order of asking.
import { Button, Drawer, Group, Select, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSend, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import {
  useAct,
  useAsk,
  useItem,
  useList,
  type Blocker,
  type Candidate,
  type Matches,
  type Narrowing,
  type Request } from '@api';
import { day } from '@lib';
import { ActionDialog, EmptyState, Loaded, notice, ProblemAlert, Use } from '@ui';
import { CompareTable } from './CompareTable';
import { useMatchWords } from './words';

const SIDE_BY_SIDE = 3;
const WAIT_MS = 200;

export function MatchDrawer({ request: id, onClose }: { request: string; onClose: () => void }) {
  const t = useMatchWords();
  const request = useItem('requests', id).data;
  const matches = useAsk<Matches>(`requests/${id}/matches`, { limit: SIDE_BY_SIDE });
  const title = (
    <Group gap="sm">
      <Title order={2}>{t('title')}</Title>
      {request && (
        <>
          <span className="chip line num">{request.number}</span>
          <Text size="sm" c="dimmed">
            {request.prospect?.name}
          </Text>
          <Text size="sm" component="span">
            <Use use={request.use_type} />
          </Text>
          {request.deadline && (
            <Text size="sm" c="dimmed" className="num">
              {t('needed')} {day(request.deadline)}
            </Text>
          )}
        </>
      )}
    </Group>
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={1080}
      padding={0}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{
        header: { padding: '14px 20px', borderBottom: '1px solid var(--vs-line)' },
        body: { minHeight: 'calc(100dvh - 62px)', display: 'flex', flexDirection: 'column' },
      }}
    >
      <Loaded query={matches}>
        {({ items, narrowing }) => (
          <Comparison key={id} id={id} request={request} found={items} narrowing={narrowing} onClose={onClose} />
        )}
      </Loaded>
    </Drawer>
  );
}

function Comparison({
  id,
  request,
  found,
  narrowing,
  onClose,
}: {
  id: string;
  request?: Request;
  found: Candidate[];
  narrowing?: Narrowing;
  onClose: () => void;
}) {
  const t = useMatchWords();
  const choose = useAct('requests');
  const already = (request?.choices ?? [])
    .filter((choice) => choice.status === 'chosen')
    .map((choice) => choice.contact);
  const [picked, setPicked] = useState<string[]>(
    already.length ? already : found.slice(0, 1).map((candidate) => candidate.contact),
  );
  const [reason, setReason] = useState('');
  const [other, setOther] = useState<string | null>(null);
  const [exception, setException] = useState<[Candidate, Blocker] | null>(null);
  const asked = useAsk<Matches>(`requests/${id}/matches`, { contact: other }, { enabled: !!other });
  const extra = other
    ? (asked.data?.items ?? []).filter((candidate) => !found.some((each) => each.contact === candidate.contact))
    : [];
  const candidates = [...found, ...extra];
  const may = request?.actions?.find((action) => action.name === 'choose')?.enabled ?? false;
  const escalate = request?.actions?.find((action) => action.name === 'escalate' && action.enabled);
  const names = picked.map((contact) => candidates.find((each) => each.contact === contact)?.name ?? contact);
  const toggle = (contact: string) =>
    setPicked((old) => (old.includes(contact) ? old.filter((each) => each !== contact) : [...old, contact]));
  const send = () =>
    choose.mutate(
      { id, action: 'choose', input: { candidates: picked, reason, conditions: [] } },
      {
        onSuccess: () => {
          notice(t('sent', { names: names.join(', ') }));
          onClose();
        },
      },
    );
  return (
    <form
      className="drawer-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (picked.length) send();
      }}
    >
      <div className="pad">
        <Group gap="xs" wrap="nowrap" mb={14}>
          <IconSparkles size={16} color="var(--mantine-primary-color-filled)" aria-hidden />
          <Text size="sm">
            {request?.use_case ? `“${request.use_case}” ` : ''}
            {t('ranked')}
          </Text>
        </Group>
        {candidates.length === 0 ? (
          <EmptyState title={t('none')}>
            {t('noneHint')}
            {narrowing && <Costs narrowing={narrowing} />}
          </EmptyState>
        ) : (
          <div className="scroll-x" tabIndex={0} role="region" aria-label={t('title')}>
            <CompareTable
              candidates={candidates}
              picked={picked}
              onToggle={may ? toggle : undefined}
              onException={escalate ? (candidate, blocker) => setException([candidate, blocker]) : undefined}
            />
          </div>
        )}
        <Group mt={14} align="flex-end">
          <AdvocateSelect value={other} onChange={setOther} />
          {may && (
            <TextInput
              className="fill"
              label={t('reason')}
              description={t('reasonHint')}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Group>
        <ProblemAlert error={choose.error ?? asked.error} />
      </div>
      <div className="drawer-foot">
        <Text size="sm" c="dimmed" className="fill">
          {!may ? t('readOnly') : picked.length ? t('order', { names: names.join(' → ') }) : t('pick')}
        </Text>
        <Group gap="xs">
          <Button variant="default" size="sm" onClick={onClose}>
            {t('notNow')}
          </Button>
          {may && (
            <Button
              size="sm"
              type="submit"
              leftSection={<IconSend size={15} aria-hidden />}
              disabled={!picked.length}
              loading={choose.isPending}
            >
              {t('send')}
            </Button>
          )}
        </Group>
      </div>
      {exception && escalate && (
        <ActionDialog
          collection="requests"
          id={id}
          action={escalate}
          onClose={() => setException(null)}
          initial={{
            rule: exception[1].code,
            facts: `${exception[0].name} (${exception[0].account_name ?? ''}): ${exception[1].message}`,
          }}
        />
      )}
    </form>
  );
}

/// Which wish of the request costs how many candidates.
function Costs({ narrowing }: { narrowing: Narrowing }) {
  const t = useMatchWords();
  return (
    <ul className="reasons costs">
      <li>{t('pool', { active: narrowing.active, eligible: narrowing.eligible })}</li>
      {narrowing.wishes
        .filter((wish) => wish.without > wish.with)
        .map((wish) => (
          <li key={wish.criterion}>{t('without', { wish: wish.wanted, count: wish.without })}</li>
        ))}
    </ul>
  );
}

function AdvocateSelect({ value, onChange }: { value: string | null; onChange: (contact: string | null) => void }) {
  const t = useMatchWords();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, WAIT_MS);
  const advocates = useList('advocates', { q, limit: 20 });
  const data = (advocates.data?.items ?? []).map((each) => ({
    value: each.contact,
    label: `${each.name} · ${each.account_name ?? ''}`,
  }));
  return (
    <Select
      label={t('why')}
      placeholder={t('whyHint')}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
      w={300}
      onSearchChange={setWords}
      filter={({ options }) => options}
    />
  );
}
