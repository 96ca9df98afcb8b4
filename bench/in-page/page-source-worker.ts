import { portalPage } from './generate-portal-events';
import { graphPage } from './generate-records';
import type { PageRequest } from './page-source';

const encoder = new TextEncoder();

self.onmessage = ({ data: { kind, from, count, of } }: MessageEvent<PageRequest>) => {
  const bytes = encoder.encode((kind === 'records' ? graphPage : portalPage)(from, count, of));
  self.postMessage(bytes, { transfer: [bytes.buffer] });
};
