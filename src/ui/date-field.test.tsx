import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { DateRange } from '~/lib/date-range';
import { DateRangeFields } from './date-range-fields';

const week: DateRange = { range: undefined, start: '2026-11-14T09:31:00.000Z', end: '2026-11-20T10:00:30.000Z' };

function Example() {
  const form = useForm<DateRange>({ defaultValues: week });
  const { start, end } = form.watch();
  return (
    <FluentProvider theme={webLightTheme}>
      <FormProvider {...form}>
        <DateRangeFields issuesOf={() => []} onFix={() => {}} />
      </FormProvider>
      <output aria-label="Start asked">{start}</output>
      <output aria-label="End asked">{end}</output>
    </FluentProvider>
  );
}

const start = page.getByRole('textbox', { name: 'Start (UTC)' });
const end = page.getByRole('textbox', { name: 'End (UTC)' });
const asked = page.getByRole('status', { name: 'Start asked' });
const endAsked = page.getByRole('status', { name: 'End asked' });

test('shows the clock on the wall, with seconds where there are any', async () => {
  await render(<Example />);
  await expect.element(start).toHaveValue('2026-11-14 09:31');
  await expect.element(end).toHaveValue('2026-11-20 10:00:30');
});

test('takes a time as it is typed, and shows it in its own way once the field is left', async () => {
  await render(<Example />);
  await userEvent.fill(start, '2026-11-13T08:00:00+01:00');
  await expect.element(asked).toHaveTextContent('2026-11-13T07:00:00.000Z');
  await expect.element(start).toHaveValue('2026-11-13T08:00:00+01:00');
  await userEvent.keyboard('{Tab}');
  await expect.element(start).toHaveValue('2026-11-13 07:00');
});

test('takes what moves or may go on when the field is left or Enter is pressed', async () => {
  await render(<Example />);
  await userEvent.fill(start, '-2h');
  await expect.element(asked).toHaveTextContent(week.start);
  await userEvent.keyboard('{Enter}');
  await expect.element(start).toHaveDisplayValue(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  const hours = (Date.now() - Date.parse(asked.element().textContent)) / 3_600_000;
  expect(hours).toBeGreaterThan(1.9);
  expect(hours).toBeLessThan(2.1);
  await userEvent.fill(end, '2026-11-19');
  await userEvent.keyboard('{Tab}');
  await expect.element(end).toHaveValue('2026-11-20 00:00');
  await expect.element(endAsked).toHaveTextContent('2026-11-20T00:00:00.000Z');
});

test('keeps what cannot be read, says what can, and asks for nothing by it', async () => {
  await render(<Example />);
  await userEvent.fill(start, '14/11/2026');
  await expect.element(start).not.toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('{Tab}');
  await expect.element(start).toHaveValue('14/11/2026');
  await expect.element(start).toHaveAttribute('aria-invalid', 'true');
  await expect
    .element(start)
    .toHaveAccessibleDescription(expect.stringContaining('“14/11/2026” cannot be read. Write 2026-11-21 09:28'));
  await expect.element(asked).toHaveTextContent(/^$/);
  await userEvent.click(page.getByRole('button', { name: '7 days', exact: true }));
  await expect.element(start).toHaveDisplayValue(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  await expect.element(start).not.toHaveAttribute('aria-invalid', 'true');
});

test('is two stops of the Tab key, the second a calendar whose day keeps the time of day', async () => {
  await render(<Example />);
  await userEvent.click(start);
  await userEvent.keyboard('{Tab}');
  const button = page.getByRole('button', { name: 'Start: choose in a calendar' });
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const calendar = page.getByRole('dialog', { name: 'Start: calendar' });
  await expect.element(calendar.getByRole('gridcell', { name: '14, November, 2026' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await expect.element(start).toHaveValue('2026-11-07 09:31');
  await expect.element(calendar).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(calendar).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(calendar).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(end).toHaveFocus();
});
