import { useNavigate, useRouteContext } from '@tanstack/react-router';
import { CaseworkCommands } from '~/features/casework/casework-commands';
import { SearchCommands } from '~/features/searches/search-commands';

/** What the command palette opens by name: saved views, cases and searches. */
export function KeptCommands() {
  const { casework, graph } = useRouteContext({ from: '__root__' });
  const navigate = useNavigate();
  return (
    <>
      <CaseworkCommands casework={casework} onCase={(caseId) => void navigate({ to: '/cases/$caseId', params: { caseId } })} />
      <SearchCommands graph={graph} onOpen={(searchId) => void navigate({ to: '/search/$searchId', params: { searchId } })} />
    </>
  );
}
