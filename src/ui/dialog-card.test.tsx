import { Button, Dialog, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { DialogButton } from './dialog-button';
import { DialogCard } from './dialog-card';

function Screen() {
  const [isDone, setDone] = useState(false);
  return (
    <FluentProvider theme={webLightTheme}>
      <Dialog>
        <DialogButton>Revoke</DialogButton>
        <DialogCard title="Revoke it" actions={!isDone && <Button onClick={() => setDone(true)}>Do it</Button>}>
          {isDone ? 'Revoked' : 'It can be revoked'}
        </DialogCard>
      </Dialog>
    </FluentProvider>
  );
}

const opener = () => page.getByRole('button', { name: 'Revoke', exact: true });
const dialog = () => page.getByRole('dialog', { name: 'Revoke it' });

test('a dialog keeps the focus when the button that was pressed is gone, and closes on Escape', async () => {
  await render(<Screen />);
  await opener().click();
  await dialog().getByRole('button', { name: 'Do it' }).click();
  await expect.element(dialog().getByText('Revoked', { exact: true })).toBeVisible();
  await expect.element(dialog().getByRole('button', { name: 'Close' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(opener()).toHaveFocus();
});

test('the focus returns to the button that opened the dialog, also where a press does not focus it', async () => {
  await render(<Screen />);
  // As Firefox and Safari do.
  opener()
    .element()
    .addEventListener('mousedown', (event) => event.preventDefault());
  await opener().click();
  await expect.element(dialog()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(opener()).toHaveFocus();
});
