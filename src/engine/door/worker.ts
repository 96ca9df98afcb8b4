// The engine's worker: passes messages, and holds a lock by which the page learns of its end.

import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { openKeptFile } from '~/engine/store/kept-file';
import { ColumnRecordSet } from './column-record-set';
import type { Reply, Request } from './protocol';
import { serve } from './serve';

const receive = serve(new ColumnRecordSet(auditLog, openKeptFile), (reply, transfer) => self.postMessage(reply, { transfer }));

// Never let go. A worker that a browser ends, for want of memory mostly, says nothing to anybody, but loses its locks.
const isHolding = new Promise<void>((holding) => {
  const hold = () => {
    self.postMessage({ holds: self.name } satisfies Reply);
    holding();
    return new Promise(() => undefined);
  };
  // Pages that are not served over HTTPS have no locks.
  if (navigator.locks) void navigator.locks.request(self.name, hold);
  else holding();
});

self.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  await isHolding;
  await receive(data);
});
