// The engine's worker: passes messages, and nothing else.

import { ColumnRecordSet } from './column-record-set';
import type { Request } from './protocol';
import { serve } from './serve';

const receive = serve(new ColumnRecordSet(), (reply, transfer) => self.postMessage(reply, { transfer }));

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void receive(data);
});
