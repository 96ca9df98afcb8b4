// Rules are read and compiled in a worker of their own: a file can be written so that this takes for ever, and only a worker can be
// ended while it works. The file that it was at is refused by its name, and the others are read anew.

import { refusedFile } from '~/domain/detections/read-rules';
import { contentWith, type OwnRules, type RuleBookContent, withoutThese } from '~/domain/detections/rule-book-content';

export interface RulesAsked {
  readonly own: readonly OwnRules[];
  readonly files: readonly File[];
}

/** `toRead`: how many files there are from the one that is read now; with 0 all are being compiled together. */
export type RulesTold = { readonly toRead: number } | { readonly content: RuleBookContent };

/** What is used of a `Worker`; tests put something else in its place. */
export interface RulePort {
  postMessage(asked: RulesAsked): void;
  addEventListener(type: 'message', listener: (event: { readonly data: RulesTold }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

const longestMs = 10_000;
const tooSlow = 'It takes longer to read than the 10 seconds that Ledgerline gives to a file of rules.';
const tooMuch = 'What reads rules ended over it. It may need more memory than the browser gives.';

/**
 * Files take the place of those with the same names. `onToRead` is told how many are still to be read. Rejects with the reason of
 * `signal`, and with nothing else.
 */
export async function readRulesApart(
  { own, files }: RulesAsked,
  onToRead: (toRead: number) => void,
  signal: AbortSignal,
  start: () => RulePort = startWorker,
): Promise<RuleBookContent> {
  let known = own;
  let left = files;
  while (left.length > 0) {
    const { content, stuck } = await readOnce({ own: known, files: left }, onToRead, signal, start);
    if (content) return content;
    const names = new Set(stuck.map(({ name }) => name));
    known = [...withoutThese(known, stuck), ...stuck];
    left = left.filter(({ name }) => !names.has(name));
  }
  return contentWith(known);
}

function startWorker(): RulePort {
  return new Worker(new URL('./rule-worker.ts', import.meta.url), { type: 'module' });
}

/** The content, or files that ended the worker or had to be ended with it. */
type Outcome =
  | { readonly content: RuleBookContent; readonly stuck?: never }
  | { readonly content?: never; readonly stuck: readonly OwnRules[] };

function readOnce(
  asked: RulesAsked,
  onToRead: (toRead: number) => void,
  signal: AbortSignal,
  start: () => RulePort,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = start();
    let at = asked.files;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.terminate();
    };
    const finish = (outcome: Outcome) => {
      end();
      resolve(outcome);
    };
    const refuse = (reason: string) => finish({ stuck: at.map(({ name }) => ({ name, ...refusedFile(name, reason) })) });
    const onAbort = () => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort);
    worker.addEventListener('error', () => refuse(tooMuch));
    worker.addEventListener('message', ({ data }) => {
      if ('content' in data) return finish(data);
      at = data.toRead === 0 ? asked.files : asked.files.slice(-data.toRead).slice(0, 1);
      onToRead(data.toRead);
      clearTimeout(timer);
      timer = setTimeout(() => refuse(tooSlow), longestMs);
    });
    worker.postMessage(asked);
  });
}
