import { useEffect, useRef, useState } from 'react';
import { labelOf } from '~/domain/catalogue';
import { entryFields } from '~/domain/mailbox-audit-entry';
import { mailboxLog } from '~/domain/mailbox-log-catalogue';
import { newestFirst, wholeSet } from '~/domain/result-view';
import type { ExportFormat } from '~/engine/record-set';
import { fileStamp, safeFileName } from '~/lib/file-name';
import { readWhole } from '~/records/read-whole';
import { download } from '~/ui/download';
import type { Log } from './use-log';

export type DeliveryKind = 'XML' | 'CSV';

export type DeliveryState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'writing' }
  /** Other logs were opened meanwhile, and only so many are held. */
  | { readonly kind: 'displaced' }
  | { readonly kind: 'saved'; readonly fileName: string; readonly format: DeliveryKind }
  | { readonly kind: 'failed'; readonly error: unknown };

/** All there is to say of an entry, under Exchange's own names, with the name of the activity before that of the action. */
const csv: ExportFormat = {
  kind: 'columns',
  bom: true,
  columns: [
    ...(['time', 'operation'] as const).map((field) => ({ field, label: labelOf(mailboxLog, field) })),
    ...entryFields.map(({ name }) => ({ field: `path:${name}` as const, label: name })),
  ],
  timeZone: 'utc',
};

/** Reads the log, then saves it as a file. Leaving the page ends the saving, not the reading. */
export function useDelivery(name: string, openLog: () => Log) {
  const [state, setState] = useState<DeliveryState>({ kind: 'ready' });
  const [log, setLog] = useState<Log>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const deliver = async (kind: DeliveryKind) => {
    const own = new AbortController();
    controller.current = own;
    const { held, reading } = openLog();
    setLog({ held, reading });
    setState({ kind: 'reading' });
    try {
      await reading.resume();
      own.signal.throwIfAborted();
      const { status, error } = reading.state.get();
      if (error !== undefined) throw error;
      if (status === 'cancelled') return setState({ kind: held.released.aborted ? 'displaced' : 'ready' });
      setState({ kind: 'writing' });
      const fileName = `${safeFileName(name, 'SearchResult')} ${fileStamp(Date.now())}.${kind.toLowerCase()}`;
      const asked = { ...wholeSet, sort: [...newestFirst] };
      const file = await readWhole(held.set, asked, own.signal, (view) =>
        collect(view.export(kind === 'XML' ? { kind: 'mailboxXml' } : csv), kind, own.signal),
      );
      download(file, fileName);
      setState({ kind: 'saved', fileName, format: kind });
    } catch (error) {
      setState(own.signal.aborted ? { kind: 'ready' } : { kind: 'failed', error });
    }
  };
  const cancel = () => {
    log?.reading.cancel();
    controller.current?.abort();
  };
  return { state, log, deliver, cancel };
}

/** Browsers keep what a response holds on disk where it is large. */
function collect(bytes: ReadableStream<Uint8Array>, kind: DeliveryKind, signal: AbortSignal): Promise<Blob> {
  const type = kind === 'XML' ? 'application/xml' : 'text/csv;charset=utf-8';
  // The engine makes its chunks in memory that is not shared between threads.
  const stream = bytes as ReadableStream<Uint8Array<ArrayBuffer>>;
  const stoppable = stream.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(), { signal });
  return new Response(stoppable, { headers: { 'Content-Type': type } }).blob();
}
