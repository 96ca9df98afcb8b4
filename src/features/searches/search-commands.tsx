import { useQuery } from '@tanstack/react-query';
import { searchesQuery } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import { useCommands } from '~/ui/use-command';
import { useSearchJournal } from './search-journal';
import { toRows } from './search-rows';

export interface SearchCommandsProps {
  readonly graph: GraphClient;
  onOpen(searchId: string): void;
}

/**
 * Offers the searches of the tenant by name, as they were listed last. It asks for none: that may want the person to sign in again.
 * Of those that are called the same the newest is offered, which the service tells first. Shows nothing.
 */
export function SearchCommands({ graph, onOpen }: SearchCommandsProps) {
  const { data } = useQuery({ ...searchesQuery(graph), enabled: false, refetchInterval: false });
  const { journal } = useSearchJournal();
  useCommands(
    toRows(data ?? [], journal).map(({ search, name }) => ({
      group: 'Open',
      label: `Open search: ${name}`,
      run: () => onOpen(search.id),
    })),
  );
  return null;
}
