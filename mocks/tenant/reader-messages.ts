// What the page and the tenant's worker say to each other. Every request gets any number of progress messages and one answer.

import type { MailboxRecordRequest } from './exchange/mailbox-records';
import type { TenantOptions } from './model';
import type { TenantFacts } from './tenant-facts';
import type { PageRequest, SearchScope } from './tenant-reader';

export type ReaderRequest =
  | { readonly kind: 'count'; readonly number: number; readonly scope: SearchScope }
  | { readonly kind: 'page'; readonly number: number; readonly scope: SearchScope; readonly request: PageRequest }
  | { readonly kind: 'facts'; readonly number: number; readonly tenant: TenantOptions }
  | {
      readonly kind: 'mailboxRecords';
      readonly number: number;
      readonly tenant: TenantOptions;
      readonly request: MailboxRecordRequest;
    };

export type ReaderReply =
  | { readonly kind: 'progress'; readonly number: number; readonly share: number }
  | { readonly kind: 'counted'; readonly number: number; readonly count: number }
  | { readonly kind: 'page'; readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'facts'; readonly number: number; readonly facts: TenantFacts }
  | { readonly kind: 'mailboxRecords'; readonly number: number; readonly records: unknown[] }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string };
