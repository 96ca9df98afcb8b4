import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellParts } from './cell-parts';

test.each([
  [
    'https://contoso.sharepoint.com/sites/ProjectFalcon/Shared Documents/Offer.docx',
    'Offer.docx',
    'contoso.sharepoint.com/sites/ProjectFalcon/Shared Documents',
  ],
  ['HTTPS://contoso.sharepoint.com/sites/ProjectFalcon/', 'ProjectFalcon', 'contoso.sharepoint.com/sites'],
  ['http://files.contoso.com/annual-\u202efdp.exe', 'annual-\u202efdp.exe', 'files.contoso.com'],
  ['https://good.example@evil.example/<b>x</b>', 'b>', 'good.example@evil.example/<b>x<'],
])('of %s the name comes first', (text, name, place) => {
  expect(cellParts(text)).toEqual({ kind: 'file', name, place });
});

test.each([
  'https://contoso.sharepoint.com',
  'https://contoso.sharepoint.com/',
  'https://contoso.sharepoint.com/x?file=Offer.docx',
  '<8f2c9d1e-77aa-4e0b@contoso.onmicrosoft.com>',
  'javascript://contoso.com/%0aalert(1)',
])('of %s the end stays in sight', (text) => {
  expect(cellParts(text)).toEqual({ kind: 'long', beginning: text.slice(0, -12), end: text.slice(-12) });
});

test.each([
  'Offer.docx',
  'Confidential: offer for Woodgrove Bank',
  'שלום-שלום-שלום-שלום-שלום-שלום',
  'invoice-of-november-\u202excod.exe',
  '',
])('%j is shown as it is', (text) => {
  expect(cellParts(text)).toEqual({ kind: 'plain' });
});

test('no part says anything that the text does not', () => {
  const word = fc.string({ unit: fc.constantFrom('/', ':', 'a', '.', ' ', '?', '\u202e', '<'), maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom('', 'https://', 'http://'), word, (scheme, rest) => {
      const text = scheme + rest;
      const parts = cellParts(text);
      if (parts.kind === 'long') expect(parts.beginning + parts.end).toBe(text);
      if (parts.kind === 'file')
        expect([text, `${text}`.replace(/\/$/, '')]).toContain(
          `${scheme}${parts.place}/${parts.name}${text.endsWith('/') ? '/' : ''}`,
        );
    }),
  );
});
