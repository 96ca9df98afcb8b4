import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { lazy } from 'react';
import { type Config, tenantLabel } from '~/api/config';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import type { GraphClient } from '~/api/graph-client';
import type { Account } from '~/api/sign-in';
import { useKeptBooks } from '~/features/addresses/use-kept-books';
import { Shell } from '~/features/frame/shell';
import { useKeeping } from '~/features/kept/use-keeping';
import { type Casework, CaseworkContext } from '~/records/casework';
import type { KeptSets } from '~/records/kept-sets';

// Loaded with the command palette.
const KeptCommands = lazy(async () => ({ default: (await import('./-kept-commands')).KeptCommands }));

export interface RouterContext {
  readonly config: Config;
  readonly account: Account;
  readonly graph: GraphClient;
  /** Absent where cmdlets cannot be run from here. */
  readonly exchange: PagedExchangeAdmin | undefined;
  readonly queryClient: QueryClient;
  /** Records that are kept in this browser for this account. */
  readonly kept: KeptSets;
  /** Marks, saved views and cases that are kept in this browser for this tenant. */
  readonly casework: Casework;
}

export const Route = createRootRouteWithContext<RouterContext>()({ component: Root });

function Root() {
  const { config, casework, kept } = Route.useRouteContext();
  const { keep } = useKeeping(kept);
  useKeptBooks(kept.owner, kept.isPossible && keep !== undefined);
  return (
    <CaseworkContext value={casework}>
      <Shell tenant={tenantLabel(config)} commands={<KeptCommands />} />
    </CaseworkContext>
  );
}
