// The files opened in this tab. Browsers forget them when the page is loaded again: then one can say which ones they were, and open
// what is kept of their records, where that is allowed.

import * as z from 'zod/mini';
import { storedJson } from '~/records/stored-json';

const remembered = z.object({
  /** Of the set of their records. */
  id: z.string(),
  names: z.array(z.string()),
});
export type RememberedFiles = z.infer<typeof remembered>;

const key = 'ledgerline.opened-files';

/** `undefined` when they were closed. */
export function rememberFiles(files: RememberedFiles | undefined): void {
  try {
    if (files) sessionStorage.setItem(key, JSON.stringify(files));
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is refused: then nothing is said after a reload.
  }
}

export function rememberedFiles(): RememberedFiles | undefined {
  try {
    return storedJson(remembered, sessionStorage.getItem(key));
  } catch {
    return undefined;
  }
}
