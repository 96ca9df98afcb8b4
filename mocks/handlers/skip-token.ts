// The opaque `$skiptoken` of a next link. It says where the next page starts and how long it is; a client can only follow it.

import * as z from 'zod/mini';

const tokenSchema = z.object({
  from: z.int().check(z.nonnegative()),
  page: z.int().check(z.nonnegative()),
  top: z.int().check(z.positive()),
});

export type SkipToken = z.infer<typeof tokenSchema>;

export function writeSkipToken(token: SkipToken): string {
  return btoa(JSON.stringify(token)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '.');
}

/** `undefined` for text that is no token of ours. */
function readSkipToken(text: string): SkipToken | undefined {
  try {
    const parsed = tokenSchema.safeParse(JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('.', '='))));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export const defaultTop = 150;
const mostTop = 1_000;

/** Where a request starts and how many records it wants; `undefined` for a `$top` or `$skiptoken` that makes no sense. */
export function readPaging(url: URL, unless: number): SkipToken | undefined {
  const token = url.searchParams.get('$skiptoken');
  if (token !== null) return readSkipToken(token);
  const top = url.searchParams.get('$top');
  if (top === null) return { from: 0, page: 0, top: unless };
  return /^[1-9]\d*$/.test(top) ? { from: 0, page: 0, top: Math.min(Number(top), mostTop) } : undefined;
}
