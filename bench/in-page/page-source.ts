// Stands in for the network: pages of records are made in a worker of their own, one at a time and only when asked for, so that
// making them takes nothing from the contender that is being measured.

import type { PageRequest } from './page-request';
export interface PageSource {
  page(request: PageRequest): Promise<Uint8Array<ArrayBuffer>>;
  close(): void;
}

export function createPageSource(): PageSource {
  const worker = new Worker(new URL('./page-source-worker.ts', import.meta.url), { type: 'module' });
  return {
    page: (request) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(request);
      }),
    close: () => worker.terminate(),
  };
}
