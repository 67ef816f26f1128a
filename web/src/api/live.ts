// Live updates: the server says which item changed, and what shows it is read again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { address, workspacePath } from './client';
import { useSession } from './session';

const GATHER_MS = 250;

/// Follows the workspace's stream of changes for as long as the component is shown.
export function useLive() {
  const client = useQueryClient();
  const { workspace } = useSession();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const stream = new EventSource(address(workspacePath(workspace, 'events/stream')));
    const touched = new Set<string>();
    let timer = 0;
    const refresh = () => {
      for (const collection of touched) void client.invalidateQueries({ queryKey: [workspace, collection] });
      touched.clear();
      timer = 0;
    };
    stream.addEventListener('changed', (event) => {
      const { collection } = JSON.parse((event as MessageEvent<string>).data) as { collection: string };
      touched.add(collection).add('tasks').add('setup');
      timer ||= window.setTimeout(refresh, GATHER_MS);
    });
    return () => {
      stream.close();
      window.clearTimeout(timer);
    };
  }, [client, workspace]);
}
