import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FileDrop } from './file-drop';

function drag(type: 'dragover' | 'drop', target: Element) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['x'], 'audit.csv'));
  target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
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
