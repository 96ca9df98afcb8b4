import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { countActions, noEdit } from '~/domain/mailbox-auditing/mailbox-changes';
import { ActionTables } from './action-tables';
import { EditMatrix } from './edit-matrix';
import { sampleMailbox } from './sample-tenant.fixture';

beforeEach(() => page.viewport(1280, 900));

const show = (matrix: ReactNode) => render(<FluentProvider theme={webLightTheme}>{matrix}</FluentProvider>);
const tip = (words: string) => page.getByRole('tooltip').filter({ hasText: words });
const cell = (name: string) => page.getByRole('checkbox', { name, exact: true });

test('a cell that can never be logged says why to the pointer and to the focus', async () => {
  const counts = countActions([sampleMailbox({ name: 'Ada' })]);
  await show(<EditMatrix edition="today" counts={counts} outOf={1} own={[]} edit={noEdit} onEdit={vi.fn()} />);
  const why = 'MailboxLogin cannot be logged for delegates. Only owners sign in to a mailbox';
  await userEvent.hover(cell('MailboxLogin, Delegate'));
  await expect.element(tip(why)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(tip(why)).not.toBeInTheDocument();

  cell('MailboxLogin, Owner').element().focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(cell('MailboxLogin, Delegate')).toHaveFocus();
  await expect.element(tip(why)).toBeVisible();
  await expect
    .element(cell('MailboxLogin, Delegate'))
    .toHaveAccessibleDescription(/^MailboxLogin cannot be logged for delegates/);
});

test('so does one of the table that can only be read', async () => {
  await show(<ActionTables edition="today" onClose={vi.fn()} />);
  const row = page.getByRole('table', { name: 'Actions of Exchange Online today' }).getByRole('row', { name: /^FolderBind/ });
  const never = row.getByText('never');
  const why = 'FolderBind cannot be logged for the owner. Owners open their folders all day';
  await userEvent.hover(never);
  await expect.element(tip(why)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(tip(why)).not.toBeInTheDocument();

  row.getByText('can be').nth(1).element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(never).toHaveFocus();
  await expect.element(tip(why)).toBeVisible();
});
