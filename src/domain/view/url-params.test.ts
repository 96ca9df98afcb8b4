import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { optionalUrlList, optionalUrlSort, optionalUrlText, plainUrlText } from './url-params';

const params = z.object({ plain: plainUrlText, text: optionalUrlText, list: optionalUrlList, sort: optionalUrlSort });

test('takes what the router read as a number or a truth for the text it was', () => {
  expect(params.parse({ plain: 154, text: true, list: [154, 'ome', false] })).toMatchObject({
    plain: '154',
    text: 'true',
    list: ['154', 'ome', 'false'],
  });
});

test('takes one value for a list of one', () => {
  expect(params.parse({ list: 'ada@contoso.com' }).list).toEqual(['ada@contoso.com']);
});

test('takes what cannot be read for not said', () => {
  expect(params.parse({ plain: null, text: {}, list: [{}], sort: 'time' })).toEqual({ plain: '' });
  expect(params.parse({})).toEqual({ plain: '' });
});
