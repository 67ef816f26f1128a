// Small marks used everywhere: always an icon, a word and a tone, never colour alone.
import {
  IconAdjustments,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconBuilding,
  IconCheck,
  IconClock,
  IconClockPause,
  IconEqual,
  IconFileText,
  IconHourglass,
  IconMessage2,
  IconMicrophone,
  IconMinus,
  IconNews,
  IconPhone,
  IconPhoto,
  IconQuestionMark,
  IconQuote,
  IconUsers,
  IconVideo,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Point, Sla as SlaState } from '@api';
import { useLabel, words } from '@lib';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'mute' | 'line';
const small = { size: 13, stroke: 2, 'aria-hidden': true } as const;

/// A word with a tone and, if given, an icon.
export function Chip({
  tone = 'line',
  icon: Icon,
  title,
  children,
}: {
  tone?: Tone;
  icon?: TablerIcon;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={`chip ${tone}`} title={title}>
      {Icon && <Icon {...small} />}
      <span>{children}</span>
    </span>
  );
}

const useSlaWords = words(
  {
    left: '{h} h left',
    days: '{d} d left',
    minutes: '{m} min left',
    now: 'Due now',
    over: '{h} h over',
    overminutes: '{m} min over',
    justover: 'Just over',
    overdays: '{d} d over',
    paused: 'Paused',
    met: 'In time',
    why: 'The clock stops while the customer has it',
  },
  {
    left: 'noch {h} Std.',
    days: 'noch {d} Tage',
    minutes: 'noch {m} Min.',
    now: 'Jetzt fällig',
    over: '{h} Std. über',
    overminutes: '{m} Min. über',
    justover: 'Gerade über',
    overdays: '{d} Tage über',
    paused: 'Pausiert',
    met: 'Rechtzeitig',
    why: 'Die Uhr steht, solange der Kunde am Zug ist',
  },
);
const A_WHILE = 72;
const AN_HOUR = 60;

/// Working time in the largest unit that still tells something; never "0 h".
function lengthOf(sla: SlaState, t: ReturnType<typeof useSlaWords>): string {
  const late = sla.state === 'breached';
  const h = Math.abs(Math.round(sla.hours_left ?? 0));
  const m = Math.abs(sla.minutes_left ?? h * AN_HOUR);
  if (h > A_WHILE) return t(late ? 'overdays' : 'days', { d: Math.round(h / 24) });
  if (m === 0) return t(late ? 'justover' : 'now');
  if (m < AN_HOUR) return t(late ? 'overminutes' : 'minutes', { m });
  return t(late ? 'over' : 'left', { h });
}

/// How much time is left for the step.
export function Sla({ sla }: { sla?: SlaState | null }) {
  const t = useSlaWords();
  if (!sla) return null;
  const left = lengthOf(sla, t);
  if (sla.state === 'breached') {
    return (
      <Chip tone="bad" icon={IconAlertTriangle}>
        {left}
      </Chip>
    );
  }
  if (sla.state === 'paused')
    return (
      <Chip tone="mute" icon={IconClockPause} title={t('why')}>
        {t('paused')}
      </Chip>
    );
  if (sla.state === 'met')
    return (
      <Chip tone="ok" icon={IconCheck}>
        {t('met')}
      </Chip>
    );
  return (
    <Chip tone={sla.state === 'soon' ? 'warn' : 'line'} icon={IconClock}>
      {left}
    </Chip>
  );
}

const USE_ICONS: Record<string, TablerIcon> = {
  reference_call: IconPhone,
  site_visit: IconBuilding,
  case_study: IconFileText,
  video: IconVideo,
  quote: IconQuote,
  testimonial: IconMessage2,
  logo: IconPhoto,
  event_speaker: IconMicrophone,
  webinar: IconMicrophone,
  press: IconNews,
};
export const useIcon = (use: string): TablerIcon => USE_ICONS[use] ?? IconUsers;

/// A use type with its icon.
export function Use({ use }: { use?: string }) {
  const label = useLabel();
  if (!use) return null;
  const Icon = useIcon(use);
  return (
    <span className="inline">
      <Icon size={15} stroke={1.7} color="var(--vs-text-2)" aria-hidden />
      {label(use)}
    </span>
  );
}

const STATES: Record<string, [Tone, TablerIcon]> = {
  in_force: ['ok', IconCheck],
  partly: ['warn', IconAdjustments],
  asked: ['info', IconHourglass],
  expiring: ['warn', IconClock],
  expired: ['mute', IconClock],
  withdrawn: ['bad', IconArrowBackUp],
  under_review: ['info', IconHourglass],
  none: ['mute', IconMinus],
  declined: ['bad', IconX],
  active: ['ok', IconCheck],
  resting: ['mute', IconClockPause],
  paused: ['mute', IconClockPause],
  retired: ['mute', IconMinus],
  open: ['info', IconHourglass],
  fulfilled: ['ok', IconCheck],
  rejected: ['bad', IconX],
  cancelled: ['mute', IconX],
  deferred: ['mute', IconClockPause],
  archived: ['mute', IconFileText],
  clear: ['ok', IconCheck],
  clear_with_conditions: ['warn', IconAdjustments],
  not_clear: ['bad', IconBan],
  need_information: ['info', IconQuestionMark],
  confirmed: ['ok', IconCheck],
  objected: ['bad', IconBan],
  failed: ['bad', IconX],
  applied: ['ok', IconCheck],
  passed: ['ok', IconCheck],
  waiting: ['info', IconHourglass],
  yes: ['ok', IconCheck],
  no: ['bad', IconX],
  unclear: ['warn', IconQuestionMark],
  done: ['ok', IconCheck],
  won: ['ok', IconCheck],
  lost: ['mute', IconX],
  no_show: ['bad', IconX],
  agrees: ['ok', IconCheck],
  agreed: ['ok', IconCheck],
  approved: ['ok', IconCheck],
  objects: ['bad', IconBan],
  not_approved: ['bad', IconX],
  asked_customer: ['info', IconHourglass],
  granted: ['ok', IconCheck],
  with_conditions: ['warn', IconAdjustments],
};

/// A state of anything: authorization, advocate, request, clearance, import… `of` names the kind of thing where a
/// state is called otherwise there: a conversation that was held took place.
export function StatusChip({ status, of }: { status?: string | null; of?: string }) {
  const label = useLabel();
  if (!status) return null;
  const [tone, Icon] = STATES[status] ?? (['info', undefined] as const);
  return (
    <Chip tone={tone} icon={Icon}>
      {of ? label(`${of}:${status}`, label(status)) : label(status)}
    </Chip>
  );
}

const MARKS: Record<Point['mark'], [Tone, 'exact' | 'close' | 'differs' | 'unknown', TablerIcon]> = {
  exact: ['ok', 'exact', IconCheck],
  close: ['warn', 'close', IconEqual],
  none: ['bad', 'differs', IconMinus],
  unknown: ['mute', 'unknown', IconQuestionMark],
};
const useMarkWords = words(
  { exact: 'Matches', close: 'Close', differs: 'Differs', unknown: 'Unknown' },
  { exact: 'Passt', close: 'Ähnlich', differs: 'Anders', unknown: 'Unbekannt' },
);

/// How far a candidate meets one criterion.
export function MatchMark({ mark }: { mark: Point['mark'] }) {
  const t = useMarkWords();
  const [tone, word, Icon] = MARKS[mark];
  return (
    <span className={`chip ${tone} square`} title={t(word)}>
      <Icon {...small} />
      <span className="vh">{t(word)}: </span>
    </span>
  );
}

const HUES = ['#7a4fb3', '#1f7a72', '#a4552b', '#2f5fb3', '#8a3d66', '#4f6b1f', '#5a5fc7'];
const hueOf = (name: string, step: number) =>
  HUES[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0) * step, 0) % HUES.length] ?? '#5a5fc7';

/// The initials of a person; decoration beside the name.
export function Face({ name, size = 22 }: { name: string; size?: number }) {
  const initials = name
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  const style = { width: size, height: size, background: hueOf(name, 1), fontSize: size * 0.42 };
  return (
    <span aria-hidden className="face" style={style}>
      {initials}
    </span>
  );
}

/// The first letter of a company; decoration beside the name.
export function Co({ name, size = 22 }: { name: string; size?: number }) {
  const background = `color-mix(in srgb, ${hueOf(name, 7)} 16%, var(--vs-panel))`;
  return (
    <span aria-hidden className="co" style={{ width: size, height: size, background, fontSize: size * 0.48 }}>
      {name[0]}
    </span>
  );
}
