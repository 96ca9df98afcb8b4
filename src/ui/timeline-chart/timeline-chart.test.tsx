import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type EpochMs, hourMs } from '~/lib/time';
import { TimelineChart, type TimelineChartProps } from './timeline-chart';

const nine = Date.UTC(2026, 10, 14, 9);
const hours = (...past: number[]) => past.map((hour) => nine + hour * hourMs);
const edges = hours(0, 1, 2, 3, 4, 5, 6, 7, 8);
const stacks = [
  { label: 'Read', counts: [1000, 0, 200, 30, 4, 5, 6, 7] },
  { label: 'Other', counts: [5, 0, 1, 2, 3, 4, 5, 6], isRest: true },
];

function Example({ onSelect, ...props }: Partial<TimelineChartProps>) {
  const [selection, select] = useState<{ from: EpochMs; to: EpochMs }>();
  return (
    <FluentProvider theme={webLightTheme} style={{ width: 800 }}>
      <TimelineChart
        edges={edges}
        stacks={stacks}
        zone="utc"
        label="Records over time"
        selection={selection}
        {...props}
        onSelect={(range) => {
          select(range);
          onSelect?.(range);
        }}
      />
      <button type="button">Next</button>
    </FluentProvider>
  );
}

const chart = page.getByRole('slider', { name: 'Records over time' });
const tip = page.getByRole('tooltip', { includeHidden: true });
const table = page.getByRole('table', { name: 'Records over time' });
const focus = () => chart.element().focus();
const says = (text: string | RegExp) => expect.element(chart).toHaveAttribute('aria-valuetext', expect.stringMatching(text));

/** The middle of a slice. */
function positionOf(slice: number) {
  const { width } = chart.element().getBoundingClientRect();
  const left = 38;
  return { x: left + ((slice + 0.5) * (width - left)) / 8, y: 30 };
}

function point(type: string, slice: number, init: PointerEventInit = {}) {
  const { left, top } = chart.element().getBoundingClientRect();
  const { x, y } = positionOf(slice);
  const at = { clientX: left + x, clientY: top + y, pointerId: 1, isPrimary: true, bubbles: true, cancelable: true };
  chart.element().dispatchEvent(new PointerEvent(type, { ...at, ...init }));
}

test('goes from slice to slice by keyboard, and says what is in each', async () => {
  await render(<Example />);
  focus();
  await says(/^2026-11-14 09:00 to 10:00, 1,005 in total, Read 1,000, Other 5$/);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await says(/^2026-11-14 11:00 to 12:00, 201 in total, Read 200, Other 1$/);
  await expect.element(chart).toHaveAttribute('aria-valuenow', '3');
  await userEvent.keyboard('{End}{ArrowRight}');
  await says(/^2026-11-14 16:00 to 17:00/);
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await says(/^2026-11-14 09:00 to 10:00/);
  await expect.element(chart).toHaveAccessibleDescription(/Shift/);
});

test('Enter selects the slice looked at', async () => {
  const onSelect = vi.fn();
  await render(<Example onSelect={onSelect} />);
  focus();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(onSelect).toHaveBeenCalledExactlyOnceWith({ from: edges[1], to: edges[2] });
  await says(/, selected$/);
});

test('Shift draws a range in either direction, which Enter selects and Escape drops', async () => {
  const onSelect = vi.fn();
  await render(<Example onSelect={onSelect} />);
  focus();
  await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
  await says(/^3 slices, 2026-11-14 14:00 to 17:00, 33 in total/);
  await userEvent.keyboard('{Escape}');
  await says(/^2026-11-14 14:00 to 15:00/);
  expect(onSelect).not.toHaveBeenCalled();
  await userEvent.keyboard('{Shift>}{Home}{/Shift}{Enter}');
  expect(onSelect).toHaveBeenCalledExactlyOnceWith({ from: edges[0], to: edges[6] });
});

test('leaving it drops the range that was not selected', async () => {
  await render(<Example />);
  focus();
  await userEvent.keyboard('{Shift>}{End}{/Shift}');
  await says(/^8 slices/);
  await userEvent.tab();
  await says(/^2026-11-14 16:00 to 17:00/);
});

test('a click selects one slice, a drag all it goes over, also backwards and beyond the side', async () => {
  const onSelect = vi.fn();
  await render(<Example onSelect={onSelect} />);
  await userEvent.click(chart, { position: positionOf(2) });
  expect(onSelect).toHaveBeenLastCalledWith({ from: edges[2], to: edges[3] });
  await userEvent.dragAndDrop(chart, chart, { sourcePosition: positionOf(1), targetPosition: positionOf(4) });
  expect(onSelect).toHaveBeenLastCalledWith({ from: edges[1], to: edges[5] });
  await userEvent.dragAndDrop(chart, chart, { sourcePosition: positionOf(6), targetPosition: { x: 2, y: 30 } });
  expect(onSelect).toHaveBeenLastCalledWith({ from: edges[0], to: edges[7] });
  expect(onSelect).toHaveBeenCalledTimes(3);
});

test('Escape cancels a drag, and so does a touch that scrolls the page', async () => {
  const onSelect = vi.fn();
  await render(<Example onSelect={onSelect} />);
  focus();
  point('pointerdown', 1);
  point('pointermove', 3);
  await says(/^3 slices, 2026-11-14 10:00 to 13:00/);
  await userEvent.keyboard('{Escape}');
  await says(/^2026-11-14 12:00 to 13:00/);
  point('pointerup', 3);
  point('pointerdown', 1);
  point('pointermove', 2);
  await says(/^2 slices/);
  point('pointercancel', 2);
  await says(/^2026-11-14 11:00 to 12:00/);
  point('pointerup', 2);
  expect(onSelect).not.toHaveBeenCalled();
});

test('other buttons than the first select nothing', async () => {
  const onSelect = vi.fn();
  await render(<Example onSelect={onSelect} />);
  await userEvent.click(chart, { position: positionOf(2), button: 'right' });
  expect(onSelect).not.toHaveBeenCalled();
});

test('shows the total and the parts of the slice under the pointer, or that has the focus', async () => {
  await render(<Example />);
  await userEvent.hover(chart, { position: positionOf(0) });
  await expect.element(tip).toHaveTextContent('2026-11-14 09:00 to 10:00Total1,005Read1,000Other5');
  await userEvent.hover(chart, { position: positionOf(3) });
  await expect.element(tip).toHaveTextContent('2026-11-14 12:00 to 13:00Total32Read30Other2');
  await userEvent.hover(page.getByRole('button', { name: 'Next' }));
  await expect.element(tip).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Show as table' }));
  await userEvent.tab();
  await expect.element(chart).toHaveFocus();
  await expect.element(tip).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(tip).not.toBeInTheDocument();
});

test('is the same as a table, for screen readers at once and for all by a button', async () => {
  await render(<Example />);
  const cells = (row: number) =>
    [...(table.getByRole('row').nth(row).element().querySelectorAll('th, td') ?? [])].map(({ textContent }) => textContent);
  expect(table.getByRole('row').elements()).toHaveLength(8);
  expect(cells(0)).toEqual(['Start (UTC)', 'End (UTC)', 'Total', 'Read', 'Other']);
  expect(cells(1)).toEqual(['2026-11-14 09:00:00', '2026-11-14 10:00:00', '1,005', '1,000', '5']);
  expect(cells(2)).toEqual(['2026-11-14 11:00:00', '2026-11-14 12:00:00', '201', '200', '1']);
  const height = () => table.element().parentElement?.getBoundingClientRect().height;
  expect(height()).toBe(1);
  await userEvent.click(page.getByRole('button', { name: 'Show as table' }));
  await expect.element(page.getByRole('button', { name: 'Hide table' })).toHaveAttribute('aria-expanded', 'true');
  expect(height()).toBeGreaterThan(100);
});

test('keeps looking at the same time while slices change with what arrives', async () => {
  const { rerender } = await render(<Example />);
  focus();
  await userEvent.keyboard('{ArrowRight>3/}{Shift>}{ArrowRight}{/Shift}');
  await says(/^2 slices, 2026-11-14 12:00 to 14:00, 39 in total/);
  await rerender(<Example edges={hours(-3, 0, 3, 6, 9)} stacks={[{ label: 'Read', counts: [1, 2, 3, 4] }]} />);
  await says(/^2026-11-14 12:00 to 15:00, 3 in total$/);
});

test('has a selection that is no slice where it is, and none of other times', async () => {
  const { rerender } = await render(<Example selection={{ from: nine + hourMs / 2, to: nine + 4 * hourMs }} />);
  const sides = () => [...chart.element().querySelectorAll('svg > line')].length;
  expect(sides()).toBe(2);
  await rerender(<Example selection={{ from: nine - hourMs, to: nine + 4 * hourMs }} />);
  expect(sides()).toBe(1);
  await rerender(<Example selection={{ from: nine - 2 * hourMs, to: nine - hourMs }} />);
  expect(sides()).toBe(0);
});

test('shows somebody else’s label as text, with what cannot be seen in it', async () => {
  await render(<Example stacks={[{ label: 'a\u202e<b>', counts: [1, 1, 1, 1, 1, 1, 1, 1] }, ...stacks]} />);
  await expect.element(page.getByRole('listitem').first()).toHaveTextContent(/^a‹.+›<b>$/);
});

test('is not there without slices', async () => {
  await render(<Example edges={[]} stacks={[]} />);
  await expect.element(page.getByRole('button', { name: 'Next' })).toBeVisible();
  await expect.element(chart).not.toBeInTheDocument();
});
