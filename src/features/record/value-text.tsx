import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { unwrapped } from '~/domain/record/audit-data';
import { isJsonText } from '~/domain/record/record-properties';
import { formatJson } from '~/lib/format-json';
import { formatNumber } from '~/lib/words';
import { FoundText } from './found-text';
import { useOpenRecord } from './record-context';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  json: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quiet: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  more: { display: 'block', minHeight: '24px', fontSize: tokens.fontSizeBase200, '@media print': { display: 'none' } },
  links: { display: 'flex', gap: tokens.spacingHorizontalM },
});

/** About ten lines of a pane of ordinary width. */
const mostLines = 10;
const mostCharacters = 600;
/** A text of a megabyte takes a second to lay out, so a long one is shown in steps. */
const step = 20_000;

export interface ValueTextProps {
  readonly text: string;
  /** `false` for numbers, `null` and the like, which are shown as they are. */
  readonly isText?: boolean;
  readonly label: string;
}

/** A value in full: JSON inside it readable, long ones folded, empty ones said to be so. */
export function ValueText({ text, isText = true, label }: ValueTextProps) {
  const styles = useStyles();
  const [isOriginal, setIsOriginal] = useState(false);
  if (isText && text === '') return <span className={styles.quiet}>empty</span>;
  const readable = isText ? readableJson(text) : undefined;
  const isShownAsJson = readable !== undefined && !isOriginal;
  return (
    <>
      <LongText
        key={String(isOriginal)}
        text={isShownAsJson ? readable : text}
        className={mergeClasses(styles.text, readable !== undefined && styles.json)}
        label={label}
      />
      {readable !== undefined && (
        <Link
          as="button"
          className={styles.more}
          aria-label={`${isOriginal ? 'Show readable' : 'Show original'} ${label}`}
          onClick={() => setIsOriginal(!isOriginal)}
        >
          {isOriginal ? 'Show readable' : 'Show original'}
        </Link>
      )}
    </>
  );
}

function LongText({ text, className, label }: { readonly text: string; readonly className: string; readonly label: string }) {
  const styles = useStyles();
  const { isPrinting } = useOpenRecord();
  const [most, setMost] = useState(0);
  const beginning = firstLines(text);
  const isLong = beginning.length < text.length;
  const shown = !isLong || isPrinting ? text : most === 0 ? beginning : text.slice(0, most);
  const left = text.length - shown.length;
  return (
    <>
      <span className={className}>
        <FoundText text={shown} />
        {left > 0 && '…'}
      </span>
      {isLong && (
        <span className={styles.links}>
          {left > 0 && (
            <Link
              as="button"
              className={styles.more}
              aria-label={`Show all of ${label}`}
              onClick={() => setMost(Math.max(step, most + step))}
            >
              {most === 0 && text.length <= step
                ? `Show all (${formatNumber(text.length)} characters)`
                : `Show more (${formatNumber(left)} characters left)`}
            </Link>
          )}
          {most > 0 && (
            <Link as="button" className={styles.more} aria-label={`Show less of ${label}`} onClick={() => setMost(0)}>
              Show less
            </Link>
          )}
        </span>
      )}
    </>
  );
}

function firstLines(text: string): string {
  const lines = text.slice(0, mostCharacters + 1).split('\n');
  const few = lines.slice(0, mostLines).join('\n');
  return few.length > mostCharacters ? few.slice(0, mostCharacters) : few;
}

/** `["x"]` without its wrapping, other JSON indented; `undefined` for text that is no JSON, or is as readable as it stands. */
export function readableJson(text: string): string | undefined {
  if (!isJsonText(text)) return undefined;
  const plain = unwrapped(text);
  if (plain !== text && plain !== '') return plain;
  const formatted = formatJson(text);
  return formatted.kind === 'formatted' && formatted.text !== text && !/^\s*(?:\[\s*\]|\{\s*\})\s*$/.test(text)
    ? formatted.text
    : undefined;
}
