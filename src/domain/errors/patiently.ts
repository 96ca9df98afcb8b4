import { sleep as realSleep } from '~/lib/sleep';
import { triesAgain, waitBeforeRetry } from './retry';

export interface Patience {
  readonly signal?: AbortSignal | undefined;
  /** Rejects when aborted. Tests need not wait. */
  readonly sleep?: typeof realSleep | undefined;
}

/** What `ask` answers, asked again as `retry.ts` has it; only for what may be asked twice. */
export async function patiently<Answer>(
  ask: () => Promise<Answer>,
  { signal, sleep = realSleep }: Patience = {},
): Promise<Answer> {
  for (let failures = 1; ; failures++) {
    try {
      return await ask();
    } catch (error) {
      if (signal?.aborted || !triesAgain(error, failures)) throw error;
      await sleep(waitBeforeRetry(error, failures), signal);
    }
  }
}
