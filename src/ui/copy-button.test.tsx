import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CopyButton } from './copy-button';

afterEach(() => vi.restoreAllMocks());

const show = () =>
  render(
    <FluentProvider theme={webLightTheme}>
      <CopyButton label="record ID" text={() => 'the text'} />
    </FluentProvider>,
  );

test('copies the text and says so', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show();
  await page.getByRole('button', { name: 'Copy record ID' }).click();
  expect(write).toHaveBeenCalledWith('the text');
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied');
});

test('falls back to the old way of copying where the clipboard is refused', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
  const command = vi.spyOn(document, 'execCommand').mockReturnValue(true);
  await show();
  await page.getByRole('button', { name: 'Copy record ID' }).click();
  expect(command).toHaveBeenCalledWith('copy');
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied');
});

test('says what to do where nothing can be copied', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
  vi.spyOn(document, 'execCommand').mockReturnValue(false);
  await show();
  await page.getByRole('button', { name: 'Copy record ID' }).click();
  await expect.element(page.getByRole('status')).toHaveTextContent('The browser refused. Select the text and press Ctrl+C.');
});
