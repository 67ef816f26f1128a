// Reading and writing collections of the current workspace. Keys start with the workspace and the collection,
// so that one write or one live event refreshes exactly what it may have touched.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Item, ItemOf, Listed, Page, Row, Shown, StoredFile } from './answers';
import { call, get, post, workspacePath, type Query } from './client';
import { useSession } from './session';

const collectionOf = (path: string) => path.split('/')[0] ?? path;

/// One page of a collection: `useList('deals', { outcome: 'open' })`.
export function useList<C extends Listed>(collection: C, query: Query = {}, options: { enabled?: boolean } = {}) {
  const { workspace } = useSession();
  return useQuery({
    queryKey: [workspace, collection, 'list', query],
    queryFn: ({ signal }) => get<Page<Row<C>>>(workspacePath(workspace, collection), query, signal),
    placeholderData: keepPreviousData,
    ...options,
  });
}

/// A collection page after page, for tables: `{ items, total, more(), hasMore }`.
export function useEndless<C extends Listed>(collection: C, query: Query = {}) {
  const { workspace } = useSession();
  const pages = useInfiniteQuery({
    queryKey: [workspace, collection, 'endless', query],
    queryFn: ({ signal, pageParam }) =>
      get<Page<Row<C>>>(workspacePath(workspace, collection), { limit: 50, ...query, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  });
  return {
    items: pages.data?.pages.flatMap((page) => page.items) ?? [],
    total: pages.data?.pages[0]?.total ?? 0,
    loading: pages.isPending,
    error: pages.error,
    hasMore: pages.hasNextPage,
    more: () => void pages.fetchNextPage(),
  };
}

/// One item with its version and actions.
export function useItem<C extends Shown>(collection: C, id: string | undefined) {
  const { workspace } = useSession();
  return useQuery({
    queryKey: [workspace, collection, 'item', id],
    queryFn: ({ signal }) => get<ItemOf<C>>(workspacePath(workspace, `${collection}/${id}`), {}, signal),
    enabled: !!id,
  });
}

/// Any other question of the workspace: `useAsk<MayUse>('may-use', { contact, use_type })`.
export function useAsk<T>(path: string, query: Query = {}, options: { enabled?: boolean } = {}) {
  const { workspace } = useSession();
  return useQuery({
    queryKey: [workspace, collectionOf(path), 'ask', path, query],
    queryFn: ({ signal }) => get<T>(workspacePath(workspace, path), query, signal),
    placeholderData: keepPreviousData,
    ...options,
  });
}

export interface ActInput {
  id: string;
  action: string;
  input?: unknown;
  version?: number;
  keepalive?: boolean;
}

/// True for the item itself; some deeds answer something else, a link or a first password.
const isItem = (answer: unknown, id: string): answer is Item =>
  typeof answer === 'object' && answer !== null && 'actions' in answer && (answer as Item).id === id;

/// Acts on an item: `act.mutate({ id, action: 'approve', input: {} })`. The answer replaces the item at once; what else
/// is shown is read again, and nobody waits for that.
export function useAct<T = unknown>(collection: string) {
  const { workspace } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, action, input = {}, version, keepalive }: ActInput) =>
      post<T>(workspacePath(workspace, `${collection}/${id}/${action}`), input, { version, keepalive }),
    onSuccess: (answer, { id }) => {
      if (isItem(answer, id))
        client.setQueryData([workspace, collection, 'item', id], (shown?: Item) => shown && answer);
      void client.invalidateQueries({ queryKey: [workspace] });
    },
  });
}

/// Creates an item: `create.mutateAsync(input)`.
export function useCreate<T = unknown>(collection: string) {
  const { workspace } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: unknown) => post<T>(workspacePath(workspace, collection), input),
    onSuccess: () => client.invalidateQueries({ queryKey: [workspace] }),
  });
}

/// Posts to any other path of the workspace: `useDo('setup/defaults')`.
export const useDo = useCreate;

/// Keeps a file as evidence; answers its id and name.
export function useUpload() {
  const { workspace } = useSession();
  return useMutation({
    mutationFn: (file: File) =>
      call<StoredFile>('POST', workspacePath(workspace, 'files'), { raw: file, query: { name: file.name } }),
  });
}

/// The address to download something of the workspace from.
export function useDownload() {
  const { workspace } = useSession();
  return (path: string) => `/api/v1/${workspacePath(workspace, path)}`;
}
