// The list of indicators that is looked for: what was typed, and what was asked for last. It stays while the panel is closed and while
// other records are looked at, and is gone when the page is loaded again: it says what an investigation is about.

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { filterOf, filterOfAny, type Indicator } from '~/domain/indicators/indicator';
import { type ReadIndicators, readIndicators } from '~/domain/indicators/read-indicators';
import { wholeSet } from '~/domain/view/result-view';
import type { Matches, SetState } from '~/engine/record-set';
import { growthStage } from '~/lib/growth';
import { createStore, type Store } from '~/lib/store';
import { minuteMs } from '~/lib/time';
import type { HeldRecordSet } from './held-record-sets';
import { inThisBrowser } from './in-this-browser';
import { readWhole } from './read-whole';

/** Never changed; another list has another id. */
export interface IndicatorsAsked extends ReadIndicators {
  readonly id: number;
  /** What they were read from. */
  readonly text: string;
}

export interface IndicatorListState {
  readonly typed: string;
  readonly asked: IndicatorsAsked | undefined;
  /** Why a file was not opened. */
  readonly refusedFiles: readonly { readonly what: string; readonly reason: string }[];
}

export interface IndicatorList {
  readonly state: Store<IndicatorListState>;
  type(text: string): void;
  /** Puts what is in files behind what was typed. */
  open(files: readonly File[]): Promise<void>;
  /** Looks for what was typed. */
  ask(): void;
  /** Looks for nothing. */
  stop(): void;
}

const largestFile = 1_000_000;

export function createIndicatorList(): IndicatorList {
  const state = createStore<IndicatorListState>({ typed: '', asked: undefined, refusedFiles: [] });
  let asked = 0;
  const type = (typed: string) => state.set({ ...state.get(), typed });
  return {
    state,
    type,
    async open(files) {
      state.set({ ...state.get(), refusedFiles: [] });
      for (const file of files) {
        const text = file.size > largestFile ? undefined : await file.text().catch(() => undefined);
        const { typed, refusedFiles } = state.get();
        if (text === undefined) {
          const reason =
            file.size > largestFile ? 'It is larger than 1 MB, which no list of indicators is.' : 'It could not be read.';
          state.set({ ...state.get(), refusedFiles: [...refusedFiles, { what: file.name, reason }] });
        } else type(typed === '' || typed.endsWith('\n') ? typed + text : `${typed}\n${text}`);
      }
    },
    ask() {
      const { typed } = state.get();
      state.set({ ...state.get(), asked: { ...readIndicators(typed), id: ++asked, text: typed } });
    },
    stop: () => state.set({ ...state.get(), asked: undefined }),
  };
}

/** Of this page. */
export const indicatorList = createIndicatorList();

export interface FoundIndicator extends Matches {
  readonly indicator: Indicator;
}

export interface IndicatorFindings {
  /** Of the list. */
  readonly asked: number | undefined;
  /** The most frequent first, and else as they were typed. */
  readonly found: readonly FoundIndicator[];
  readonly missing: readonly Indicator[];
  /** Of records in which at least one is found. */
  readonly together: number;
}

/**
 * In all records of a set; what was found last stays until the next is there. While records arrive it is looked for anew whenever these
 * have doubled.
 */
export function indicatorsQuery(
  { id, set }: HeldRecordSet,
  asked: IndicatorsAsked | undefined,
  { records, coverage }: Pick<SetState, 'records' | 'coverage'>,
) {
  return queryOptions({
    ...inThisBrowser,
    // What is found is looked into one by one, each time with other records on the screen.
    gcTime: 15 * minuteMs,
    queryKey: ['indicators', id, asked?.id, growthStage(records, coverage === 'filling')],
    enabled: asked !== undefined,
    placeholderData: asked && keepPreviousData,
    structuralSharing: false,
    queryFn: ({ signal }) => {
      const indicators = asked?.indicators ?? [];
      return readWhole(set, wholeSet, signal, async (view): Promise<IndicatorFindings> => {
        const matches = await view.matches([...indicators.map(filterOf), filterOfAny(indicators)], signal);
        const all = indicators.flatMap((indicator, at) => {
          const each = matches[at];
          return each ? [{ ...each, indicator }] : [];
        });
        return {
          asked: asked?.id,
          found: all.filter(({ records }) => records > 0).sort((a, b) => b.records - a.records),
          missing: all.flatMap(({ indicator, records }) => (records === 0 ? [indicator] : [])),
          together: matches.at(-1)?.records ?? 0,
        };
      });
    },
  });
}
