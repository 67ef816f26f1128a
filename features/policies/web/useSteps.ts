// The steps of all procedures in force, for choosing one by its title.
import { get, useList, useSession, workspacePath, type ItemOf } from '@api';
import { useQueries } from '@tanstack/react-query';

export interface Step {
  id: string;
  title: string;
}
/// Rules within rules have no end that the server could describe, so that steps come as they are.
type Procedure = Omit<ItemOf<'procedures'>, 'steps'> & { steps: Step[] };

/// Every step once, in the order of its procedure.
export function useSteps(): Step[] {
  const { workspace } = useSession();
  const list = useList('procedures', { limit: 50 });
  const details = useQueries({
    queries: (list.data?.items ?? []).map(({ id }) => ({
      queryKey: [workspace, 'procedures', 'item', id],
      queryFn: () => get<Procedure>(workspacePath(workspace, `procedures/${id}`)),
    })),
  });
  const steps = details.flatMap((each) => each.data?.steps ?? []);
  return steps.filter((step, at) => steps.findIndex((other) => other.id === step.id) === at);
}
