// CPU profiles of a page and of its workers, to be opened in Chromium's DevTools.

import { writeFileSync } from 'node:fs';
import type { BrowserSession } from './browser-session';

interface Answer {
  readonly id?: number;
  readonly result?: { readonly profile?: unknown };
}

/** Writes `file`.page.cpuprofile and `file`.worker-1.cpuprofile and so on, of what ran while `work` did. */
export async function profiled<T>({ page }: BrowserSession, file: string, work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const workers = new Set<string>();
  const waiting = new Map<number, { worker: string; resolve: (answer: Answer) => void }>();
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId));
  // A worker that ended takes its profile with it.
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    workers.delete(sessionId);
    for (const { worker, resolve } of waiting.values()) if (worker === sessionId) resolve({});
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer: Answer = JSON.parse(message);
    waiting.get(answer.id ?? -1)?.resolve(answer);
  });
  let count = 0;
  const tell = (worker: string, method: string, params = {}) =>
    new Promise<Answer>((resolve) => {
      const id = ++count;
      waiting.set(id, { worker, resolve });
      const message = JSON.stringify({ id, method, params });
      session.send('Target.sendMessageToTarget', { sessionId: worker, message }).catch(() => resolve({}));
    });

  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await session.send('Profiler.enable');
  await session.send('Profiler.start');
  for (const worker of workers) {
    await tell(worker, 'Profiler.enable');
    await tell(worker, 'Profiler.start');
  }
  const value = await work();
  const { profile } = await session.send('Profiler.stop');
  writeFileSync(`${file}.page.cpuprofile`, JSON.stringify(profile));
  let number = 0;
  for (const worker of [...workers]) {
    const { result } = await tell(worker, 'Profiler.stop');
    if (result?.profile) writeFileSync(`${file}.worker-${++number}.cpuprofile`, JSON.stringify(result.profile));
  }
  await session.detach();
  return value;
}
