// Tables in Markdown, aligned so that they can be read in a terminal too.

export type Cell = string | number | undefined;

export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [header, ...rows.map((row) => row.map(cellText))];
  const widths = header.map((_, column) => Math.max(3, ...texts.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(header), rule, ...texts.slice(1).map(line)].join('\n');
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return number(cell);
  return cell ?? '-';
}

/** Two digits that mean something. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2);
}

export function ratio(theirs: number | undefined, ours: number): string {
  return theirs === undefined || !Number.isFinite(theirs) || !(ours > 0) ? '-' : `${number(theirs / ours)}x`;
}

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly isMet: boolean;
}

export function targetTable(targets: readonly Target[]): string {
  return table(
    ['target', 'wanted', 'found', ''],
    targets.map(({ what, wanted, found, isMet }) => [what, wanted, found, isMet ? 'met' : 'MISSED']),
  );
}
