// One entry of the trail as a person would say it, with what followed from it.
import { day, humanise, moment, nameOfLanguage, number, type Label, useLabel, useLanguage, useSaid } from '@lib';
import { Button, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBriefcase,
  IconBuilding,
  IconClipboardCheck,
  IconFileImport,
  IconInbox,
  IconPhone,
  IconRoute,
  IconSettings,
  IconShieldCheck,
  IconStar,
  IconUser,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SENTENCES } from './sentences';
import { tokens, type Entry, type Token } from './telling';
import { NOUNS, roadTo, useWords } from './words';

const ICONS: Record<string, TablerIcon> = {
  person: IconUsers, policy: IconSettings, procedure: IconRoute, import: IconFileImport, directory: IconFileImport,
  account: IconBuilding, contact: IconUser, seller: IconUser, deal: IconBriefcase, product: IconBriefcase,
  authorization: IconShieldCheck, advocate: IconStar, activity: IconPhone, escalation: IconAlertTriangle,
  case: IconClipboardCheck, request: IconInbox,
};
const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;
const FREE = /(^|\.)(title|restriction|name|file_name|regions|products|topics|languages|sop)$/;
const FEW = 3;

/// A code in words: what the placeholder means decides, so that the step “confirm” is not the button “confirm”.
function wordOf(placeholder: string, code: string, label: Label): string {
  if (DATE.test(code)) return day(code);
  if (INSTANT.test(code)) return moment(code);
  if (/^-?\d+$/.test(code)) return number(Number(code));
  if (FREE.test(placeholder)) return code;
  if (placeholder === 'language') return nameOfLanguage(code);
  const kind = placeholder === 'branches' ? 'step' : placeholder;
  return label(`${kind}:${code}`, label(code));
}

function useTokens(): (entry: Entry) => Token[] {
  const t = useWords();
  const label = useLabel();
  const said = useSaid();
  const lang = useLanguage();
  return (entry) => {
    const sentence = SENTENCES[entry.type]?.[lang === 'de' ? 1 : 0];
    if (!sentence || !entry.data) return [{ text: said(entry.what || humanise(entry.type)) }];
    const noun = (id: string) => {
      const kind = NOUNS[id.split('_', 1)[0] ?? ''];
      return kind ? t(kind) : id;
    };
    const isPerson = !entry.actor_kind || entry.actor_kind === 'person';
    return tokens(sentence, {
      who: entry.actor_name || t(isPerson ? 'somebody' : 'automatic'),
      data: entry.data ?? {},
      names: entry.names ?? {},
      word: (placeholder, code) => wordOf(placeholder, code, label),
      noun,
    });
  };
}

function Sentence({ entry, tell }: { entry: Entry; tell: (entry: Entry) => Token[] }) {
  return (
    <>
      {tell(entry).map(({ text, id }, at) => {
        const road = roadTo(id && (entry.roads?.[id] ?? id));
        return road ? (
          <Link key={at} className="textlink" to={road}>
            {text}
          </Link>
        ) : (
          <span key={at}>{text}</span>
        );
      })}
    </>
  );
}

/// The sentence of an entry with its mark; below it, what followed from the same act.
export function Told({ entry }: { entry: Entry }) {
  const t = useWords();
  const tell = useTokens();
  const [whole, setWhole] = useState(false);
  const followers = entry.followers ?? [];
  const shown = whole ? followers : followers.slice(0, followers.length > FEW + 1 ? FEW : FEW + 1);
  const Icon = ICONS[entry.type.split('.', 1)[0] ?? ''] ?? IconClipboardCheck;
  return (
    <div className="told">
      <Icon size={16} stroke={1.6} aria-hidden />
      <div>
        <Text size="sm" component="p" m={0}>
          <Sentence entry={entry} tell={tell} />
        </Text>
        {followers.length > 0 && (
          <ul aria-label={t('followed')}>
            {shown.map((each) => (
              <li key={each.sequence}>
                <Sentence entry={each} tell={tell} />
              </li>
            ))}
          </ul>
        )}
        {shown.length < followers.length && (
          <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
            {t('more', { count: followers.length - shown.length })}
          </Button>
        )}
      </div>
    </div>
  );
}
