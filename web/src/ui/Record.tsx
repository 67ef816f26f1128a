// Layouts of records and settings: facts, work and context side by side, one below the other on phones.
import { Text } from '@mantine/core';
import { IconDatabase, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { words } from '@lib';
import { Chip } from './Chips';
import './record.css';

const useRecordWords = words(
  {
    facts: 'Facts',
    context: 'Context',
    crm: 'From the CRM',
    manual: 'Entered here',
    locked: 'The CRM owns this field',
  },
  {
    facts: 'Fakten',
    context: 'Zusammenhang',
    crm: 'Aus dem CRM',
    manual: 'Hier erfasst',
    locked: 'Dieses Feld gehört dem CRM',
  },
);

/// A record: facts on the left, work in the middle, context on the right.
export function RecordLayout({
  facts,
  context,
  children,
}: {
  facts: ReactNode;
  context?: ReactNode;
  children: ReactNode;
}) {
  const t = useRecordWords();
  return (
    <div className={context ? 'dossier three' : 'dossier'}>
      <aside className="dossier-facts" aria-label={t('facts')}>
        {facts}
      </aside>
      <div className="dossier-work">{children}</div>
      {context && (
        <aside className="dossier-context" aria-label={t('context')}>
          {context}
        </aside>
      )}
    </div>
  );
}

/// A list of sections on the left, the chosen one beside it.
export function SettingsLayout({ nav, label, children }: { nav: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={label}>
        {nav}
      </nav>
      <div className="settings-work">{children}</div>
    </div>
  );
}

/// Which system owns what is written here.
export function SourceBadge({ source }: { source?: string }) {
  const t = useRecordWords();
  if (!source) return null;
  const crm = source !== 'manual';
  return (
    <Chip tone="mute" icon={crm ? IconDatabase : IconPencil}>
      {crm ? t('crm') : t('manual')}
    </Chip>
  );
}

/// Words in a list, or a dash.
export function Many({ values }: { values?: string[] | null }) {
  return <>{values?.length ? values.join(', ') : '–'}</>;
}

/// A number with its caption.
export function Figure({ value, caption }: { value: ReactNode; caption: string }) {
  return (
    <div className="figure">
      <Text component="span" className="num figure-value">
        {value}
      </Text>
      <Text component="span" size="xs" c="dimmed">
        {caption}
      </Text>
    </div>
  );
}

/// A panel for wide tables: it scrolls sideways, and by keyboard as well when it has to.
export function ScrollPanel({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const panel = box.current;
    if (!panel || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWide(panel.scrollWidth > panel.clientWidth));
    observer.observe(panel);
    return () => observer.disconnect();
  }, []);
  const reachable = wide ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
  return (
    <div ref={box} className="panel scroll-x" {...reachable}>
      {children}
    </div>
  );
}
