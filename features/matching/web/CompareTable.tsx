// Candidates side by side: every criterion with its weight, permission, load and what stands in the way.
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import {
  IconAdjustments,
  IconBan,
  IconBriefcase,
  IconCheck,
  IconQuestionMark,
  IconShieldCheck,
  IconX,
} from '@tabler/icons-react';
import type { Blocker, Candidate } from '@api';
import { day } from '@lib';
import { Chip, Face, LoadBar, MatchMark } from '@ui';
import { useMatchWords } from './words';

type Words = ReturnType<typeof useMatchWords>;
interface Props {
  candidates: Candidate[];
  picked: string[];
  onToggle?: (contact: string) => void;
  onException?: (candidate: Candidate, blocker: Blocker) => void;
}

export function CompareTable({ candidates, picked, onToggle, onException }: Props) {
  const t = useMatchWords();
  const criteria = [
    ...new Map(candidates.flatMap((each) => each.reasons).map((point) => [point.criterion, point])).values(),
  ];
  return (
    <table className="compare" aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">
            <Text span size="xs" c="dimmed">
              {t('profile')}
            </Text>
          </th>
          {candidates.map((candidate, i) => (
            <th scope="col" key={candidate.contact}>
              <Card candidate={candidate} best={i === 0} picked={picked.includes(candidate.contact)} t={t} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.criterion}>
            <th scope="row">
              {criterion.label} <span className="count">{criterion.weight}</span>
            </th>
            {candidates.map((candidate) => (
              <Criterion key={candidate.contact} candidate={candidate} name={criterion.criterion} />
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('authorization')}</th>
          {candidates.map((candidate) => (
            <td key={candidate.contact}>
              <Permission candidate={candidate} t={t} />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('load')}</th>
          {candidates.map((candidate) => (
            <td key={candidate.contact}>
              <LoadCell candidate={candidate} t={t} />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('compromises')}</th>
          {candidates.map((candidate) => (
            <td key={candidate.contact}>
              {[...(candidate.compromises ?? []), ...(candidate.warnings ?? [])].map((each) => (
                <Text key={each} size="xs">
                  {each}
                </Text>
              ))}
            </td>
          ))}
        </tr>
        {onToggle && (
          <tr>
            <th scope="row">
              <span className="vh">{t('add')}</span>
            </th>
            {candidates.map((candidate) => (
              <td key={candidate.contact}>
                <Pick candidate={candidate} picked={picked} onToggle={onToggle} onException={onException} t={t} />
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Card({ candidate, best, picked, t }: { candidate: Candidate; best: boolean; picked: boolean; t: Words }) {
  const blockers = candidate.blockers ?? [];
  return (
    <div className={`panel section${picked ? ' chosen' : ''}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap={10} wrap="nowrap">
          <Face name={candidate.name} size={34} />
          <div>
            <Text fw={600} lh={1.2}>
              {candidate.name}
            </Text>
            <Text size="xs" c="dimmed">
              {candidate.title}
            </Text>
          </div>
        </Group>
        <div>
          <Text fw={650} size="xl" lh={1} className="num" ta="right">
            {candidate.score}
          </Text>
          <Text size="xs" c="dimmed">
            {t('of')}
          </Text>
        </div>
      </Group>
      <Group gap={6} mt={10}>
        {candidate.account_name && <Chip icon={IconBriefcase}>{candidate.account_name}</Chip>}
        {best && blockers.length === 0 && <Chip tone="info">{t('best')}</Chip>}
        {blockers.length === 0 && (
          <Chip tone="ok" icon={IconShieldCheck}>
            {t('clear')}
          </Chip>
        )}
      </Group>
      {blockers.map((blocker) => (
        <div key={blocker.code} className="chip bad block blocker">
          <IconBan size={13} aria-hidden />
          <span>
            {blocker.message}
            {blocker.until ? ` (${t('until', { day: day(blocker.until) })})` : ''}
          </span>
        </div>
      ))}
    </div>
  );
}

function Criterion({ candidate, name }: { candidate: Candidate; name: string }) {
  const point = candidate.reasons.find((each) => each.criterion === name);
  if (!point) return <td>–</td>;
  const wanted = point.mark !== 'exact' && point.wanted ? ` ↔ ${point.wanted}` : '';
  return (
    <td>
      <span className="mark">
        <MatchMark mark={point.mark} />
        <span>
          {point.theirs || '–'}
          <span className="dim">{wanted}</span>
        </span>
      </span>
    </td>
  );
}

function Permission({ candidate, t }: { candidate: Candidate; t: Words }) {
  const permission = candidate.authorization;
  const limits = [...(permission?.conditions ?? []), ...(permission?.disclosures ?? [])];
  const [tone, icon, word] =
    permission?.answer === 'yes'
      ? limits.length
        ? (['warn', IconAdjustments, 'limits'] as const)
        : (['ok', IconCheck, 'granted'] as const)
      : permission?.answer === 'unclear'
        ? (['mute', IconQuestionMark, 'unclear'] as const)
        : (['bad', IconX, 'notGranted'] as const);
  return (
    <>
      <Chip tone={tone} icon={icon}>
        {t(word)}
      </Chip>
      {limits.map((line) => (
        <Text key={line} size="xs" c="dimmed" mt={4}>
          {line}
        </Text>
      ))}
      {permission?.authorizations?.map((id) => (
        <Text key={id} size="xs" mt={4}>
          <Link className="textlink" to="/authorizations/$id" params={{ id } as never}>
            {t('permission')}
          </Link>
        </Text>
      ))}
    </>
  );
}

function LoadCell({ candidate, t }: { candidate: Candidate; t: Words }) {
  const load = candidate.load;
  if (!load) return <>–</>;
  return (
    <>
      <LoadBar used={load.quarter} max={load.max} label={t('load')} />
      <Text size="xs" c="dimmed" className="num">
        {load.last_used_on ? t('last', { day: day(load.last_used_on) }) : t('never')}
      </Text>
    </>
  );
}

function Pick({
  candidate,
  picked,
  onToggle,
  onException,
  t,
}: {
  candidate: Candidate;
  picked: string[];
  onToggle: (contact: string) => void;
  onException?: Props['onException'];
  t: Words;
}) {
  const blocker = candidate.blockers?.[0];
  if (blocker) {
    return onException ? (
      <Button variant="default" onClick={() => onException(candidate, blocker)}>
        {t('exception')}
      </Button>
    ) : null;
  }
  const rank = picked.indexOf(candidate.contact);
  return (
    <Checkbox
      size="sm"
      checked={rank >= 0}
      onChange={() => onToggle(candidate.contact)}
      label={rank >= 0 ? t('choice', { n: rank + 1 }) : t('add')}
    />
  );
}
