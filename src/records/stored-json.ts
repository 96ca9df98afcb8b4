import type * as z from 'zod/mini';

/** What a text says that was stored, in whatever way; `undefined` where it is not what it should be. */
export function storedJson<Stored>(schema: z.ZodMiniType<Stored>, text: string | undefined | null): Stored | undefined {
  try {
    return schema.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}
