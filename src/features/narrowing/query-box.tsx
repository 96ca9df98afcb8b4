import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { withFilter } from '~/domain/view/change-filters';
import { describeFilter } from '~/domain/view/describe-filter';
import type { Filter } from '~/domain/view/filter';
import { completionAt, withCompletion } from '~/domain/view/query-text/completion-at';
import { parseQueryText } from '~/domain/view/query-text/parse-query-text';
import { queryTextOf } from '~/domain/view/query-text/query-text-of';
import { formatNumber } from '~/lib/words';
import type { Narrowing } from '~/records/narrowing';
import { useCommand } from '~/ui/use-command';
import { useTypedText } from '~/ui/use-typed-text';
import { QueryHelp } from './query-help';
import { liveTextOf, shownInLine, typedInLine } from './query-line';
import { QueryProblemWords } from './query-problem-words';
import { type Suggestion, useSuggestions } from './use-suggestions';

// Loaded when the box is used for the first time.
const SuggestionList = lazy(async () => ({ default: (await import('./suggestion-list')).SuggestionList }));

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'start',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    flex: '1 1 260px',
    minWidth: 0,
  },
  field: { flex: '1 1 240px', minWidth: 0, maxWidth: '560px' },
  box: { position: 'relative' },
  input: { width: '100%', minWidth: 0 },
  clear: { minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  progress: { lineHeight: '32px', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** So long after the last letter a mistake is pointed out. */
const restMs = 1000;

/** A filter that is being changed as text. */
export interface TextEdit {
  readonly filter: Filter;
  readonly text: string;
}

export interface QueryBoxProps extends Narrowing {
  onText(text: string): void;
  /** Stands in the box until it is done, in place of the text that is searched for. */
  readonly edit: TextEdit | undefined;
  onEdit(edit: TextEdit | undefined): void;
}

/** Words are searched for while they are typed; Enter makes filters of everything else. */
export function QueryBox({ held, shown, zone, text, filters, onText, onFilters, edit, onEdit }: QueryBoxProps) {
  const styles = useStyles();
  const { catalogue } = held.set;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const context = { catalogue, zone, now: Date.now() };
  const { typed, type, tellNow } = useTypedText(text, onText, {
    told: (typed) => liveTextOf(typed, context),
    typed: (text) => queryTextOf([], text, catalogue, zone),
  });
  const value = edit ? edit.text : typed;
  const change = (next: string) => (edit ? onEdit({ ...edit, text: next }) : type(next));

  const problems = useMemo(() => {
    const read = parseQueryText(value, { catalogue, zone, now: Date.now() });
    return 'problems' in read ? read.problems : [];
  }, [value, catalogue, zone]);
  const isReadable = problems.length === 0;
  const [isRefused, setRefused] = useState(false);
  if (isRefused && isReadable) setRefused(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter begins another rest
  useEffect(() => {
    if (isReadable) return;
    const timer = setTimeout(() => setRefused(true), restMs);
    return () => clearTimeout(timer);
  }, [value, isReadable]);

  const [isNear, setNear] = useState(false);
  const [caret, setCaret] = useState(value.length);
  const [active, setActive] = useState(-1);
  // `begun`: as soon as something is begun that can be completed; `asked`: whatever could be meant.
  const [offer, setOffer] = useState<'none' | 'begun' | 'asked'>('none');
  const { options, isBegun } = useSuggestions(held, shown, { text: value, caret, isNear, isOffered: offer !== 'none' });
  const isOpen = options.length > 0 && (isBegun || offer === 'asked');
  const chosen = isOpen ? options[active] : undefined;
  const close = () => {
    setOffer('none');
    setActive(-1);
  };

  useCommand({ keys: '/', label: 'Search in these records' }, () => input.current?.focus());
  const edited = edit?.filter;
  useEffect(() => {
    if (!edited) return;
    const box = input.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [edited]);

  const put = (next: string, at: number) => {
    // The caret can only be placed in what stands there.
    flushSync(() => {
      change(next);
      setCaret(at);
      setActive(-1);
    });
    input.current?.setSelectionRange(at, at);
  };
  const choose = ({ choice }: Suggestion) => {
    const completion = completionAt(value, caret, catalogue);
    if (!completion) return;
    const done = withCompletion(value, completion, choice);
    setOffer('begun');
    put(done.text, done.caret);
  };
  const submit = () => {
    close();
    const read = parseQueryText(value, { ...context, now: Date.now() });
    if ('problems' in read) {
      setRefused(true);
      return;
    }
    if (edit) {
      const made: Filter[] = read.text === '' ? read.filters : [...read.filters, { op: 'text', text: read.text }];
      onFilters(replaced(filters, edit.filter, made));
      onEdit(undefined);
      return;
    }
    if (read.filters.length > 0) type(queryTextOf([], read.text, catalogue, zone));
    tellNow();
    if (read.filters.length > 0) onFilters(read.filters.reduce(withFilter, [...filters]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = (to: number) => {
      event.preventDefault();
      setActive(to);
    };
    switch (event.key) {
      case 'ArrowDown':
        if (!isOpen) setOffer('asked');
        return move(isOpen ? (active + 1) % options.length : -1);
      case 'ArrowUp':
        return isOpen ? move(active <= 0 ? options.length - 1 : active - 1) : undefined;
      case 'Tab':
        if (!chosen || event.shiftKey) return;
        event.preventDefault();
        return choose(chosen);
      case 'Enter':
        event.preventDefault();
        return chosen ? choose(chosen) : submit();
      case 'Escape':
        if (!isOpen && !edit && value === '') return;
        event.preventDefault();
        if (isOpen) close();
        else if (edit) onEdit(undefined);
        else type('');
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    // The browser would drop breaks of lines without a word; one at the end came with the copying.
    if (!/[\r\n]/.test(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const before = value.slice(0, selectionStart ?? value.length) + pasted.replace(/[\r\n]+$/, '').replace(/\r\n?/g, '\n');
    put(before + value.slice(selectionEnd ?? value.length), before.length);
  };

  const state = shown?.state;
  return (
    <div className={styles.root}>
      <Field
        className={styles.field}
        hint={
          edit && `In place of the filter “${describeFilter(catalogue, edit.filter, zone)}”: Enter replaces it, Escape keeps it.`
        }
        validationState={isRefused && !isOpen ? 'error' : 'none'}
        validationMessage={isRefused && !isOpen ? <QueryProblemWords text={value} problems={problems} /> : undefined}
      >
        <div className={styles.box}>
          <Input
            ref={input}
            className={styles.input}
            role="combobox"
            aria-label="Search in these records"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={chosen && `${listId}-${active}`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="Search in these records"
            value={shownInLine(value)}
            onFocus={() => setNear(true)}
            onChange={(event, data) => {
              change(typedInLine(data.value));
              setCaret(event.currentTarget.selectionEnd ?? data.value.length);
              setOffer('begun');
              setActive(-1);
            }}
            onSelect={({ currentTarget: { selectionEnd } }) => setCaret(selectionEnd ?? value.length)}
            onBlur={() => {
              close();
              tellNow();
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            contentBefore={<SearchRegular />}
            contentAfter={
              <>
                {value !== '' && (
                  <Button
                    className={styles.clear}
                    size="small"
                    appearance="transparent"
                    icon={<DismissRegular />}
                    aria-label="Clear the search"
                    tabIndex={-1}
                    onClick={() => {
                      put('', 0);
                      input.current?.focus();
                    }}
                  />
                )}
                <QueryHelp />
              </>
            }
          />
          {isNear && (
            <Suspense>{isOpen && <SuggestionList id={listId} options={options} active={active} onChoose={choose} />}</Suspense>
          )}
        </div>
      </Field>
      {state && state.searched < state.outOf && (
        <span className={styles.progress}>
          searched {formatNumber(state.searched)} of {formatNumber(state.outOf)}
        </span>
      )}
    </div>
  );
}

/** In its place; at the end, where it is gone by now. */
function replaced(filters: readonly Filter[], before: Filter, made: readonly Filter[]): Filter[] {
  const key = JSON.stringify(before);
  const at = filters.findIndex((filter) => JSON.stringify(filter) === key);
  if (at < 0) return made.reduce(withFilter, [...filters]);
  const others = filters.map((filter) => JSON.stringify(filter)).toSpliced(at, 1);
  return filters.toSpliced(at, 1, ...made.filter((filter) => !others.includes(JSON.stringify(filter))));
}
