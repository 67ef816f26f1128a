// The places of the settings, side by side.
import { Link } from '@tanstack/react-router';
import { words } from '@lib';

const useTabWords = words(
  { policies: 'Policies', people: 'People', letters: 'Mails', setup: 'Set-up checklist', places: 'Settings' },
  { policies: 'Richtlinien', people: 'Personen', letters: 'Mails', setup: 'Einrichtung', places: 'Einstellungen' },
);
const PLACES = [
  ['policies', '/settings/policies'],
  ['people', '/settings/people'],
  ['letters', '/settings/letters'],
  ['setup', '/setup'],
] as const;

export function SettingsTabs({ on }: { on: 'policies' | 'people' | 'letters' | 'setup' }) {
  const t = useTabWords();
  return (
    <nav className="tabs" aria-label={t('places')}>
      {PLACES.map(([key, to]) => (
        <Link
          key={key}
          to={to}
          className={key === on ? 'tab on' : 'tab'}
          aria-current={key === on ? 'page' : undefined}
        >
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
