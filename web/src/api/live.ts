// Live updates: the server says which item changed, and what shows it is read again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { address, workspacePath } from './client';
import { useSession } from './session';

const GATHER_MS = 250;
const REOPEN_MS = 5_000;

interface Listening {
  onTouched: (collection: string) => void;
  onBack: () => void; // again connected: what happened meanwhile is not known
  onRefused: () => void;
}

/// Follows the stream at the address until the answer is called. The browser connects again by itself unless it was
/// refused: then the session may have ended, and it is tried anew after a while.
function listen(url: string, { onTouched, onBack, onRefused }: Listening): () => void {
  let stream: EventSource;
  let timer = 0;
  let before = false;
  const open = () => {
    stream = new EventSource(url);
    stream.addEventListener('changed', (event) => {
      onTouched((JSON.parse((event as MessageEvent<string>).data) as { collection: string }).collection);
    });
    stream.addEventListener('open', () => {
      if (before) onBack();
      before = true;
    });
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = window.setTimeout(open, REOPEN_MS);
    });
  };
  open();
  return () => {
    stream.close();
    window.clearTimeout(timer);
  };
}

/// Follows the workspace's stream of changes for as long as the component is shown.
export function useLive() {
  const client = useQueryClient();
  const { workspace } = useSession();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const touched = new Set<string>();
    let timer = 0;
    const refresh = () => {
      for (const collection of touched) void client.invalidateQueries({ queryKey: [workspace, collection] });
      touched.clear();
      timer = 0;
    };
    const stop = listen(address(workspacePath(workspace, 'events/stream')), {
      onTouched: (collection) => {
        touched.add(collection).add('tasks').add('setup');
        timer ||= window.setTimeout(refresh, GATHER_MS);
      },
      onBack: () => void client.invalidateQueries({ queryKey: [workspace] }),
      onRefused: () => void client.invalidateQueries({ queryKey: ['me'] }),
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [client, workspace]);
}
