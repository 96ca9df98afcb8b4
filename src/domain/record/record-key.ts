import * as z from 'zod/mini';

declare const brand: unique symbol;

/**
 * Names a record within its set, which alone hands keys out and reads them. A link may hold one: the same record read again
 * from the same place has the same key.
 */
export type RecordKey = string & { readonly [brand]: 'RecordKey' };

/** Any text may be a key; whether it is one, its set knows. */
export const recordKeySchema = z.custom<RecordKey>((value) => typeof value === 'string');
