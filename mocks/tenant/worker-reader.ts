// The tenant reader served by a worker, so that a scan of a million records never holds up the page.

import type { ReaderReply, ReaderRequest } from './reader-messages';
import type { TenantReader } from './tenant-reader';

interface Waiting {
  readonly settle: (reply: ReaderReply) => void;
  readonly fail: (error: Error) => void;
  readonly onProgress: ((share: number) => void) | undefined;
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'number'> : never;

export function createWorkerReader(): TenantReader {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'mocked-tenant' });
  const waiting = new Map<number, Waiting>();
  let last = 0;

  worker.addEventListener('message', ({ data: reply }: MessageEvent<ReaderReply>) => {
    const request = waiting.get(reply.number);
    if (reply.kind === 'progress') {
      request?.onProgress?.(reply.share);
      return;
    }
    waiting.delete(reply.number);
    if (reply.kind === 'failed') request?.fail(new Error(reply.message));
    else request?.settle(reply);
  });
  worker.addEventListener('error', (event) => {
    for (const request of waiting.values()) request.fail(new Error(`The mocked tenant stopped: ${event.message}`));
    waiting.clear();
  });

  const ask = (request: Unnumbered<ReaderRequest>, onProgress?: (share: number) => void) =>
    new Promise<ReaderReply>((settle, fail) => {
      last += 1;
      waiting.set(last, { settle, fail, onProgress });
      worker.postMessage({ ...request, number: last });
    });

  return {
    async count(scope, onProgress) {
      const reply = await ask({ kind: 'count', scope }, onProgress);
      if (reply.kind !== 'counted') throw new Error('The mocked tenant gave the wrong answer to a count.');
      return reply.count;
    },
    async page(scope, request) {
      const reply = await ask({ kind: 'page', scope, request });
      if (reply.kind !== 'page') throw new Error('The mocked tenant gave the wrong answer to a page.');
      return reply.bytes;
    },
    async facts(tenant) {
      const reply = await ask({ kind: 'facts', tenant });
      if (reply.kind !== 'facts') throw new Error('The mocked tenant gave the wrong answer to a question.');
      return reply.facts;
    },
    async mailboxRecords(tenant, request) {
      const reply = await ask({ kind: 'mailboxRecords', tenant, request });
      if (reply.kind !== 'mailboxRecords') throw new Error('The mocked tenant gave the wrong answer about mailboxes.');
      return reply.records;
    },
  };
}
