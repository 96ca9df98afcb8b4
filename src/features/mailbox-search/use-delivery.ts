import { useEffect, useRef, useState } from 'react';
import { labelOf } from '~/domain/catalogue/catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import { entryFields } from '~/domain/mailbox-log/mailbox-audit-entry';
import { newestFirst, wholeSet } from '~/domain/view/result-view';
import type { ExportFormat } from '~/engine/record-set';
import { fileStamp, safeFileName } from '~/lib/file-name';
import { readWhole } from '~/records/read-whole';
import { toDownloads } from '~/ui/save-file';
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
      const save = toDownloads(fileName, kind === 'XML' ? 'application/xml' : 'text/csv;charset=utf-8');
      await readWhole(held.set, asked, own.signal, (view) =>
        save(view.export(kind === 'XML' ? { kind: 'mailboxXml' } : csv), { signal: own.signal, onProgress: () => {} }),
      );
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
