import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Search } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import { ApiError } from '~/domain/errors/errors';
import { emptyQuery } from '~/domain/query/audit-query';
import type { RecordSet } from '~/engine/record-set';
import { recordSets } from '~/records/held-record-sets';
import { useSetState } from '~/records/use-set-state';
import { FillSearch } from './fill-search';

const query = { ...emptyQuery('2026-11-14T00:00:00.000Z', '2026-11-21T00:00:00.000Z'), objects: ['falcon'] };

function Filled({ set, notices, empty }: { readonly set: RecordSet; readonly notices: ReactNode; readonly empty: ReactNode }) {
  const { coverage } = useSetState(set);
  return (
    <>
      <p>{coverage}</p>
      {notices}
      {coverage !== 'filling' && empty}
    </>
  );
}

let searches = 0;
async function show(answer: () => Promise<Uint8Array<ArrayBuffer>>) {
  searches++;
  const search: Search = {
    id: `fill ${searches}`,
    name: 'Falcon',
    query,
    status: 'succeeded',
    approximateCount: undefined,
    isLimitExceeded: false,
    countLimit: undefined,
  };
  const graph: GraphClient = { request: async () => new Response(await answer()) };
  await render(
    <FluentProvider theme={webLightTheme}>
      <FillSearch
        search={search}
        graph={graph}
        retentionDays={180}
        keep={undefined}
        renderFilled={({ held, notices, empty }) => <Filled set={held.set} notices={notices} empty={empty} />}
      />
    </FluentProvider>,
  );
  return () => recordSets.release(`search ${search.id}`);
}

const pageOf = (...records: unknown[]) => new TextEncoder().encode(JSON.stringify({ value: records }));
const notFound = () => page.getByRole('heading', { name: 'The service found no record' });

test('a first page that is refused is no search without records', async () => {
  const release = await show(() => Promise.reject(new ApiError('forbidden', { action: 'read the records' })));
  await expect.element(page.getByText('Could not read the records')).toBeVisible();
  await expect.element(page.getByText('incomplete')).toBeVisible();
  await expect.element(notFound()).not.toBeInTheDocument();
  await expect.element(page.getByText(/The 0 records/)).not.toBeInTheDocument();
  release();
});

test('a search without records says which wildcards would find more', async () => {
  const release = await show(async () => pageOf());
  await expect.element(notFound()).toBeVisible();
  await expect.element(page.getByText('*falcon*, with wildcards', { exact: false })).toBeVisible();
  release();
});

test('records that could not be read are not called not found', async () => {
  const release = await show(async () => pageOf(null, { nonsense: true }));
  await expect.element(page.getByRole('heading', { name: 'No record could be read' })).toBeVisible();
  await expect.element(notFound()).not.toBeInTheDocument();
  release();
});
