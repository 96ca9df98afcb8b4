import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { displayText } from '~/domain/catalogue/display';
import { type FieldRef, isSeenKey } from '~/domain/catalogue/fields';
import { type CellParts, cellParts } from '~/domain/record/cell-parts';
import type { Row } from '~/engine/record-set';
import { isFound } from '~/lib/text-finder';
import { formatTime, type TimeZone } from '~/lib/time';
import { MarkedText } from '~/ui/marked-text';
import { outcomeOf } from './outcome';
import { OutcomeMark } from './outcome-mark';
import { SeenMark } from './seen-mark';

const useStyles = makeStyles({
  parts: { display: 'flex', minWidth: 0 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' },
  whole: { flexShrink: 0, maxWidth: '100%', whiteSpace: 'pre' },
  place: { marginInlineStart: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
});

export interface ResultCellProps {
  readonly row: Row;
  readonly field: FieldRef;
  readonly zone: TimeZone;
  /** What the records are searched for. */
  readonly finder: RegExp | undefined;
}

export function ResultCell({ row, field, zone, finder }: ResultCellProps) {
  const text = cellText(row, field, zone);
  if (isSeenKey(field)) return text === '' ? null : <SeenMark mark={text} />;
  const outcome = field === 'operation' ? outcomeOf(row) : undefined;
  return (
    <>
      {outcome && <OutcomeMark outcome={outcome} activity={text} />}
      <PartedText text={text} parts={shownParts(field, text, finder)} finder={finder} />
    </>
  );
}

interface PartedTextProps {
  readonly text: string;
  readonly parts: CellParts;
  readonly finder: RegExp | undefined;
}

function PartedText({ text, parts, finder }: PartedTextProps) {
  const styles = useStyles();
  if (parts.kind === 'plain') return <MarkedText text={text} finder={finder} />;
  const isFile = parts.kind === 'file';
  const [first, second] = isFile ? [parts.name, parts.place] : [parts.beginning, parts.end];
  return (
    <span className={styles.parts}>
      <span className={mergeClasses(styles.cut, isFile && styles.whole)}>
        <MarkedText text={first} finder={finder} />
      </span>
      {isFile && ' '}
      <span className={isFile ? mergeClasses(styles.cut, styles.place) : styles.whole}>
        <MarkedText text={second} finder={finder} />
      </span>
    </span>
  );
}

/** How the cell shows its text. Details are read from their beginning: what cuts them off is the cell. */
function partsOf(field: FieldRef, text: string): CellParts {
  const parts: CellParts = field === 'item' || field === 'detail' ? cellParts(text) : { kind: 'plain' };
  return field === 'detail' && parts.kind === 'long' ? { kind: 'plain' } : parts;
}

/** Hits are to be seen: the place begins with its first one, and a text with a hit across its two parts stays whole. */
function shownParts(field: FieldRef, text: string, finder: RegExp | undefined): CellParts {
  const parts = partsOf(field, text);
  if (!finder || parts.kind === 'plain' || !isFound(text, finder)) return parts;
  const [first, second] = parts.kind === 'file' ? [parts.name, parts.place] : [parts.beginning, parts.end];
  if (isFound(first, finder)) return parts;
  const at = second.search(finder);
  if (at < 0) return { kind: 'plain' };
  return parts.kind === 'file' && at > 0 ? { ...parts, place: `…${second.slice(at)}` } : parts;
}

export function cellText(row: Row, field: FieldRef, zone: TimeZone): string {
  if (field === 'time') return formatTime(row.time, zone);
  return displayText(field, row.values[field] ?? '');
}

/** The text of a cell that shows it in two parts of one word. */
export function partedWord(row: Row, field: FieldRef): string | undefined {
  const text = displayText(field, row.values[field] ?? '');
  return partsOf(field, text).kind === 'long' ? text : undefined;
}

/** Whether a cell shows its text otherwise than it is: then it is told in full, also where it fits. */
export function isParted(field: FieldRef, text: string): boolean {
  return partsOf(field, text).kind === 'file';
}
