// What differs between two texts, for showing them side by side. Lines where there are several, else words.

export interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}

/** Above this many comparisons only the common beginning and end are found, which is instant. */
const mostComparisons = 250_000;

export function textDiff(
  before: string,
  after: string,
): { readonly before: readonly DiffPart[]; readonly after: readonly DiffPart[] } {
  const a = pieces(before, after);
  const b = pieces(after, before);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [keptA, keptB] = common(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return { before: parts(a, start, keptA, end), after: parts(b, start, keptB, end) };
}

function pieces(text: string, other: string): readonly string[] {
  const byLine = text.includes('\n') || other.includes('\n');
  return text.match(byLine ? /[^\n]*\n|[^\n]+$/g : /\s+|[^\s\p{P}]+|\p{P}/gu) ?? [];
}

/** Whether each piece is part of a longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): readonly [readonly boolean[], readonly boolean[]] {
  const keptA = new Array<boolean>(a.length).fill(false);
  const keptB = new Array<boolean>(b.length).fill(false);
  if (a.length * b.length > mostComparisons) return [keptA, keptB];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j;
      lengths[here] =
        a[i] === b[j] ? (lengths[here + width + 1] ?? 0) + 1 : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      keptA[i++] = true;
      keptB[j++] = true;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return [keptA, keptB];
}

function parts(all: readonly string[], start: number, kept: readonly boolean[], end: number): readonly DiffPart[] {
  const result: { text: string; changed: boolean }[] = [];
  for (const [i, text] of all.entries()) {
    const changed = i >= start && i < all.length - end && !kept[i - start];
    const last = result.at(-1);
    if (last?.changed === changed) last.text += text;
    else result.push({ text, changed });
  }
  return result;
}
