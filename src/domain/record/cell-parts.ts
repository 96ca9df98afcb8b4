// What of a long value a narrow cell shows. A file is known by its name, which stands at the very end of its address; ids,
// paths and addresses of mailboxes differ at their ends, too. Nothing is added to the text but what is named here.

export type CellParts =
  /** The name, and where the file or folder lies: an address without its scheme and its last part. */
  | { readonly kind: 'file'; readonly name: string; readonly place: string }
  /** What follows the beginning is to be kept in sight. */
  | { readonly kind: 'long'; readonly beginning: string; readonly end: string }
  | { readonly kind: 'plain' };

const plain: CellParts = { kind: 'plain' };
const endLength = 12;
const longLength = 24;
/** Longer ones are no addresses or ids. */
const longestParted = 2_000;

export function cellParts(text: string): CellParts {
  if (text.length < longLength || text.length > longestParted) return plain;
  return fileParts(text) ?? longParts(text) ?? plain;
}

function fileParts(text: string): CellParts | undefined {
  const scheme = /^https?:\/\//i.exec(text)?.[0];
  if (scheme === undefined || /[?#]/.test(text)) return undefined;
  const path = text.slice(scheme.length, text.endsWith('/') ? -1 : undefined);
  const slash = path.lastIndexOf('/');
  if (slash <= 0 || slash === path.length - 1) return undefined;
  return { kind: 'file', name: path.slice(slash + 1), place: path.slice(0, slash) };
}

/** One word, in letters that run from left to right: others could not be cut without turning them. */
function longParts(text: string): CellParts | undefined {
  if (!/^[\x21-\x7e]+$/.test(text)) return undefined;
  return { kind: 'long', beginning: text.slice(0, -endLength), end: text.slice(-endLength) };
}
