// A results screen over a set in this thread, for component tests.

import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { parseResultParams, type ResultParams, type ResultParamsInput } from '~/features/results/result-params';
import { ResultsScreen } from '~/features/results/results-screen';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { resultsParts } from './-results-parts';

const users = ['ada@contoso.com', 'bob@contoso.com', 'cleo@contoso.com'];

export function recordAt(index: number) {
  const user = users[index % 3];
  const operation = 'FileAccessed';
  return {
    id: `id-${index}`,
    createdDateTime: new Date(Date.UTC(2026, 10, 14) + index * 60_000).toISOString(),
    auditLogRecordType: 'SharePointFileOperation',
    operation,
    userPrincipalName: user,
    clientIp: `203.0.113.${index % 200}`,
    objectId: `file ${index}.docx`,
    auditData: {
      Id: `id-${index}`,
      ResultStatus: index % 10 === 0 ? 'Failed' : 'Succeeded',
      Operation: operation,
      UserId: user,
      Secret: `needle${index}`,
      FileSizeBytes: index * 1000,
    },
  };
}

export function pageOf(from: number, count: number, extra: unknown[] = []): Uint8Array {
  const value = [...Array.from({ length: count }, (_, index) => recordAt(from + index)), ...extra];
  return new TextEncoder().encode(JSON.stringify({ value }));
}

let sets = 0;
export async function heldWith(count: number, set = new ArrayRecordSet()): Promise<HeldRecordSet> {
  if (count > 0) await set.page(pageOf(0, count));
  set.cover('complete');
  sets++;
  return { key: `test ${sets}`, id: sets, set, intake: set, released: new AbortController().signal };
}

let params: ResultParams;

/** What the address would say. */
export const shownParams = () => params;

export function Screen({ held, ...input }: ResultParamsInput & { readonly held: HeldRecordSet }) {
  const [queryClient] = useState(() => new QueryClient());
  const [current, setCurrent] = useState(() => parseResultParams(input));
  params = current;
  return (
    <FluentProvider theme={webLightTheme} style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <QueryClientProvider client={queryClient}>
        <ResultsScreen
          {...resultsParts}
          renderSaving={() => null}
          renderFieldsHint={() => null}
          held={held}
          title="Week 46"
          description="Everything, by anyone"
          source="Microsoft Graph"
          empty={<p>Nothing was found</p>}
          params={current}
          onParams={(change) => setCurrent((last) => ({ ...last, ...change }))}
          renderRecord={({ record, position, onNext, onPrevious, onChoose, onClose }) => (
            <>
              <h2>{record.recordId}</h2>
              <p>{position}</p>
              <button type="button" disabled={!onPrevious} onClick={onPrevious}>
                Previous
              </button>
              <button type="button" disabled={!onNext} onClick={onNext}>
                Next
              </button>
              <button type="button" onClick={() => onChoose({ field: 'user', value: 'ada@contoso.com' }, 'only')}>
                Only Ada
              </button>
              <button type="button" onClick={onClose}>
                Close
              </button>
            </>
          )}
          renderExport={({ set, fields }) => <p>{`export of ${set.state.get().records} records, ${fields.length} columns`}</p>}
        />
      </QueryClientProvider>
    </FluentProvider>
  );
}

export async function show({ records, ...params }: ResultParamsInput & { readonly records: number }) {
  const held = await heldWith(records);
  await render(<Screen held={held} {...params} />);
  return held;
}

export const grid = () => page.getByRole('grid', { name: 'Records' });
export const header = (name: string) => page.getByRole('columnheader', { name, exact: true });
export const firstRow = () => grid().getByRole('row').nth(1);
