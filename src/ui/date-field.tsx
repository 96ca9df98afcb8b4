import { Button, Input, makeStyles } from '@fluentui/react-components';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { lazy, type Ref, Suspense, useRef, useState } from 'react';
import { instantExamples, readInstant } from '~/lib/read-instant';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { toWallTime } from '~/lib/wall-time';
import { type FieldIssue, FormField, type FormFieldProps } from './form-field';

const CalendarPopover = lazy(() => import('./calendar-popover').then(({ CalendarPopover }) => ({ default: CalendarPopover })));

const useStyles = makeStyles({
  input: {
    width: '100%',
    minWidth: 0,
    paddingInlineEnd: 0,
    '& input': { minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  },
});

const words = {
  start: { label: 'Start', hint: '2026-11-21 09:28, a day, or -2h' },
  end: { label: 'End', hint: 'A day alone counts to its end' },
} as const;

export interface DateFieldProps<Fix extends { readonly label: string }> extends Pick<FormFieldProps<Fix>, 'issues' | 'onFix'> {
  readonly edge: 'start' | 'end';
  readonly zone: TimeZone;
  readonly ref?: Ref<HTMLInputElement>;
  /** ISO 8601 UTC, or empty. */
  readonly value: string;
  /** Empty for what cannot be read, which stays in the field. */
  onChange(value: string): void;
  onBlur(): void;
}

/**
 * One end of a range of time, typed, pasted, or chosen in a calendar, as the clock on the wall shows it. A time is taken over as
 * it is typed, anything shorter when the field is left or Enter is pressed: `2026-11-2` may go on, and `-2h` moves.
 */
export function DateField<Fix extends { readonly label: string }>(props: DateFieldProps<Fix>) {
  const { edge, zone, ref, value, issues, onFix, onChange, onBlur } = props;
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  const [isCalendarOpen, setCalendarOpen] = useState(false);
  const [{ typed, from, isLeft }, setTyped] = useState<Typed>({ typed: undefined, from: value, isLeft: false });
  // A range, a fix or the address has set it since.
  if (from !== value) setTyped({ typed: undefined, from: value, isLeft: false });

  const read = (text: string) => readInstant(text, { now: Date.now(), zone, edge }) ?? '';
  const set = (next: string, text: string | undefined, left: boolean) => {
    setTyped({ typed: text, from: next, isLeft: left });
    if (next !== value) onChange(next);
  };
  const takeOver = () => {
    if (typed === undefined) return;
    const next = read(typed);
    set(next, next === '' && typed.trim() !== '' ? typed : undefined, true);
  };
  const closeCalendar = () => {
    setCalendarOpen(false);
    button.current?.focus();
  };

  const { label, hint } = words[edge];
  const unread: FieldIssue<Fix> = { severity: 'error', message: `“${typed}” cannot be read. Write ${instantExamples}.` };
  return (
    <FormField
      label={`${label} (${zoneIdentifier(zone)})`}
      hint={hint}
      issues={typed !== undefined && isLeft && value === '' ? [unread] : issues}
      onFix={onFix}
    >
      {(fieldProps) => (
        <Input
          {...fieldProps}
          ref={ref}
          className={styles.input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={typed ?? toWallTime(value, zone)}
          onChange={(_, { value: text }) => {
            const next = text.includes(':') ? read(text) : '';
            set(next || value, text, false);
          }}
          onKeyDown={({ key }) => key === 'Enter' && takeOver()}
          onBlur={() => {
            takeOver();
            onBlur();
          }}
          contentAfter={
            <>
              <Button
                ref={button}
                type="button"
                appearance="transparent"
                size="small"
                icon={<CalendarRegular />}
                aria-label={`${label}: choose in a calendar`}
                aria-expanded={isCalendarOpen}
                aria-haspopup="dialog"
                onClick={() => setCalendarOpen(true)}
              />
              {isCalendarOpen && (
                <Suspense>
                  <CalendarPopover
                    label={`${label}: calendar`}
                    target={button.current}
                    day={toWallTime(value, zone).slice(0, 10)}
                    today={toWallTime(new Date().toISOString(), zone).slice(0, 10)}
                    onDay={(day) => {
                      set(read(`${day}${toWallTime(value, zone).slice(10)}`), undefined, true);
                      closeCalendar();
                    }}
                    onClose={closeCalendar}
                  />
                </Suspense>
              )}
            </>
          }
        />
      )}
    </FormField>
  );
}

interface Typed {
  /** What stands in the field when it is not simply the value. */
  readonly typed: string | undefined;
  /** The value it stands for, to tell one that was set elsewhere. */
  readonly from: string;
  readonly isLeft: boolean;
}
