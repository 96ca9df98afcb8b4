// What the maker of pages is asked for, on both sides of its worker.

export interface PageRequest {
  readonly kind: 'records' | 'company records' | 'portal events' | 'mailbox records' | 'mailbox records of others';
  readonly from: number;
  readonly count: number;
  readonly of: number;
}
