import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { editMarks, newCase, putCase } from '~/domain/casework/work-changes';
import { MarkRecord } from './mark-record';
import { openCasework, recordNamed, reloaded, show } from './open-casework.fixture';
import { SaveView } from './save-view';

const record = recordNamed('r1');
const note = page.getByRole('textbox', { name: 'Note' });

test('stars a record and takes the star back', async () => {
  const casework = await openCasework();
  await show(<MarkRecord casework={casework} record={record} />);
  const star = page.getByRole('button', { name: 'Star' });
  await userEvent.click(star);
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
  expect((await reloaded(casework)).state.get().work.marks.get('r1')).toMatchObject({ ...record, starred: true });
  await userEvent.click(star);
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
  expect((await reloaded(casework)).state.get().work.marks.size).toBe(0);
});

test('a note is kept while it is typed, wherever the caret is', async () => {
  const casework = await openCasework();
  await show(<MarkRecord casework={casework} record={record} />);
  await userEvent.click(note);
  await userEvent.keyboard('a note{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}long ');
  await expect.element(note).toHaveValue('a long note');
  await expect.poll(async () => (await openCasework(casework.tenant)).state.get().work.marks.get('r1')?.note).toBe('a long note');
});

test('a note of one record is not taken for that of the next', async () => {
  const casework = await openCasework();
  casework.change(editMarks([recordNamed('r2')], () => ({ note: 'of the second' }), 1));
  await show(
    <>
      <MarkRecord casework={casework} record={record} />
      <MarkRecord casework={casework} record={recordNamed('r2')} />
    </>,
  );
  await userEvent.fill(note.first(), 'of the first');
  await expect.element(note.nth(1)).toHaveValue('of the second');
  expect([...casework.state.get().work.marks.values()].map((mark) => mark.note).sort()).toEqual([
    'of the first',
    'of the second',
  ]);
});

test('tags are typed, and those used before are offered', async () => {
  const casework = await openCasework();
  casework.change(editMarks([recordNamed('r2')], () => ({ tags: ['Phishing'] }), 1));
  await show(<MarkRecord casework={casework} record={record} />);
  await userEvent.click(page.getByRole('combobox', { name: 'Tags' }));
  await userEvent.keyboard('phi{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove Phishing' })).toBeVisible();
  await userEvent.keyboard('exfiltration{Enter}');
  expect((await reloaded(casework)).state.get().work.marks.get('r1')?.tags).toEqual(['Phishing', 'exfiltration']);
});

test('a record is put into a case, into a new one too, and taken out', async () => {
  const casework = await openCasework();
  const entry = newCase('Mail of Ada', 1);
  casework.change(putCase(entry));
  await show(<MarkRecord casework={casework} record={record} />);
  await userEvent.click(page.getByRole('button', { name: 'Add to case' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Mail of Ada' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'New case' }), 'Another');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('checkbox', { name: 'Another' })).toBeChecked();
  const { work } = (await reloaded(casework)).state.get();
  expect([...work.cases.values()].map(({ recordIds }) => recordIds)).toEqual([['r1'], ['r1']]);
  await userEvent.click(page.getByRole('checkbox', { name: 'Mail of Ada' }));
  expect(casework.state.get().work.cases.get(entry.id)?.recordIds).toEqual([]);
});

test('where nothing can be written, what was typed stays and the page says so', async () => {
  const casework = await openCasework();
  await show(<MarkRecord casework={casework} record={record} />);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  await userEvent.fill(note, 'a note');
  await expect.element(page.getByRole('alert')).toHaveTextContent('The browser has no more room');
  await expect.element(note).toHaveValue('a note');
  put.mockRestore();
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect((await reloaded(casework)).state.get().work.marks.get('r1')?.note).toBe('a note');
});

test('a view is saved under a name, without the record that is open, and can be taken back', async () => {
  const casework = await openCasework();
  await show(<SaveView casework={casework} path="/search/s1" search="?text=ada&record=7" suggestedName="Mail" />);
  await userEvent.click(page.getByRole('button', { name: 'Save view' }));
  const name = page.getByRole('textbox', { name: 'Name of the view' });
  await expect.element(name).toHaveValue('Mail');
  await userEvent.fill(name, ' ');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('It needs a name.')).toBeVisible();
  await userEvent.fill(name, 'Mail of Ada');
  await userEvent.keyboard('{Enter}');
  await expect.element(name).not.toBeInTheDocument();
  expect([...(await reloaded(casework)).state.get().work.views.values()]).toMatchObject([
    { name: 'Mail of Ada', path: '/search/s1', search: '?text=ada' },
  ]);
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  expect(casework.state.get().work.views.size).toBe(0);
});

test('a view of opened files says that they have to be opened again', async () => {
  await show(<SaveView casework={await openCasework()} path="/files" search="" suggestedName="audit.csv" />);
  await userEvent.click(page.getByRole('button', { name: 'Save view' }));
  await expect.element(page.getByText('the files have to be opened again')).toBeVisible();
});
