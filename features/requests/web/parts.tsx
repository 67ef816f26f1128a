// Pieces of a request that the inbox and the request's own page share.
import { Text } from '@mantine/core';
import { IconCheck, IconHourglass, IconMinus, IconX, type TablerIcon } from '@tabler/icons-react';
import type { Clearance, Gate, Request } from '@api';
import { number, useLabel, useSaid } from '@lib';
import { DateText, Facts, MoneyText, Section, StatusChip, type Tone } from '@ui';
import { STAGES, stageOf, useStageWords } from './stages';
import { useRequestWords } from './words';

const MARKS: Record<Gate['state'], [Tone, TablerIcon]> = {
  passed: ['ok', IconCheck],
  waiting: ['warn', IconHourglass],
  failed: ['bad', IconX],
  none: ['mute', IconMinus],
};

/// Each gate with what it says now.
export function Gates({ gates }: { gates: Gate[] }) {
  const t = useRequestWords();
  const label = useLabel();
  const said = useSaid();
  return (
    <Section title={t('gates')}>
      {gates.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noGates')}
        </Text>
      )}
      <ul className="gates">
        {gates.map((gate) => {
          const [tone, Icon] = MARKS[gate.state] ?? MARKS.none;
          return (
            <li key={gate.name}>
              <span className={`chip square ${tone}`}>
                <Icon size={13} aria-hidden />
                <span className="vh">{label(gate.state)}: </span>
              </span>
              <span>
                {gate.name
                  .split(' ')
                  .map((part) => label(part))
                  .join(' · ')}
              </span>
              <Text span size="sm" c="dimmed" ta="right" ml="auto">
                {gate.name === 'completeness' ? said(gate.detail) : gate.detail}
              </Text>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/// What reviewers decided, with their reasons and conditions.
export function Clearances({ clearances }: { clearances: Clearance[] }) {
  const t = useRequestWords();
  const label = useLabel();
  if (clearances.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noReviews')}
      </Text>
    );
  return (
    <ul className="plain lined">
      {clearances.map((each, i) => (
        <li key={`${each.aspect}${i}`}>
          <div className="inline wrap">
            <Text span size="sm" fw={550}>
              {[each.aspect, each.instance]
                .filter(Boolean)
                .map((part) => label(part))
                .join(' · ')}
            </Text>
            <StatusChip status={each.outcome} />
          </div>
          {each.reason && <Text size="sm">{each.reason}</Text>}
          {each.conditions?.map((condition) => (
            <Text key={condition} size="sm">
              · {condition}
            </Text>
          ))}
          <Text size="xs" c="dimmed">
            <DateText at={each.at} />
            {each.by_name ? ` · ${t('by', { name: each.by_name })}` : ''}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/// What happened as lines of a trail; what the program did by itself says so.
export function useTrailLines(request: Request) {
  const t = useRequestWords();
  const said = useSaid();
  return (request.trail ?? []).map((line) => ({
    ...line,
    what: said(line.what),
    who: line.by && line.by === line.by_name ? t('automatic') : line.by_name,
  }));
}

/// Who asks, for whom and by when.
export function RequestFacts({ request }: { request: Request }) {
  const t = useRequestWords();
  const label = useLabel();
  const p = request.prospect ?? {};
  return (
    <Facts
      items={[
        [t('requester'), request.requester_name],
        [t('deal'), request.deal_name],
        [t('value'), request.amount ? <MoneyText amount={request.amount} currency={request.currency} /> : null],
        [t('needed'), request.deadline ? <DateText at={request.deadline} /> : null],
        [t('industry'), p.industry],
        [t('region'), p.region],
        [t('size'), p.size ? number(p.size) : null],
        [t('product'), p.product],
        [t('persona'), p.persona],
        [t('channel'), (request.channels ?? [request.channel]).map((each) => label(each)).join(', ')],
        [t('language'), request.language],
        [t('wished'), request.wished_customer_name || request.wished_customer],
        [t('touches'), request.touches?.map((touch) => label(touch)).join(', ')],
      ]}
    />
  );
}

/// Where the request stands between intake and archive.
export function StageBar({ request }: { request: Request }) {
  const t = useStageWords();
  const now = STAGES.indexOf(stageOf(request));
  return (
    <ol className="stages" aria-label={t('label')}>
      {STAGES.map((stage, i) => {
        const over = i === now && !['open', 'deferred'].includes(request.status);
        const state = i < now || over ? 'done' : i === now ? 'now' : 'later';
        return (
          <li key={stage} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            {state === 'done' && <IconCheck size={13} aria-hidden />}
            {t(stage)}
            <span className="vh">, {t(state)}</span>
          </li>
        );
      })}
    </ol>
  );
}
