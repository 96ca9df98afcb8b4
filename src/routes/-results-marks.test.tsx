import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { editMarks, type MarkEdit } from '~/domain/casework/work-changes';
import { openCasework, recordNamed, reloaded } from '~/features/casework/open-casework.fixture';
import type { ResultParamsInput } from '~/features/results/result-params';
import { CaseworkContext } from '~/records/casework';
import { firstRow, grid, header, heldWith, Screen } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

/** The newest first: `id-2` is the first of three rows. */
async function showMarked(marks: Readonly<Record<string, MarkEdit>>, params: ResultParamsInput = {}) {
  const casework = await openCasework();
  for (const [id, edit] of Object.entries(marks)) casework.change(editMarks([recordNamed(id)], () => edit, 1));
  const held = await heldWith(3);
  await render(
    <CaseworkContext value={casework}>
      <Screen held={held} {...params} />
    </CaseworkContext>,
  );
  await expect.element(page.getByText('3 records').first()).toBeVisible();
  return casework;
}

const row = (name: string) => grid().getByRole('row').filter({ hasText: name });
const signs = () => grid().getByRole('img');

test('what is written on a record is signed at the beginning of its row', async () => {
  await showMarked({ 'id-0': { note: 'odd', tags: ['Phishing', 'Mail'] }, 'id-2': { starred: true, note: 'Where it began' } });
  await expect.element(row('file 2.docx').getByRole('img')).toHaveAccessibleName('Starred and has notes');
  await expect.element(row('file 0.docx').getByRole('img')).toHaveAccessibleName('Has notes and tagged Phishing, Mail');
  expect(signs().elements()).toHaveLength(2);
});

test('without marks there is neither a sign nor room for one', async () => {
  const casework = await showMarked({});
  const width = () => header('Date (UTC)').element().getBoundingClientRect().width;
  const before = width();
  await expect.element(signs()).not.toBeInTheDocument();
  casework.change(editMarks([recordNamed('id-1')], () => ({ tags: ['Phishing'] }), 1));
  await expect.element(signs()).toHaveAccessibleName('Tagged Phishing');
  expect(width()).toBe(before + 20);
});

test('s stars the row in focus, for good, and takes the star away', async () => {
  const casework = await showMarked({});
  await userEvent.click(header('Date (UTC)'));
  await expect.element(firstRow()).toHaveTextContent('file 0.docx');
  await userEvent.keyboard('{ArrowDown}s');
  await expect.element(row('file 1.docx').getByRole('img')).toHaveAccessibleName('Starred');
  await expect.element(page.getByRole('status').filter({ hasText: 'Starred' })).toBeInTheDocument();
  expect((await reloaded(casework)).state.get().work.marks.get('id-1')).toMatchObject({
    starred: true,
    time: Date.UTC(2026, 10, 14, 0, 1),
    summary: expect.stringContaining('bob@contoso.com opened the file'),
    address: expect.stringMatching(/[?&]record=/),
  });
  await userEvent.keyboard('s');
  await expect.element(signs()).not.toBeInTheDocument();
  expect((await reloaded(casework)).state.get().work.marks.size).toBe(0);
});

test('the menu of a cell stars its record', async () => {
  await showMarked({});
  await userEvent.click(row('file 2.docx').getByRole('gridcell').nth(1), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Star', exact: true }));
  await expect.element(row('file 2.docx').getByRole('img')).toHaveAccessibleName('Starred');
  await userEvent.click(row('file 2.docx').getByRole('gridcell').nth(1), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Take the star away' }));
  await expect.element(signs()).not.toBeInTheDocument();
});

test('s stars the record that is open beside the rows', async () => {
  await showMarked({});
  await userEvent.click(row('file 1.docx'));
  await userEvent.click(page.getByRole('heading', { name: 'id-1' }));
  await userEvent.keyboard('s');
  await expect.element(row('file 1.docx').getByRole('img')).toHaveAccessibleName('Starred');
});

test('records below a group have their signs, and can be starred there', async () => {
  await showMarked({ 'id-0': { note: 'odd' } }, { group: 'operation' });
  const line = (name: string) => page.getByRole('treegrid', { name: 'Groups' }).getByRole('row').filter({ hasText: name });
  await userEvent.click(header('Activity'));
  await expect.element(line('Accessed file')).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  await expect.element(line('file 0.docx').getByRole('img')).toHaveAccessibleName('Has notes');
  await userEvent.keyboard('s');
  await expect.element(line('file 2.docx').getByRole('img')).toHaveAccessibleName('Starred');
  await userEvent.click(line('file 2.docx'), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Take the star away' }));
  await expect.element(line('file 2.docx').getByRole('img')).not.toBeInTheDocument();
});

test('on a narrow screen the sign stands in the card', async () => {
  await page.viewport(375, 700);
  await showMarked({ 'id-1': { starred: true } });
  await expect.element(row('file 1.docx').getByRole('img')).toHaveAccessibleName('Starred');
});
