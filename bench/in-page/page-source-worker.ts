import { companyPage } from './generate-company-records';
import { mailboxPage } from './generate-mailbox-records';
import { portalPage } from './generate-portal-events';
import { graphPage } from './generate-records';
import type { PageRequest } from './page-request';

const encoder = new TextEncoder();

const pageOf: Record<PageRequest['kind'], (from: number, count: number, of: number) => string> = {
  records: graphPage,
  'company records': companyPage,
  'portal events': portalPage,
  'mailbox records': (from, count, of) => mailboxPage(from, count, of, 120),
  'mailbox records of others': (from, count, of) => mailboxPage(from, count, of, 1000),
};

self.onmessage = ({ data: { kind, from, count, of } }: MessageEvent<PageRequest>) => {
  const bytes = encoder.encode(pageOf[kind](from, count, of));
  self.postMessage(bytes, { transfer: [bytes.buffer] });
};
