import { graphPage } from './generate-records';
import type { PageRequest } from './page-source';

const encoder = new TextEncoder();

self.onmessage = ({ data: { from, count, of } }: MessageEvent<PageRequest>) => {
  const bytes = encoder.encode(graphPage(from, count, of));
  self.postMessage(bytes, { transfer: [bytes.buffer] });
};
