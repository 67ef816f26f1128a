// The steps of all procedures in force, for choosing one by its title.
import { get, useList, useSession, workspacePath, type Item } from '@api';
import { useQueries } from '@tanstack/react-query';

export interface Step {
  id: string;
  title: string;
}
type Procedure = Item & { steps?: Step[] };

/// Every step once, in the order of its procedure.
export function useSteps(): Step[] {
  const { workspace } = useSession();
  const list = useList<Procedure>('procedures', { limit: 50 });
  const details = useQueries({
    queries: (list.data?.items ?? []).map(({ id }) => ({
      queryKey: [workspace, 'procedures', 'item', id],
      queryFn: () => get<Procedure>(workspacePath(workspace, `procedures/${id}`)),
    })),
  });
  const steps = details.flatMap((each) => each.data?.steps ?? []);
  return steps.filter((step, at) => steps.findIndex((other) => other.id === step.id) === at);
}
