// Detections run over a whole set, one after the other, so that a worker that is asked has time for the rows on the screen. What
// cannot be run, and what failed, hinders none of the others.

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Detection } from '~/domain/detections/compile-rules';
import type { Correlated } from '~/domain/view/correlation';
import { newestFirst, wholeSet } from '~/domain/view/result-view';
import type { RecordSet, SetState } from '~/engine/record-set';
import { growthStage } from '~/lib/growth';
import { type EpochMs, minuteMs } from '~/lib/time';
import type { HeldRecordSet } from './held-record-sets';
import { inThisBrowser } from './in-this-browser';
import { readWhole } from './read-whole';

type DetectionOf<Kind extends Detection['kind']> = Extract<Detection, { readonly kind: Kind }>;

/** What became of a detection. */
export type Finding =
  /** `first` and `last` are the times of records, and absent where there is none. */
  | {
      readonly kind: 'records';
      readonly detection: DetectionOf<'records'>;
      readonly count: number;
      readonly first: EpochMs | undefined;
      readonly last: EpochMs | undefined;
    }
  /** The latest 100 of `count` stretches. */
  | {
      readonly kind: 'correlated';
      readonly detection: DetectionOf<'correlation'>;
      readonly count: number;
      readonly found: readonly Correlated[];
    }
  | { readonly kind: 'cannot'; readonly detection: DetectionOf<'cannot'> }
  | { readonly kind: 'failed'; readonly detection: Detection; readonly error: unknown };

const mostStretches = 100;

/**
 * One for each detection, in their order. `onProgress` is told how many of them are done. Rejects with the reason of `signal`, and
 * with nothing else. There is one view open at a time.
 */
export async function runDetections(
  set: RecordSet,
  detections: readonly Detection[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const detection of detections) {
    findings.push(await run(set, detection, signal));
    onProgress(findings.length);
  }
  return findings;
}

async function run(set: RecordSet, detection: Detection, signal: AbortSignal): Promise<Finding> {
  try {
    signal.throwIfAborted();
    switch (detection.kind) {
      case 'records':
        return await findRecords(set, detection, signal);
      case 'correlation':
        return await findStretches(set, detection, signal);
      case 'cannot':
        return { kind: 'cannot', detection };
    }
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'failed', detection, error };
  }
}

function findRecords(set: RecordSet, detection: DetectionOf<'records'>, signal: AbortSignal): Promise<Finding> {
  const asked = { text: '', filters: [detection.filter], sort: [...newestFirst] };
  return readWhole(set, asked, signal, async (view, count): Promise<Finding> => {
    const timeAt = async (row: number) => (await view.rows(row, 1, [], signal))[0]?.time;
    const [last, first] = count === 0 ? [] : await Promise.all([timeAt(0), timeAt(count - 1)]);
    return { kind: 'records', detection, count, first, last };
  });
}

function findStretches(set: RecordSet, detection: DetectionOf<'correlation'>, signal: AbortSignal): Promise<Finding> {
  return readWhole(set, wholeSet, signal, async (view): Promise<Finding> => {
    const { count, found } = await view.correlate(detection.correlation, mostStretches, signal);
    return { kind: 'correlated', detection, count, found };
  });
}

/** Detections that are run together. */
export interface DetectionsAsked {
  /** Never used twice: of rules with the same ids one may have been edited. */
  readonly id: number;
  readonly detections: readonly Detection[];
}

/**
 * The findings in a set; the last ones stay until the next are there. While records arrive they are worked out anew whenever these
 * have doubled.
 */
export function detectionsQuery(
  { id, set }: HeldRecordSet,
  asked: DetectionsAsked,
  { records, coverage }: Pick<SetState, 'records' | 'coverage'>,
  onProgress: (done: number) => void,
) {
  return queryOptions({
    ...inThisBrowser,
    // Findings are looked into one by one, each time with other records on the screen.
    gcTime: 15 * minuteMs,
    queryKey: ['detections', id, set.state.get().addresses.edition, asked.id, growthStage(records, coverage === 'filling')],
    placeholderData: keepPreviousData,
    structuralSharing: false,
    queryFn: ({ signal }) => {
      onProgress(0);
      return runDetections(set, asked.detections, signal, onProgress);
    },
  });
}
