// The places of privacy, side by side.
import { useHasRole } from '@api';
import { Link } from '@tanstack/react-router';
import { useWords } from './words';

const PLACES = [
  ['requests', '/privacy'],
  ['people', '/privacy/people'],
  ['retention', '/privacy/retention'],
  ['processing', '/privacy/processing'],
  ['incident', '/privacy/incident'],
] as const;

export function PrivacyTabs({ on }: { on: (typeof PLACES)[number][0] }) {
  const t = useWords();
  const reviews = useHasRole('privacy_reviewer');
  return (
    <nav className="tabs" aria-label={t('places')}>
      {PLACES.filter(([key]) => key !== 'incident' || reviews).map(([key, to]) => (
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
