// What every record set promises about being filled, whatever stands behind it.

import { expect, test } from 'vitest';
import { placeWords } from '~/domain/record/record-place';
import { emptySet } from './record-set';
import { noReceipt, pageOf, plainRecord, recordSets, wholeView } from './record-sets.fixture';

test.each(recordSets)('%s: a page counts records that are there already and follows the link to the next', async (_, make) => {
  const set = make();
  const [a, b, c] = ['a', 'b', 'c'].map((id) => plainRecord(id));
  expect(await set.page(pageOf([a, b, a].map(String), 'https://next'))).toEqual({
    ...noReceipt,
    added: 2,
    duplicates: 1,
    nextLink: 'https://next',
  });
  expect(set.state.get()).toEqual({ ...emptySet, records: 2, duplicates: 1 });
  expect(await set.page(pageOf([b, c].map(String)))).toEqual({ ...noReceipt, added: 1, duplicates: 1, nextLink: undefined });
  set.cover('complete');
  expect(set.state.get()).toEqual({ ...emptySet, records: 3, duplicates: 2, coverage: 'complete' });
});

test.each(recordSets)('%s: a bad record is refused with a reason and stops nothing', async (_, make) => {
  const set = make();
  const bad = [
    '{"id":"x"}',
    '{"createdDateTime":"2024-01-02T03:04:05Z"}',
    '{"id":"y","createdDateTime":"yesterday"}',
    'null',
    '[1]',
  ];
  expect(await set.page(pageOf([plainRecord('a'), ...bad, plainRecord('b')]))).toMatchObject({ added: 2, rejected: bad.length });
  expect(await set.rejected()).toEqual(
    bad.map((raw, at) => ({
      raw,
      source: 'Microsoft Graph, page 1',
      reason: [
        'It has no time.',
        'It has no id.',
        'Its time cannot be read: yesterday',
        'It is not a JSON object.',
        'It is not a JSON object.',
      ][at],
    })),
  );
  expect(set.state.get()).toMatchObject({ records: 2, rejected: bad.length });
});

test.each(recordSets)('%s: a page that is none is refused whole', async (_, make) => {
  const set = make();
  const cut = pageOf([plainRecord('a')]).slice(0, -3);
  for (const bytes of [cut, ...['[]', '{}', '{"value":{}}', 'null', '<html>'].map((text) => new TextEncoder().encode(text))]) {
    await expect(set.page(bytes)).rejects.toMatchObject({ kind: 'bad-page' });
  }
  expect(set.state.get()).toMatchObject({ records: 0 });
});

test.each(recordSets)('%s: opens a file, and refuses one that is no audit log', async (_, make) => {
  const set = make();
  const line = '{"Id":"x","CreationTime":"2024-01-02T03:04:05","UserId":"eve@contoso.com","RecordType":2,"Operation":"Send"}';
  expect(await set.file(new File([line], 'x.jsonl'))).toMatchObject({ added: 1, recognisedAs: 'JSON Lines of AuditData' });
  expect((await set.open(wholeView).rows(0, 1, ['user']))[0]?.values).toEqual({ user: 'eve@contoso.com' });
  await expect(set.file(new File(['a,b\n1,2'], 'x.csv'))).rejects.toMatchObject({ kind: 'not-an-audit-log' });
  expect(set.state.get()).toMatchObject({ records: 1 });
});

test.each(recordSets)('%s: takes a list of rows, and says where each record is from', async (_, make) => {
  const set = make();
  const row = (id: string) =>
    `{"Identity":"${id}","CreationDate":"2024-01-02T03:04:05","Operations":"Send","UserIds":"é@contoso.com","AuditData":{"X":"${id}"}}`;
  expect(await set.list([row('a'), 'no JSON', row('b'), row('a')], 'Log of anna@contoso.com')).toEqual({
    ...noReceipt,
    added: 2,
    duplicates: 1,
    rejected: 1,
  });
  const view = set.open(wholeView);
  expect((await view.records(0, 9)).map(({ auditData, origin }) => [auditData, placeWords(origin)])).toEqual([
    ['{"X":"a"}', 'Log of anna@contoso.com, entry 1'],
    ['{"X":"b"}', 'Log of anna@contoso.com, entry 3'],
  ]);
  expect((await view.rows(0, 1, ['user']))[0]?.values).toEqual({ user: 'é@contoso.com' });
  expect(await set.rejected()).toMatchObject([{ raw: 'no JSON', source: 'Log of anna@contoso.com, entry 2' }]);
});

// elastic/detection-rules#3838: sign-ins of accounts that could not be looked up.
test.each(recordSets)(
  '%s: the user is whoever stands behind an id, and the id stays in the record and in evidence',
  async (_, make) => {
    const set = make();
    const id = '2b3c4d5e-0000-4000-8000-1234567890ab';
    const actor = (ID: string) => `[{"ID":"${id}","Type":0},{"ID":"${ID}","Type":5}]`;
    const audits = [
      `{"UserId":"Not Available","Actor":${actor('rosa@contoso.com')}}`,
      `{"UserId":"${id}","UserKey":"otto@contoso.com","Actor":${actor(id)}}`,
      `{"Actor":${JSON.stringify(actor('rosa@contoso.com'))}}`,
      '{"UserId":"rosa@contoso.com","UserKey":"otto@contoso.com"}',
      `{"UserId":"Not Available","UserKey":"${id}"}`,
    ];
    await set.page(pageOf(audits.map((audit, i) => plainRecord(`${i}`, `,"auditData":${audit}`))));
    await set.page(pageOf([plainRecord('5', ',"userPrincipalName":"ada@contoso.com","auditData":{"UserId":"Not Available"}')]));
    const view = set.open({ ...wholeView, sort: [{ field: 'id', descending: false }] });
    expect((await view.rows(0, 9, ['user', 'path:UserId'])).map(({ values }) => values)).toEqual([
      { user: 'rosa@contoso.com', 'path:UserId': 'Not Available' },
      { user: 'otto@contoso.com', 'path:UserId': id },
      { user: 'rosa@contoso.com' },
      { user: 'rosa@contoso.com', 'path:UserId': 'rosa@contoso.com' },
      { user: 'Not Available', 'path:UserId': 'Not Available' },
      { user: 'ada@contoso.com', 'path:UserId': 'Not Available' },
    ]);
    const rosas = set.open({ ...wholeView, filters: [{ field: 'user', op: 'is', values: ['ROSA@contoso.com'] }] });
    expect((await rosas.rows(0, 9, [])).length).toBe(3);
    const evidence = await new Response(view.export({ kind: 'purview', bom: false })).text();
    expect(evidence.split('\r\n').map((line) => line.split(',')[4])).toEqual([
      'UserId',
      'Not Available',
      id,
      '',
      'rosa@contoso.com',
      'Not Available',
      'ada@contoso.com',
      undefined,
    ]);
  },
);
