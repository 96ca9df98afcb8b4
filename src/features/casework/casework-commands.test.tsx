import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { savedView } from '~/domain/casework/saved-view';
import { newCase, putCase, putView } from '~/domain/casework/work-changes';
import { CommandPalette } from '~/ui/command-palette/command-palette';
import { CaseworkCommands } from './casework-commands';
import { openCasework, show } from './open-casework.fixture';

const option = (name: string) => page.getByRole('option', { name, exact: true });

test('saved views and cases are found by name, and opened', async () => {
  localStorage.clear();
  const casework = await openCasework();
  const entry = newCase('Mail of Ada', 1);
  casework.change(putCase(entry));
  casework.change(putView(savedView('Her mail', '/search/s%201', '?text=ada', 1)));
  const opened: string[] = [];
  const { history } = await show(
    <>
      <CaseworkCommands casework={casework} onCase={(id) => opened.push(id)} />
      <CommandPalette onClose={() => {}} />
    </>,
  );
  await userEvent.keyboard('open ada');
  await userEvent.click(option('Open case: Mail of Ada'));
  expect(opened).toEqual([entry.id]);
  await expect.element(option('Open case: Mail of Ada')).not.toBeInTheDocument();
  expect(history.location.href).toBe('/');
});

test('a saved view opens where it was saved, and a new one is offered at once', async () => {
  localStorage.clear();
  const casework = await openCasework();
  const { history } = await show(
    <>
      <CaseworkCommands casework={casework} onCase={() => {}} />
      <CommandPalette onClose={() => {}} />
    </>,
  );
  casework.change(putView(savedView('Her mail', '/search/s%201', '?text=ada', Date.UTC(2026, 10, 14))));
  await expect.element(option('Open view: Her mail')).toBeVisible();
  casework.change(putView(savedView('Her mail', '/search/s%202', '', Date.UTC(2026, 10, 15))));
  await expect.element(option('Open view: Her mail')).not.toBeInTheDocument();
  await userEvent.click(option('Open view: Her mail (2026-11-15 00:00:00)'));
  expect(history.location.href).toBe('/search/s%202');
});
