import { expect, test } from 'vitest';
import { fromParams, paramsOf, toMailboxSearch, toParams } from './mailbox-search-form';
import { mailboxSearchParamsSchema } from './mailbox-search-params';

const now = Date.parse('2026-11-21T09:00:00Z');
const form = fromParams({}, now);

test('a fresh form asks one mailbox, by anyone, with details, in the last seven days', () => {
  expect(form).toMatchObject({ way: 'now', range: '7d', showDetails: true, resultSize: 1000 });
  expect(form.logonTypes).toEqual(['Admin', 'Delegate', 'Owner']);
  expect(toParams(form)).toEqual({});
});

test('everything in the form survives in the address', () => {
  const full = {
    ...form,
    way: 'background' as const,
    range: undefined,
    start: '2026-11-01T00:00:00.000Z',
    end: '2026-11-02T00:00:00.000Z',
    mailboxes: ['154', 'bob@contoso.com'],
    logonTypes: ['External' as const],
    operations: ['Move'],
    showDetails: false,
    externalAccess: true,
    hasAttachments: true,
    groupMailbox: true,
    inactiveMailbox: true,
    name: 'Case 12',
    recipients: ['audit@contoso.com'],
  };
  const written: unknown = JSON.parse(JSON.stringify(toParams(full)));
  expect(fromParams(mailboxSearchParamsSchema.parse(written), now)).toEqual(full);
  expect(fromParams(paramsOf(toMailboxSearch(full, now)), now)).toEqual(full);
});

test('a result size is only of searches now', () => {
  expect(fromParams(toParams({ ...form, resultSize: 5 }), now).resultSize).toBe(5);
  expect(toMailboxSearch({ ...form, way: 'background', resultSize: Number.NaN }, now).resultSize).toBe(1000);
});

test('no logon type is not the same as all of them', () => {
  expect(fromParams(toParams({ ...form, logonTypes: [] }), now).logonTypes).toEqual([]);
});

test('what cannot be read is not asked for', () => {
  const params = mailboxSearchParamsSchema.parse({ way: 'later', by: ['Nobody', 'Owner'], most: 'many', last: 9, mailbox: 12 });
  expect(fromParams(params, now)).toMatchObject({
    way: 'now',
    logonTypes: ['Owner'],
    resultSize: 1000,
    range: '7d',
    mailboxes: ['12'],
  });
});

test('a range that ends now ends when it is asked', () => {
  expect(toMailboxSearch(form, now + 3_600_000)).toMatchObject({ end: '2026-11-21T10:00:00.000Z' });
});
