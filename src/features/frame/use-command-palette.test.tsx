import { Dialog, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CommandButton } from '~/ui/command-button';
import { DialogCard } from '~/ui/dialog-card';
import { useCommand, useCommands } from '~/ui/use-command';
import { useCommandPalette } from './use-command-palette';

beforeEach(() => localStorage.clear());

function Screen({ isBusy = false, hasDialog = false }) {
  const { open, prepare, palette } = useCommandPalette();
  const [said, setSaid] = useState('Nothing yet');
  const users = useRef<HTMLInputElement>(null);
  useCommand({ label: 'Close the record', keys: 'Escape' }, () => setSaid('Closed'));
  useCommand({ label: 'Next record', keys: 'n' }, () => setSaid('Next'));
  useCommand({ label: 'Find a user' }, () => users.current?.focus());
  useCommands([
    { group: 'Go to', label: 'Encrypted messages: Tracking set-up', run: () => setSaid('Gone') },
    { group: 'Go to', label: 'Settings', run: () => setSaid('Gone to the settings') },
    { label: 'Select the row', keys: 'Space' },
  ]);
  return (
    <FluentProvider theme={webLightTheme}>
      <button type="button" onPointerEnter={prepare} onClick={open}>
        Commands
      </button>
      <CommandButton command="Save the records" disabledFocusable={isBusy} onClick={() => setSaid('Saved')}>
        Save
      </CommandButton>
      <input ref={users} aria-label="Users" />
      <p role="status">{said}</p>
      {hasDialog && (
        <Dialog open>
          <DialogCard title="Above all">It covers the page.</DialogCard>
        </Dialog>
      )}
      {palette}
    </FluentProvider>
  );
}

const dialog = () => page.getByRole('dialog', { name: 'Commands' });
const box = () => dialog().getByRole('combobox', { name: 'Find a command' });
const option = (name: string | RegExp) => dialog().getByRole('option', { name });
const users = () => page.getByRole('textbox', { name: 'Users' });
const said = (text: string) => expect.element(page.getByText(text, { exact: true })).toBeVisible();

/** The command a screen reader would read: the one the focused box names. */
function activeText(): string | null | undefined {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  return id ? document.getElementById(id)?.textContent?.trim() : undefined;
}

async function openByKeys() {
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(box()).toHaveFocus();
}

test('two keys open it, also while one is typing, and Escape gives the focus back', async () => {
  await render(<Screen />);
  await users().fill('ada');
  await openByKeys();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(users()).toHaveFocus();
  // The page behind has a key of that name, too.
  await said('Nothing yet');
});

test('the same two keys close it', async () => {
  await render(<Screen />);
  await openByKeys();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(dialog()).not.toBeInTheDocument();
});

test('its button opens it, and a press beside it closes it', async () => {
  await render(<Screen />);
  const button = page.getByRole('button', { name: 'Commands' });
  await button.click();
  await expect.element(box()).toHaveFocus();
  await userEvent.click(document.body, { position: { x: 5, y: 5 }, force: true });
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

test('shows what can be done, in groups and with its keys, and not what cannot', async () => {
  await render(<Screen isBusy />);
  await openByKeys();
  const here = dialog().getByRole('group', { name: 'On this page' });
  await expect.element(here.getByRole('option', { name: 'Next record n' })).toBeVisible();
  await expect.element(dialog().getByRole('group', { name: 'Go to' }).getByRole('option').first()).toBeVisible();
  await expect.element(option('Select the row')).not.toBeInTheDocument();
  await expect.element(option('Save the records')).not.toBeInTheDocument();
  await expect.element(option(/^Commands/)).not.toBeInTheDocument();
});

test('the arrows, Home and End move, and Enter runs', async () => {
  await render(<Screen />);
  await openByKeys();
  expect(activeText()).toBe('Save the records');
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(activeText).toBe('Settings');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(activeText).toMatch(/^Close the record/);
  await userEvent.keyboard('{End}');
  await expect.poll(activeText).toBe('Settings');
  await expect.element(option('Settings')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Home}');
  await expect.poll(activeText).toBe('Save the records');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await said('Saved');
});

test('words in any order and initials find, and what is typed is for nobody else', async () => {
  await render(<Screen />);
  await openByKeys();
  await userEvent.keyboard('up set tracking');
  await expect.poll(activeText).toBe('Encrypted messages: Tracking set-up');
  await expect.element(dialog().getByRole('option')).toBeVisible();
  await box().fill('emt');
  await expect.poll(activeText).toBe('Encrypted messages: Tracking set-up');
  await box().fill('nonsense');
  await expect.element(dialog().getByText('No command has these words.')).toBeVisible();
  await userEvent.keyboard('{Enter}n');
  await expect.element(box()).toHaveValue('nonsensen');
  await said('Nothing yet');
});

test('a command takes the focus where it leads', async () => {
  await render(<Screen />);
  await openByKeys();
  await option('Find a user').click();
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(users()).toHaveFocus();
});

test('what was used last comes first the next time', async () => {
  await render(<Screen />);
  for (const name of ['Settings', 'Next record n']) {
    await openByKeys();
    await option(name).click();
    await expect.element(dialog()).not.toBeInTheDocument();
  }
  await openByKeys();
  const recent = dialog().getByRole('group', { name: 'Recently used' }).getByRole('option');
  await expect
    .poll(() => recent.elements().map((each) => each.textContent))
    .toEqual([expect.stringContaining('Next record'), expect.stringContaining('Settings')]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await said('Gone to the settings');
});

test('a key of what a dialog covers does nothing', async () => {
  const screen = await render(<Screen hasDialog />);
  await expect.element(page.getByRole('dialog', { name: 'Above all' })).toBeVisible();
  await userEvent.keyboard('n{Control>}k{/Control}');
  await screen.rerender(<Screen />);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await said('Nothing yet');
  await userEvent.keyboard('n');
  await said('Next');
});
