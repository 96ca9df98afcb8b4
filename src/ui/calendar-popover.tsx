import { Calendar, DayOfWeek, type ICalendar } from '@fluentui/react-calendar-compat';
import { Popover, PopoverSurface } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

export interface CalendarPopoverProps {
  readonly label: string;
  readonly target: HTMLElement | null;
  /** `2026-11-21`, or empty for none. */
  readonly day: string;
  readonly today: string;
  onDay(day: string): void;
  onClose(): void;
}

/** A month to choose a day from. Days of the future have no records and cannot be chosen. */
export function CalendarPopover({ label, target, day, today, onDay, onClose }: CalendarPopoverProps) {
  const calendar = useRef<ICalendar>(null);
  useEffect(() => calendar.current?.focus(), []);
  const last = toDate(today);
  return (
    <Popover
      open
      trapFocus
      positioning={{ target, position: 'below', align: 'end' }}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <PopoverSurface aria-label={label}>
        <Calendar
          componentRef={calendar}
          isMonthPickerVisible={false}
          firstDayOfWeek={DayOfWeek.Monday}
          today={last}
          maxDate={last}
          value={day === '' || day > today ? last : toDate(day)}
          onSelectDate={(date) => onDay(toDay(date))}
          // It keeps Escape to itself.
          onDismiss={onClose}
        />
      </PopoverSurface>
    </Popover>
  );
}

/** The calendar speaks of days of the browser's zone; noon is in the same day whatever the clocks do. */
const toDate = (day: string) => new Date(`${day}T12:00`);
const two = (value: number) => String(value).padStart(2, '0');
const toDay = (date: Date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
