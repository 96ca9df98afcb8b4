import { useState } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { savedView } from '~/domain/casework/saved-view';
import { addRecords, addView, editMarks, newCase, putCase, putView } from '~/domain/casework/work-changes';
import { writeWorkFile } from '~/domain/casework/work-file';
import type { Casework } from '~/records/casework';
import { CaseScreen } from './case-screen';
import type { CasesParams } from './cases-params';
import { CasesScreen } from './cases-screen';
import { openCasework, recordNamed, reloaded, show } from './open-casework.fixture';

function Example({ casework, caseId }: { readonly casework: Casework; readonly caseId?: string }) {
  const [params, setParams] = useState<CasesParams>({ text: '', sort: undefined, mark: undefined });
  const shared = {
    casework,
    params,
    onParams: (change: Partial<CasesParams>) => setParams((last) => ({ ...last, ...change })),
  };
  if (caseId === undefined) return <CasesScreen {...shared} renderCaseLink={({ name }) => <a href="/">{name}</a>} />;
  return <CaseScreen {...shared} caseId={caseId} before={null} />;
}

/** A case of two records and a view; a third record is starred only. */
async function filled() {
  const casework = await openCasework();
  const entry = newCase('Mail of Ada', 1);
  const view = savedView('Her mail', '/search/s%201', '?text=ada', 1);
  casework.change(putCase(entry));
  casework.change(putView(view));
  casework.change(addView(entry.id, view.id));
  casework.change(addRecords(entry.id, [recordNamed('r1'), recordNamed('r2')], 1));
  casework.change(editMarks([recordNamed('r2')], () => ({ note: 'odd' }), 1));
  casework.change(editMarks([recordNamed('r3')], () => ({ starred: true, tags: ['Phishing'] }), 1));
  await casework.flush();
  return { casework, entry, view };
}

const row = (name: RegExp) => page.getByRole('row', { name });

function importFile(text: string) {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], 'cases.json', { type: 'application/json' }));
  document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
}

test('says what to do while nothing is kept, and makes a case', async () => {
  const casework = await openCasework();
  await show(<Example casework={casework} />);
  await expect.element(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'New case' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Name of the case' }), 'Mail of Ada');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('link', { name: 'Mail of Ada' })).toBeVisible();
  expect([...(await reloaded(casework)).state.get().work.cases.values()]).toMatchObject([{ name: 'Mail of Ada' }]);
});

test('lists what is kept, finds records by what was written on them, and opens a view where it was saved', async () => {
  const { casework } = await filled();
  const { history } = await show(<Example casework={casework} />);
  await expect
    .element(page.getByRole('list', { name: 'Cases', exact: true }))
    .toHaveTextContent(/Mail of Ada.*2 records, 1 view/);
  await expect.element(row(/message r2.*odd.*Mail of Ada/)).toBeVisible();
  await userEvent.fill(page.getByRole('searchbox', { name: 'Filter records' }), 'starred phish');
  await expect.element(page.getByText('1 of 3 records')).toBeVisible();
  await userEvent.click(page.getByRole('link', { name: 'Her mail' }));
  expect(history.location.href).toBe('/search/s%201?text=ada');
});

test('renames and deletes a case, and takes it back with all that was in it', async () => {
  const { casework, entry } = await filled();
  await show(<Example casework={casework} />);
  await userEvent.click(page.getByRole('button', { name: 'Rename Mail of Ada' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Name of the case' }), 'Mail');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Delete Mail', exact: true }));
  await expect.element(row(/message r1/)).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Undo' }).last());
  await expect.element(row(/message r1/)).toBeVisible();
  expect((await reloaded(casework)).state.get().work.cases.get(entry.id)).toMatchObject({
    name: 'Mail',
    recordIds: ['r1', 'r2'],
    viewIds: [expect.any(String)],
  });
});

test('opens a record of a case beside it, and takes it out', async () => {
  const { casework, entry } = await filled();
  await show(<Example casework={casework} caseId={entry.id} />);
  await userEvent.click(page.getByRole('gridcell', { name: /message r1/ }));
  const panel = page.getByRole('complementary', { name: 'Marked record' });
  await expect
    .element(panel.getByRole('link', { name: 'Show it where it was marked' }))
    .toHaveAttribute('href', '/search/s1?record=r1');
  await userEvent.click(panel.getByRole('button', { name: 'Take out of this case' }));
  await expect.element(row(/message r1/)).not.toBeInTheDocument();
  await expect.element(row(/message r2/)).toBeVisible();
});

test('takes a view out of a case without deleting it, and keeps the note of the case', async () => {
  const { casework, entry, view } = await filled();
  await show(<Example casework={casework} caseId={entry.id} />);
  await userEvent.click(page.getByRole('button', { name: 'Take Her mail out of this case' }));
  await expect.element(page.getByRole('heading', { name: 'No views yet' })).toBeVisible();
  await userEvent.fill(page.getByRole('textbox', { name: 'Note' }), 'Began on Monday');
  const { work } = (await reloaded(casework)).state.get();
  expect(work.views.get(view.id)).toEqual(view);
  expect(work.cases.get(entry.id)).toMatchObject({ note: 'Began on Monday', viewIds: [] });
});

test('a case that is deleted on its own page can be taken back there', async () => {
  const { casework, entry } = await filled();
  await show(<Example casework={casework} caseId={entry.id} />);
  await userEvent.click(page.getByRole('button', { name: 'Delete', exact: true }));
  await expect.element(page.getByRole('heading', { name: 'This case is not kept here' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByRole('heading', { name: 'Mail of Ada', level: 1 })).toBeVisible();
});

test('exports a case with what is in it, which another browser imports', async () => {
  const { casework, entry } = await filled();
  await show(<Example casework={casework} caseId={entry.id} />);
  const made = vi.spyOn(URL, 'createObjectURL');
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  onTestFinished(() => {
    made.mockRestore();
    click.mockRestore();
  });
  await userEvent.click(page.getByRole('button', { name: 'Export', exact: true }));
  const [blob] = made.mock.calls[0] ?? [];
  if (!(blob instanceof Blob)) throw new Error('nothing was exported');
  const text = (await blob.text()).replace(casework.tenant, 'somewhere else');
  const file = JSON.parse(text);
  expect(file.marks.map(({ recordId }: { recordId: string }) => recordId)).toEqual(['r1', 'r2']);

  const other = await openCasework('somewhere else');
  await show(<Example casework={other} />);
  importFile(text);
  await expect.element(page.getByText('2 records, 1 saved view and 1 case added.')).toBeVisible();
  expect((await reloaded(other)).state.get().work.cases.get(entry.id)?.recordIds).toEqual(['r1', 'r2']);
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  expect(other.state.get().work.cases.size).toBe(0);
});

test('says what an import did not take, and of a file of another tenant why', async () => {
  const { casework } = await filled();
  await show(<Example casework={casework} />);
  const file = JSON.parse(writeWorkFile(casework.state.get().work, casework.tenant, 1));
  file.marks.push({ recordId: 'r4' });
  importFile(JSON.stringify(file));
  await expect.element(page.getByText('All of it was here already.')).toBeVisible();
  await expect.element(page.getByRole('list', { name: 'Not imported' })).toHaveTextContent(/^Mark 4: .*“starred”/);
  importFile(JSON.stringify({ ...file, tenant: 'fabrikam' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent(/cases.json was not imported.*another tenant, fabrikam/);
});
