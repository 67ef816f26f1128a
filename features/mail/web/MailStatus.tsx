// How far a letter came, as a mark: an icon, a word, a tone.
import { Chip, type Tone } from '@ui';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconHourglass,
  IconMinus,
  type TablerIcon,
} from '@tabler/icons-react';
import type { MailRow, MailStatus as Status } from './shapes';
import { useCodes } from './words';

const MARKS: Record<Status, [Tone, TablerIcon]> = {
  waiting: ['info', IconHourglass],
  sent: ['ok', IconCheck],
  failed: ['bad', IconAlertTriangle],
  bounced: ['bad', IconArrowBackUp],
  dropped: ['mute', IconMinus],
};

export function MailStatus({ mail }: { mail: MailRow }) {
  const codes = useCodes();
  const [tone, icon] = MARKS[mail.status];
  const troubled = mail.status === 'waiting' && mail.attempts > 0;
  return (
    <Chip tone={troubled ? 'warn' : tone} icon={icon} title={codes.code(mail.code) || undefined}>
      {codes.status(mail.status)}
    </Chip>
  );
}
