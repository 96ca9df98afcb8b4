import { useEffect, useRef, useState } from 'react';
import type { ExportFormat, RecordView } from '~/engine/record-set';
import { download } from '~/ui/download';
import { collectStream } from './collect-stream';
import { exportFileName } from './file-name';

export type ExportState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'done'; readonly fileName: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/** One export at a time; it ends with whoever asked for it. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'ready' });
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async (view: RecordView, format: ExportFormat, name: string) => {
    const own = new AbortController();
    controller.current = own;
    setState({ kind: 'running', bytes: 0 });
    try {
      const blob = await collectStream(view.export(format), {
        type: format.kind === 'mailboxXml' ? 'application/xml' : 'text/csv;charset=utf-8',
        signal: own.signal,
        onProgress: (bytes) => setState({ kind: 'running', bytes }),
      });
      const fileName = exportFileName(name, format.kind, Date.now());
      download(blob, fileName);
      setState({ kind: 'done', fileName, bytes: blob.size });
    } catch (error) {
      setState(own.signal.aborted ? { kind: 'ready' } : { kind: 'failed', error });
    }
  };
  return { state, start, cancel: () => controller.current?.abort() };
}
