import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { wholeSet } from '~/domain/view/result-view';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import type { Abilities, RecordSet } from '~/engine/record-set';
import { ExportButton } from './export-button';

class Writing extends ArrayRecordSet {
  override readonly can: Abilities;

  constructor(exports: Abilities['exports']) {
    super();
    this.can = { textSearch: true, exports };
  }
}

const record = {
  Id: '00000000-0000-4000-8000-000000000001',
  RecordType: 2,
  CreationTime: '2026-05-24T18:27:51',
  Operation: 'SendAs',
  UserId: 'eve@contoso.com',
  MailboxOwnerUPN: 'anna@contoso.com',
};

async function open(isMailboxLog: boolean) {
  const set = new ColumnRecordSet();
  await set.file(new File([JSON.stringify(record)], 'audit.jsonl'));
  set.cover('complete');
  await render(
    <FluentProvider theme={webLightTheme}>
      <ExportButton name="Anna" set={set} asked={wholeSet} fields={['time', 'user']} zone="utc" isMailboxLog={isMailboxLog} />
    </FluentProvider>,
  );
  await page.getByRole('button', { name: 'Export' }).click();
}

/** What is handed to the browser's downloads, and nothing is saved. */
function downloads(): Blob[] {
  const blobs: Blob[] = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return '#';
  };
  onTestFinished(() => {
    URL.createObjectURL = createObjectURL;
  });
  return blobs;
}

const xml = () => page.getByRole('radio', { name: 'XML as Exchange delivers mailbox audit logs' });

test('exports the records of mailboxes as XML', async () => {
  const saved = downloads();
  await open(true);
  await expect.element(page.getByRole('checkbox')).toBeVisible();
  await xml().click();
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
  await expect.element(page.getByText('Records that are not about a mailbox are left out', { exact: false })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
  await expect.element(page.getByText(/^Saved Anna .* UTC\.xml, 0\.0 MB$/)).toBeVisible();
  expect(saved[0]?.type).toBe('application/xml');
  const found = new DOMParser().parseFromString((await saved[0]?.text()) ?? '', 'application/xml').querySelectorAll('Event');
  expect(Array.from(found, (event) => event.getAttribute('MailboxOwnerUPN'))).toEqual(['anna@contoso.com']);
});

test('offers what the source can write, and no export where it can write nothing', async () => {
  const set = new Writing(['columns']);
  await set.page(new TextEncoder().encode(JSON.stringify({ value: [{ id: 'a', createdDateTime: '2026-05-24T18:27:51Z' }] })));
  const shown = (of: RecordSet) => (
    <FluentProvider theme={webLightTheme}>
      <ExportButton name="Anna" set={of} asked={wholeSet} fields={['time']} zone="utc" />
    </FluentProvider>
  );
  const screen = await render(shown(set));
  await page.getByRole('button', { name: 'Export' }).click();
  await expect.element(page.getByRole('radio', { name: /^CSV of the visible columns/ })).toBeChecked();
  expect(page.getByRole('radio').elements()).toHaveLength(1);

  await screen.rerender(shown(new Writing([])));
  await expect.element(page.getByRole('button', { name: 'Export' })).not.toBeInTheDocument();
});

test('offers no XML of other records', async () => {
  await open(false);
  await expect.element(page.getByRole('radio', { name: 'CSV of the visible columns' })).toBeVisible();
  await expect.element(xml()).not.toBeInTheDocument();
});
