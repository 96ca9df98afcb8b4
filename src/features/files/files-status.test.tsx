import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { noReceipt } from '~/engine/record-sets.fixture';
import { FilesStatus } from './files-status';
import { createFileOpening, type OpenedFile } from './open-files';

const nothing = new ArrayRecordSet();
const read = (id: number, name: string, cutOff: number): OpenedFile => ({
  id,
  name,
  status: { kind: 'read', receipt: { ...noReceipt, added: 5, cutOff, recognisedAs: 'Purview portal CSV' } },
});

test('says how many records of a file are cut off, and nothing of files that are whole', async () => {
  await render(
    <FluentProvider theme={webLightTheme}>
      <FilesStatus
        opening={createFileOpening({ intake: nothing, set: nothing })}
        files={[read(1, 'cut.csv', 2), read(2, 'one.csv', 1), read(3, 'whole.csv', 0)]}
      />
    </FluentProvider>,
  );
  await expect.element(page.getByText('cut.csv: AuditData of 2 records breaks off')).toBeVisible();
  await expect.element(page.getByText('one.csv: AuditData of 1 record breaks off')).toBeVisible();
  await expect.element(page.getByText('whole.csv')).not.toBeInTheDocument();
});
