// The policies of the program, section by section. Nothing is changed without a reason (PRG-03, PRG-05).
import { useAct, useItem, useList, type ItemOf } from '@api';
import {
  EmptyState,
  Loaded,
  notice,
  PageHeader,
  ProblemAlert,
  Section,
  SettingsLayout,
  SettingsTabs,
  Trail,
  type TrailLine,
} from '@ui';
import { Button, Group, Modal, NavLink, Stack, Text, Textarea } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { WordingSettings } from '@features/authorizations/web/WordingSettings';
import { useEffect, useState, type ComponentType } from 'react';
import { AskingEditor } from './AskingEditor';
import { type EditorProps, type Values } from './editing';
import { MatchingEditor } from './MatchingEditor';
import { ApprovalsEditor, EscalationEditor } from './OwnersEditors';
import { DisclosuresEditor, IntakeEditor, RetentionEditor } from './RecordsEditors';
import { RelationshipEditor } from './RelationshipEditor';
import { RotationEditor } from './RotationEditor';
import { SignInEditor } from './SignInEditor';
import { StepsEditor } from './StepsEditor';
import { useWords, type T } from './words';

const EDITORS = {
  intake: IntakeEditor,
  approvals: ApprovalsEditor,
  escalation: EscalationEditor,
  rotation: RotationEditor,
  disclosures: DisclosuresEditor,
  retention: RetentionEditor,
  matching: MatchingEditor,
  steps: StepsEditor,
  asking: AskingEditor,
  relationship: RelationshipEditor,
  sign_in: SignInEditor,
} satisfies Record<string, ComponentType<EditorProps>>;
type SectionId = keyof typeof EDITORS;
const isSection = (id: string): id is SectionId => id in EDITORS;

type Policy = ItemOf<'policies'>;

/// Asks why, then adopts.
function AdoptDialog({ policy, values, onClose, t }: { policy: Policy; values: Values; onClose: () => void; t: T }) {
  const [reason, setReason] = useState('');
  const act = useAct<Policy>('policies');
  const adopt = async () => {
    const done = await act
      .mutateAsync({ id: policy.id, action: 'adopt', input: { values, reason }, version: policy.version })
      .catch(() => undefined);
    if (!done) return;
    notice(t('adopted', { n: done.revision }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('adoptTitle')}>
      <Stack gap="md">
        <ProblemAlert error={act.error} />
        <Textarea
          data-autofocus
          required
          autosize
          minRows={2}
          label={t('reason')}
          description={t('reasonHelp')}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={act.isPending} disabled={!reason.trim()} onClick={() => void adopt()}>
            {t('adoptNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/// One line of a section's past.
const lineOf =
  (t: T) =>
  (one: Policy['history'][number]): TrailLine => ({
    at: one.at,
    who: one.who,
    what: t('revision', { n: one.revision }),
    detail: one.what.split(': ').slice(1).join(': '),
  });

function SectionForm({ policy, t }: { policy: Policy; t: T }) {
  const [draft, setDraft] = useState<Values>(policy.values);
  const [asking, setAsking] = useState(false);
  useEffect(() => setDraft(policy.values), [policy.values]);
  if (!isSection(policy.id)) return null;
  const Editor = EDITORS[policy.id];
  const adopt = policy.actions.find((action) => action.name === 'adopt');
  const locked = !adopt?.enabled;
  const changed = JSON.stringify(draft) !== JSON.stringify(policy.values);
  const lines = policy.history.map(lineOf(t));
  return (
    <Stack gap="lg" className="fill">
      <Group justify="space-between" align="start">
        <div>
          <Text component="h2" fw={620} size="lg" m={0}>
            {t(policy.id)}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`${policy.id}Lead`)}
          </Text>
          <Text size="xs" c="dimmed" className="num">
            {policy.revision ? t('revision', { n: policy.revision }) : t('never')}
            {locked ? ` · ${t('readOnly')}` : ''}
          </Text>
        </div>
        {!locked && (
          <Group gap="xs">
            {changed && (
              <Button variant="default" onClick={() => setDraft(policy.values)}>
                {t('undo')}
              </Button>
            )}
            <Button disabled={!changed && policy.revision > 0} onClick={() => setAsking(true)}>
              {changed || policy.revision > 0 ? t('adopt') : t('reviewedAs')}
            </Button>
          </Group>
        )}
      </Group>
      <Editor values={draft} disabled={locked} t={t} change={(part) => setDraft((old) => ({ ...old, ...part }))} />
      <Section title={t('history')}>
        {lines.length ? (
          <Trail lines={lines} label={t('history')} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('noHistory')}
          </Text>
        )}
      </Section>
      {asking && <AdoptDialog policy={policy} values={draft} t={t} onClose={() => setAsking(false)} />}
    </Stack>
  );
}

export function PoliciesPage() {
  const t = useWords();
  const { section } = useParams({ strict: false }) as { section?: string };
  const list = useList('policies', { limit: 50 });
  const sections = list.data?.items.filter((each) => isSection(each.id)) ?? [];
  const wording = section === 'wording';
  const current = section && isSection(section) ? section : 'intake';
  const item = useItem('policies', current);
  return (
    <div className="screen">
      <PageHeader title={t('title')} />
      <SettingsTabs on="policies" />
      <SettingsLayout
        label={t('sections')}
        nav={[...(Object.keys(EDITORS) as SectionId[]), 'wording' as const].map((id) => {
          const known = sections.find((each) => each.id === id);
          const here = wording ? id === 'wording' : id === current;
          return (
            <NavLink
              key={id}
              renderRoot={(props) => <Link {...props} to="/settings/policies/$section" params={{ section: id }} />}
              active={here}
              label={t(id)}
              description={known && !known.revision ? t('unsaved') : undefined}
              aria-current={here ? 'page' : undefined}
            />
          );
        })}
      >
        {wording ? (
          <WordingSettings />
        ) : (
          <Loaded query={item}>
            {(policy) =>
              policy.values ? (
                <SectionForm key={policy.id} policy={policy} t={t} />
              ) : (
                <EmptyState icon={<IconAdjustmentsHorizontal size={28} aria-hidden />} title={t('title')}>
                  {t('lead')}
                </EmptyState>
              )
            }
          </Loaded>
        )}
      </SettingsLayout>
    </div>
  );
}
