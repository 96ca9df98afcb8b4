// The tenant in a thread of its own: it only passes messages, and gives page bytes away instead of copying them.

import type { ReaderReply, ReaderRequest } from './reader-messages';
import { createTenantReader } from './tenant-reader';

const reader = createTenantReader();

addEventListener('message', (event: MessageEvent<ReaderRequest>) => {
  void answer(event.data).catch((error: unknown) => {
    reply({ kind: 'failed', number: event.data.number, message: error instanceof Error ? error.message : String(error) });
  });
});

async function answer(request: ReaderRequest): Promise<void> {
  const { number } = request;
  if (request.kind === 'count') {
    const count = await reader.count(request.scope, (share) => reply({ kind: 'progress', number, share }));
    reply({ kind: 'counted', number, count });
  } else if (request.kind === 'facts') {
    reply({ kind: 'facts', number, facts: await reader.facts(request.tenant) });
  } else if (request.kind === 'mailboxRecords') {
    reply({ kind: 'mailboxRecords', number, records: await reader.mailboxRecords(request.tenant, request.request) });
  } else {
    const bytes = await reader.page(request.scope, request.request);
    reply({ kind: 'page', number, bytes }, [bytes.buffer]);
  }
}

function reply(message: ReaderReply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
