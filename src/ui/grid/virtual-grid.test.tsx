import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useDensity } from '~/ui/density';
import { type GridColumn, VirtualGrid } from './virtual-grid';

const columns: GridColumn[] = [
  { id: 'number', label: 'Number', width: 120 },
  { id: 'word', label: 'Word', width: 300, sort: { descending: true, order: 0 } },
];

beforeEach(() => localStorage.clear());

interface Options {
  readonly rowCount: number;
  readonly onOpen?: (index: number) => void;
  readonly onSort?: (id: string, isAdded: boolean) => void;
  readonly onResize?: (id: string, width: number) => void;
  readonly isLoading?: (index: number) => boolean;
}

function Grid({ rowCount, onOpen, onSort, onResize, isLoading }: Options) {
  const [selected, setSelected] = useState<number>();
  return (
    <FluentProvider theme={webLightTheme} style={{ height: 400, display: 'flex', flexDirection: 'column' }}>
      <VirtualGrid
        label="Numbers"
        columns={columns}
        rowCount={rowCount}
        rowAt={(index) => (isLoading?.(index) ? undefined : { index })}
        onRange={() => {}}
        renderCell={({ index }, id) => `${id} ${index}`}
        cellText={({ index }, id) => `${id} ${index}`}
        selectedRow={selected}
        onOpen={(index) => {
          setSelected(index);
          onOpen?.(index);
        }}
        onSort={onSort ?? (() => {})}
        onResize={onResize ?? (() => {})}
        onMove={() => {}}
      />
    </FluentProvider>
  );
}

const grid = () => page.getByRole('grid', { name: 'Numbers' });
const row = (index: number) => page.getByRole('row', { name: `number ${index} word ${index}`, exact: true });

/** The cell a screen reader would read: the one the focused grid names. */
function activeText(): string | null | undefined {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  return id ? document.getElementById(id)?.textContent : undefined;
}

test('has all rows for assistive technology and only some in the page', async () => {
  await render(<Grid rowCount={100_000} />);
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '100001');
  await expect.element(grid()).toHaveAttribute('aria-colcount', '2');
  await expect.element(row(0)).toHaveAttribute('aria-rowindex', '2');
  expect(page.getByRole('row').elements().length).toBeLessThan(60);
});

test('tells the sorted column', async () => {
  await render(<Grid rowCount={10} />);
  await expect.element(page.getByRole('columnheader', { name: 'Word' })).toHaveAttribute('aria-sort', 'descending');
  await expect.element(page.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'none');
});

test.each([1000, 1_000_000])('every key keeps the focus, the active cell and its row in sight with %i rows', async (rowCount) => {
  await render(<Grid rowCount={rowCount} />);
  await userEvent.tab();
  expect(document.activeElement).toBe(grid().element());
  const after = async (keys: string, text: string) => {
    await userEvent.keyboard(keys);
    await expect.poll(activeText).toBe(text);
    const cell = document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '');
    const { top, bottom } = cell?.getBoundingClientRect() ?? new DOMRect();
    const frame = grid().element().getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(frame.top);
    expect(bottom).toBeLessThanOrEqual(frame.bottom + 0.5);
  };
  await after('{ArrowDown}', 'number 1');
  await after('{ArrowRight}', 'word 1');
  await after('j', 'word 2');
  await after('k', 'word 1');
  await after('{Control>}{End}{/Control}', `word ${rowCount - 1}`);
  await after('{ArrowUp}', `word ${rowCount - 2}`);
  await after('{PageUp}{PageDown}{End}{ArrowDown}', `word ${rowCount - 1}`);
  await after('{Home}', `number ${rowCount - 1}`);
  await after('{Control>}{Home}{/Control}', 'number 0');
  await after('{ArrowUp}', 'Number');
});

test('the focus and the active row survive being scrolled out of sight', async () => {
  await render(<Grid rowCount={1_000_000} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  grid().element().scrollTop = 7_000_000;
  await expect.element(page.getByRole('row').nth(20)).toBeVisible();
  expect(activeText()).toBe('number 3');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(activeText).toBe('number 4');
  await expect.element(row(4)).toBeInViewport();
});

test('the wheel moves by true pixels among a million rows', async () => {
  await render(<Grid rowCount={1_000_000} />);
  const firstVisible = () => {
    const top = grid().element().getBoundingClientRect().top + 37;
    return page
      .getByRole('gridcell')
      .elements()
      .find((cell) => cell.getBoundingClientRect().bottom > top)?.textContent;
  };
  await expect.poll(firstVisible).toBe('number 0');
  for (let turn = 0; turn < 4; turn++)
    grid()
      .element()
      .dispatchEvent(new WheelEvent('wheel', { deltaY: 32, cancelable: true, bubbles: true }));
  await expect.poll(firstVisible).toBe('number 4');
});

test('Enter and a click open a row, which is then selected', async () => {
  const onOpen = vi.fn();
  await render(<Grid rowCount={100} onOpen={onOpen} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onOpen).toHaveBeenLastCalledWith(1);
  await expect.element(row(1)).toHaveAttribute('aria-selected', 'true');
  await row(3).getByRole('gridcell').first().click();
  expect(onOpen).toHaveBeenLastCalledWith(3);
  await expect.element(row(1)).toHaveAttribute('aria-selected', 'false');
});

test('headers sort by click and by key, with Shift as a further key, and resize by key', async () => {
  const onSort = vi.fn();
  const onResize = vi.fn();
  await render(<Grid rowCount={100} onSort={onSort} onResize={onResize} />);
  await page.getByRole('columnheader', { name: 'Word' }).click();
  expect(onSort).toHaveBeenLastCalledWith('word', false);
  await page.getByRole('columnheader', { name: 'Word' }).click({ modifiers: ['Shift'] });
  expect(onSort).toHaveBeenLastCalledWith('word', true);
  grid().element().focus();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(onSort).toHaveBeenLastCalledWith('number', false);
  await userEvent.keyboard('{Shift>}{Enter}{ArrowRight}{/Shift}');
  expect(onSort).toHaveBeenLastCalledWith('number', true);
  expect(onResize).toHaveBeenLastCalledWith('number', 136);
});

test('rows that are not there yet keep their place', async () => {
  await render(<Grid rowCount={100} isLoading={(index) => index === 1} />);
  const rows = page.getByRole('row');
  await expect.element(rows.nth(3)).toHaveAttribute('aria-rowindex', '4');
  expect(rows.nth(2).element().textContent).toBe('');
  expect(rows.nth(3).element().getBoundingClientRect().top - rows.nth(1).element().getBoundingClientRect().top).toBe(64);
});

function DensityButtons() {
  const [, setDensity] = useDensity();
  return (['comfortable', 'compact'] as const).map((each) => (
    <button key={each} type="button" onClick={() => setDensity(each)}>
      {each}
    </button>
  ));
}

/** From the top of the grid, and its height. */
function placeOf(index: number): { readonly top: number; readonly height: number } {
  const { top, height } = row(index).element().getBoundingClientRect();
  return { top: top - grid().element().getBoundingClientRect().top, height };
}

async function setDensity(name: 'comfortable' | 'compact') {
  // Without moving the focus, as a command does.
  page
    .getByRole('button', { name })
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const height = name === 'compact' ? 24 : 32;
  await expect.poll(() => page.getByRole('row').nth(1).element().getBoundingClientRect().height).toBe(height);
}

test.each([1000, 1_000_000])('a denser grid shows more of %i rows, and the focused one stays where it is', async (rowCount) => {
  await render(
    <>
      <DensityButtons />
      <Grid rowCount={rowCount} />
    </>,
  );
  grid().element().focus();
  await userEvent.keyboard('{Control>}{End}{/Control}{Home}{PageUp}{PageUp}{PageUp}{ArrowDown}{ArrowDown}');
  await expect.poll(() => activeText()).toMatch(/^number \d+$/);
  const focused = Number(activeText()?.replace('number ', ''));
  await expect.element(row(focused)).toBeInViewport();
  const { top } = placeOf(focused);
  await setDensity('compact');
  // The header may be lower, too.
  await expect.poll(() => Math.abs(placeOf(focused).top - top)).toBeLessThan(9);
  expect(placeOf(focused + 1).top - placeOf(focused).top).toBe(24);
  expect(activeText()).toBe(`number ${focused}`);
  await setDensity('comfortable');
  await expect.poll(() => Math.abs(placeOf(focused).top - top)).toBeLessThan(1);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(activeText).toBe(`number ${focused + 1}`);
});

test('with the focused row out of sight the first row in sight stays the first', async () => {
  await render(
    <>
      <DensityButtons />
      <Grid rowCount={1000} />
    </>,
  );
  grid().element().scrollTop = 500 * 32;
  await expect.element(row(500)).toBeInViewport();
  await setDensity('compact');
  await expect.poll(() => placeOf(500).top).toBe(29);
  await expect.element(page.getByRole('row').nth(1)).toHaveStyle({ fontSize: '12px' });
  await setDensity('comfortable');
  await expect.poll(() => placeOf(500).top).toBe(37);
});
