import { Input, type InputProps, makeStyles } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { TimeZone } from '~/lib/time';
import { fromWallTime, toWallTime } from '~/lib/wall-time';

const useStyles = makeStyles({
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0, fontVariantNumeric: 'tabular-nums' } },
});

export interface DateTimeInputProps extends Omit<InputProps, 'ref' | 'value' | 'onChange' | 'type' | 'max'> {
  readonly ref?: Ref<HTMLInputElement>;
  /** ISO 8601 UTC, or empty. */
  readonly value: string;
  readonly zone: TimeZone;
  /** Empty while what is typed is incomplete. */
  onChange(value: string): void;
}

/** An instant, typed as the clock on the wall shows it. */
export function DateTimeInput({ value, zone, onChange, ...props }: DateTimeInputProps) {
  const styles = useStyles();
  return (
    <Input
      {...props}
      className={styles.input}
      type="datetime-local"
      max="9999-12-31T23:59"
      value={toWallTime(value, zone)}
      onChange={(_, { value }) => onChange(fromWallTime(value, zone))}
    />
  );
}
