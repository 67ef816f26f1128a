// A letter as its recipient sees it: formatted or as plain text. The formatted one is shut in: no script runs in it,
// no link of it opens here.
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Preview } from './shapes';
import './letter.css';
import type { T } from './words';

export function Letter({ letter, t }: { letter: Preview; t: T }) {
  const [view, setView] = useState('html');
  return (
    <div>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={t('asSent')}
        value={view}
        onChange={setView}
        data={[
          { value: 'html', label: t('htmlView') },
          { value: 'text', label: t('textView') },
        ]}
      />
      {view === 'html' ? (
        <iframe className="letter" sandbox="" srcDoc={letter.html} title={letter.subject} />
      ) : (
        <pre className="letter-text" tabIndex={0} aria-label={letter.subject}>
          {letter.text}
        </pre>
      )}
    </div>
  );
}
