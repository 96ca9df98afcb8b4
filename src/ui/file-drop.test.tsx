import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { DropZone } from './drop-zone';
import { FileDrop } from './file-drop';
import { useNoStrayDrops } from './use-no-stray-drops';

function drag(type: 'dragover' | 'drop', target: Element) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['x'], 'audit.csv'));
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

test('takes what is dropped anywhere, but for a part of the page that takes files itself', async () => {
  const onFiles = vi.fn();
  await render(
    <FluentProvider theme={webLightTheme}>
      <FileDrop label="Drop to open" onFiles={onFiles} />
      <button type="button">Elsewhere</button>
      <button type="button" onDragOver={(event) => event.preventDefault()}>
        A part
      </button>
    </FluentProvider>,
  );
  const veil = page.getByText('Drop to open');
  const elsewhere = page.getByRole('button', { name: 'Elsewhere' });
  const part = page.getByRole('button', { name: 'A part' });
  await expect.element(part).toBeVisible();

  drag('dragover', elsewhere.element());
  await expect.element(veil).toBeVisible();
  drag('dragover', part.element());
  await expect.element(veil).not.toBeInTheDocument();
  drag('drop', part.element());
  expect(onFiles).not.toHaveBeenCalled();

  drag('dragover', elsewhere.element());
  drag('drop', elsewhere.element());
  expect(onFiles.mock.calls.map(([files]) => files.map(({ name }: File) => name))).toEqual([['audit.csv']]);
  await expect.element(veil).not.toBeInTheDocument();
});

test('a file that nobody takes does not replace the page, and hides from nobody that it was not taken', async () => {
  function Guarded({ takesAll }: { readonly takesAll: boolean }) {
    useNoStrayDrops();
    return (
      <>
        {takesAll && <FileDrop label="Drop to open" onFiles={onAll} />}
        <button type="button">Elsewhere</button>
        <DropZone label="Rules to open" onFiles={onRules}>
          Rules
        </DropZone>
      </>
    );
  }
  const onAll = vi.fn();
  const onRules = vi.fn();
  const { rerender } = await render(<Guarded takesAll={false} />);
  const elsewhere = page.getByRole('button', { name: 'Elsewhere' }).element();
  const zone = page.getByRole('group', { name: 'Rules to open' }).element();
  expect(drag('dragover', elsewhere).defaultPrevented).toBe(true);
  expect(drag('drop', elsewhere).defaultPrevented).toBe(true);
  drag('dragover', zone);
  drag('drop', zone);
  expect([onAll.mock.calls.length, onRules.mock.calls.length]).toEqual([0, 1]);

  await rerender(<Guarded takesAll />);
  drag('dragover', elsewhere);
  await expect.element(page.getByText('Drop to open')).toBeVisible();
  drag('drop', elsewhere);
  expect([onAll.mock.calls.length, onRules.mock.calls.length]).toEqual([1, 1]);
});
