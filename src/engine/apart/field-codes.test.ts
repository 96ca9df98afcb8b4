import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawRecords } from '~/engine/arbitrary-records.fixture';
import { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { noCode } from '~/engine/columns/numbers';
import { encodeText } from '~/lib/bytes';
import { FieldCodes } from './field-codes';
import { layouts } from './kept.fixture';

const paths = [
  'UserId',
  'Nowhere',
  'Size',
  'ObjectId',
  'ObjectId.n',
  'ObjectId[0]',
  'Item.Subject',
  'Item.ParentFolder.Path',
  'OperationProperties[MailSubject]',
  'ExtendedProperties[1].Name',
  '__proto__',
  '[0]',
  'auditData.UserId',
];

test.each(layouts)('what stands at a path in %s is what a walk over the record finds', (_, { format, make, keep }) => {
  fc.assert(
    fc.property(rawRecords, fc.uniqueArray(fc.constantFrom(...paths), { minLength: 1, maxLength: 3 }), (records, wanted) => {
      const raws = records.map(make);
      const column = new DictionaryColumn();
      const finder = format.finder(wanted);
      const walk = (record: number) => {
        const bytes = encodeText(raws[record] ?? '');
        finder.find(bytes, 0, bytes.length);
        for (const slot of wanted.keys()) {
          const end = finder.slots[slot * 2 + 1] ?? 0;
          const code = end > 0 ? column.codeOfJson(finder.bytesOf(slot), finder.slots[slot * 2] ?? 0, end) : noCode;
          if (code !== noCode) return code;
        }
        return noCode;
      };
      const kept = keep(raws);
      const codes = new FieldCodes(
        column,
        wanted.map((path) => ({ scope: 'auditData', path })),
      );
      const look = (record: number) => {
        const template = kept.template(record);
        const row = kept.rowIn(record);
        if (template.keepsAuditDataWhole) return walk(record);
        return codes.of(template, template.codes.chunk(row), template.codes.base(row));
      };
      for (const record of raws.keys()) {
        const [found, walked] = [look(record), walk(record)].map((code) => column.dictionary.text(code));
        expect([raws[record], wanted, found]).toEqual([raws[record], wanted, walked]);
      }
    }),
    { numRuns: 300 },
  );
});
