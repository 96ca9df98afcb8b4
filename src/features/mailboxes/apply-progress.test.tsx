import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ApiError } from '~/domain/errors/errors';
import { ApplyProgress } from './apply-progress';
import type { ApplyStatus } from './apply-run';
import { sampleMailbox } from './sample-tenant.fixture';

const failed: ApplyStatus = { kind: 'failed', error: new ApiError('forbidden', { service: 'Exchange', action: 'change it' }) };
const none = { waiting: 0, applying: 0, verified: 0, differs: 0, failed: 0, unread: 0 };

test.each([
  ['what went wrong comes first', 10, 'and 20 more, none of them gone wrong so far'],
  ['more went wrong than is listed', 215, 'and 20 more, 15 of them gone wrong'],
])('where %s, the rest is counted for what it is', async (_, wrong, words) => {
  const mailboxes = Array.from({ length: 220 }, (_, at) => ({
    mailbox: sampleMailbox({ name: `Mailbox ${at}` }),
    status: at < wrong ? failed : ({ kind: 'verified' } as const),
  }));
  const counts = { ...none, failed: wrong, verified: 220 - wrong };
  await render(<ApplyProgress state={{ mailboxes, counts, phase: 'done' }} />);
  await expect.element(page.getByText(words)).toBeVisible();
});
