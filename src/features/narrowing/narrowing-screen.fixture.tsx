// The narrowing bar above a set of plain arrays, for component tests.

import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Filter } from '~/domain/view/filter';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { FilterDraft } from '~/records/narrowing';
import { createViewFollower } from '~/records/view-follower';
import { NarrowingBar } from './narrowing-bar';

const users = ['ada@contoso.com', 'ada@contoso.com', 'bob@contoso.com'];

function recordAt(index: number) {
  return {
    id: `id-${index}`,
    createdDateTime: new Date(Date.UTC(2026, 10, 14) + index * 60_000).toISOString(),
    auditLogRecordType: 'SharePointFileOperation',
    operation: index % 4 === 0 ? 'FileDownloaded' : 'FileAccessed',
    userPrincipalName: users[index % 3],
    clientIp: `203.0.113.${index % 5}`,
    objectId: index === 0 ? 'two\nlines' : `file ${index}.docx`,
    auditData: { Id: `id-${index}`, UserId: users[index % 3], Subject: `offer ${index}` },
  };
}

let sets = 0;

async function heldRecords(): Promise<HeldRecordSet> {
  const set = new ArrayRecordSet();
  await set.page(new TextEncoder().encode(JSON.stringify({ value: Array.from({ length: 12 }, (_, index) => recordAt(index)) })));
  set.cover('complete');
  sets++;
  return { key: `test ${sets}`, id: sets, set, intake: set, released: new AbortController().signal };
}

/** What was asked for; `steps` counts those that the history would have. */
export interface Asked {
  readonly text: string;
  readonly filters: readonly Filter[];
  readonly steps: number;
}

let asked: Asked;

export const shownAsked = () => asked;

interface ScreenProps {
  readonly held: HeldRecordSet;
  readonly text: string;
  readonly filters: readonly Filter[];
  readonly isDark: boolean;
}

function Screen({ held, isDark, ...first }: ScreenProps) {
  const [queryClient] = useState(() => new QueryClient());
  const [current, setCurrent] = useState<Asked>({ ...first, steps: 0 });
  const [draft, setDraft] = useState<FilterDraft>();
  const follower = useMemo(() => createViewFollower(held.set, async () => 0), [held]);
  const { shown } = useSyncExternalStore(follower.state.subscribe, follower.state.get);
  const { text, filters } = current;
  useEffect(() => follower.follow({ text, filters: [...filters], sort: [] }), [follower, text, filters]);
  asked = current;
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ padding: 8, minHeight: '480px' }}>
      <QueryClientProvider client={queryClient}>
        <NarrowingBar
          held={held}
          shown={shown}
          zone="utc"
          text={text}
          filters={filters}
          onText={(text) => setCurrent((last) => ({ ...last, text }))}
          onFilters={(filters) => setCurrent((last) => ({ ...last, filters, steps: last.steps + 1 }))}
          fields={['user', 'operation']}
          draft={draft}
          onDraft={setDraft}
          isPanelOpen={false}
          onPanel={() => {}}
        />
        <p>{shown?.state.rowCount} records are shown</p>
      </QueryClientProvider>
    </FluentProvider>
  );
}

export async function show(first: Partial<Omit<ScreenProps, 'held'>> = {}): Promise<void> {
  await render(<Screen text="" filters={[]} isDark={false} {...first} held={await heldRecords()} />);
}

export const box = () => page.getByRole('combobox', { name: 'Search in these records' });
export const pills = () => page.getByRole('list', { name: 'Filters' });
export const suggestions = () => page.getByRole('listbox', { name: 'Suggestions' });
