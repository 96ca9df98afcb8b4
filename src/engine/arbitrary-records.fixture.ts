// Generated audit records for the property tests: awkward texts, repeated values, spellings of one address, nulls and gaps,
// and JSON written the way other programs write it, with escapes where none are needed.

import fc from 'fast-check';
import { derivedKeys, type FieldRef, seenKeys } from '~/domain/catalogue/fields';
import type { FieldQuestion, Filter, FilterOf } from '~/domain/view/filter';
import type { ResultView } from '~/domain/view/result-view';

export const words = [
  'alice@contoso.com',
  'Alice@Contoso.com',
  'Äpfel & Birnen',
  'äpfel & birnen',
  'straße/Ordner',
  'C:\\new\\table',
  'say "hi", then; go\ttab',
  'line\nbreak',
  '=1+1',
  '😀 smile',
  '\uff21full width',
  '\u212aelvin İstanbul',
  'ΟΔΟΣ οδος',
  '-',
  ' ',
  'a; b',
  '__proto__',
  'constructor',
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: fc.constantFrom(null, '', undefined) });
const ip = fc.constantFrom(
  '10.0.0.1',
  '10.0.0.1:443',
  '::ffff:10.0.0.1',
  '[2001:db8::1]:8080',
  '2001:DB8:0:0::1',
  'not an address',
  '192.168.1.77',
  '300.1.1.1',
);
const operation = fc.constantFrom(
  'FileAccessed',
  'fileaccessed',
  'MessageAccess',
  'Send',
  'Remove group.',
  'Delete group.',
  'MadeUp',
  'ÜberOp',
);
const named = fc.record({ Name: fc.constantFrom('MailSubject', 'Other', 'ResultStatusDetail', 'a|b'), Value: maybe(text) });

const auditData = fc.record(
  {
    Operation: maybe(operation),
    RecordType: maybe(fc.constantFrom<unknown>(1, 154, 99999, 'ExchangeAdmin', 'omePortal')),
    UserId: maybe(text),
    UserType: maybe(fc.constantFrom<unknown>(0, 2, 5, 'Admin', 'guest', 77)),
    ClientIP: maybe(ip),
    ClientIPAddress: maybe(ip),
    ObjectId: maybe(
      fc.oneof<fc.Arbitrary<unknown>[]>(text, fc.record({ n: fc.integer() }), fc.array(text, { maxLength: 3 }), fc.boolean()),
    ),
    OperationProperties: maybe(fc.array(named, { maxLength: 3 })),
    ExtendedProperties: maybe(fc.array(named, { maxLength: 2 })),
    Item: maybe(fc.record({ Subject: maybe(text), ParentFolder: maybe(fc.record({ Path: maybe(text) })) })),
    Workload: maybe(fc.constantFrom('Exchange', 'exchange', 'SharePoint')),
    AssociatedAdminUnits: maybe(fc.array(text, { maxLength: 2 })),
    Size: maybe(
      fc.oneof<fc.Arbitrary<unknown>[]>(
        fc.integer({ min: -20, max: 20 }),
        fc.constantFrom(1.5, 1e21, '7', ' 8 ', '0x10', '1,5', '-'),
      ),
    ),
    ['__proto__']: maybe(text),
  },
  { requiredKeys: [] },
);

const envelope = fc.record(
  {
    auditLogRecordType: maybe(fc.constantFrom('exchangeAdmin', 'OMEPortal', 'somethingNew', 'unknownFutureValue')),
    operation: maybe(operation),
    userPrincipalName: maybe(text),
    objectId: maybe(text),
    clientIp: maybe(ip),
    userType: maybe(fc.constantFrom('regular', 'Admin', 'unknownFutureValue')),
    administrativeUnits: maybe(fc.array(text, { maxLength: 2 })),
    auditData: maybe(auditData),
  },
  { requiredKeys: [] },
);

const graphRecord = fc
  .tuple(fc.uuid(), fc.boolean(), fc.integer({ min: 0, max: 30 * 86_400 }), envelope, fc.infiniteStream(fc.nat(19)))
  .map(([id, upper, second, rest, escapes]) => {
    const createdDateTime = `${new Date(1_700_000_000_000 + second * 1000).toISOString().slice(0, 19)}Z`;
    const inside = rest.auditData && { auditData: { ...rest.auditData, CreationTime: createdDateTime.slice(0, -1) } };
    return spell({ id: upper ? id.toUpperCase() : id, createdDateTime, ...rest, ...inside }, () => escapes.next().value ?? 0);
  });

/** The raw text of records of one page, each its own JSON, ids unique. */
export const rawRecords = fc.uniqueArray(graphRecord, {
  maxLength: 25,
  selector: (raw) => /"id":"([^"]*)"/i.exec(raw)?.[1]?.toLowerCase(),
});

/** JSON with `\u` escapes and spaces now and then. Objects as values keep to plain JSON, for their text is shown as it came. */
function spell(value: unknown, random: () => number): string {
  if (typeof value === 'string') {
    return `"${Array.from(
      JSON.stringify(value)
        .slice(1, -1)
        .matchAll(/\\u.{4}|\\.|[\s\S]/gu),
      ([char]) =>
        char.length === 1 && random() === 0
          ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
          : char === '/' && random() < 5
            ? '\\/'
            : char,
    ).join('')}"`;
  }
  if (Array.isArray(value)) return `[${value.map((each) => spell(each, random)).join(random() === 0 ? ' , ' : ',')}]`;
  if (typeof value !== 'object' || value === null || 'n' in value) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${members.map(([name, each]) => `"${name}"${random() === 0 ? ' : ' : ':'}${spell(each, random)}`).join(',')}}`;
}

export const columnFields = [
  'ip',
  'user',
  'recordType',
  'operation',
  'item',
  'detail',
  'workload',
  'result',
  'userType',
  'adminUnits',
] as const;
const pathFields = [
  'path:UserId',
  'path:OperationProperties[MailSubject]',
  'path:Item.ParentFolder.Path',
  'path:Nowhere',
  'path:Size',
  'path:ClientIPAddress',
  'path:Item.Subject|ExtendedProperties[Other]|ObjectId',
  'path:|AssociatedAdminUnits|OperationProperties[a|b]|UserType',
] as const;
export const anyField: fc.Arbitrary<FieldRef> = fc.constantFrom<FieldRef[]>(
  ...derivedKeys,
  ...seenKeys,
  ...columnFields,
  ...columnFields,
  'time',
  'id',
  ...pathFields,
);

const sort = fc.array(fc.record({ field: anyField, descending: fc.boolean() }), { maxLength: 3 });
const values = fc.array(
  fc.oneof(
    text,
    ip,
    operation,
    fc.constantFrom('', 'Admin', '154', 'ExchangeAdmin', 'Sent message', 'EXCHANGE', 'Opened encrypted message'),
  ),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const piece = fc
  .tuple(text, fc.nat(8), fc.integer({ min: 1, max: 10 }))
  .map(([whole, from, length]) => whole.slice(from, from + length));
const valueField = fc.constantFrom<FieldRef[]>(...columnFields, ...pathFields);
const moment = fc.integer({ min: -5, max: 31 }).map((day) => new Date(1_700_000_000_000 + day * 86_400_000).toISOString());
const hours = fc.constantFrom('08:00', '18:00', '09:30', '23:59', '25:00');
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles', 'Nowhere/Else');
const bound = fc.constantFrom(-7, 0, 1.5, 7, 8, 154, 1e21);
const range = fc.constantFrom(
  '10.0.0.0/8',
  '192.168.1.64/26',
  '0.0.0.0/0',
  '2001:db8::/32',
  '10.0.0.1-192.168.1.77',
  '10.0.0.2-10.0.0.9',
  '2001:db8::-2001:db8::ffff',
  '10.0.0.9-10.0.0.1',
  '10.0.0.1-2001:db8::1',
  'nowhere/8',
);

const wantedText = fc.oneof(
  piece.filter((each) => each !== ''),
  fc.constantFrom('e', 'Access', '10.0', '2023-11-2', 'opened', '-', '1'),
);

/** Each kind of question about a field. */
export const filterOf: { readonly [Op in FieldQuestion]: fc.Arbitrary<FilterOf<Op>> } = {
  is: fc.record({ field: valueField, op: fc.constant('is'), values }),
  isNot: fc.record({ field: valueField, op: fc.constant('isNot'), values }),
  contains: fc.record({ field: anyField, op: fc.constant('contains'), text: wantedText }),
  startsWith: fc.record({ field: anyField, op: fc.constant('startsWith'), text: wantedText }),
  endsWith: fc.record({ field: anyField, op: fc.constant('endsWith'), text: wantedText }),
  matches: fc.record({
    field: anyField,
    op: fc.constant('matches'),
    pattern: fc.constantFrom('^a', 'e.*e', '[0-9]{2}$', 'ACCESS|mail', 'ö', '(', '.'),
    flags: fc.constantFrom('', 'i', 'is', 'g'),
  }),
  sameAs: fc.record({ field: anyField, op: fc.constant('sameAs'), other: anyField }),
  exists: fc.record({ field: anyField, op: fc.constant('exists') }),
  missing: fc.record({ field: anyField, op: fc.constant('missing') }),
  inRange: fc.record({
    field: fc.constantFrom<FieldRef[]>('ip', 'ip', 'path:ClientIPAddress', 'user', 'id'),
    op: fc.constant('inRange'),
    range,
  }),
  number: fc.record(
    {
      field: fc.constantFrom<FieldRef[]>('path:Size', 'path:Size', 'userType', 'recordType', 'time', ...pathFields),
      op: fc.constant('number'),
      atLeast: bound,
      atMost: bound,
    },
    { requiredKeys: ['field', 'op'] },
  ),
  between: fc.record(
    { field: fc.constant('time'), op: fc.constant('between'), from: moment, to: moment },
    { requiredKeys: ['field', 'op'] },
  ),
  outsideHours: fc.record({ field: fc.constant('time'), op: fc.constant('outsideHours'), from: hours, to: hours, zone }),
};

const fieldFilter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(filterOf.is, filterOf.isNot) },
  ...Object.values(filterOf).map((arbitrary) => ({ weight: 1, arbitrary })),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 6, arbitrary: fieldFilter },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('text'), text: wantedText }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('text'), text: wantedText, whole: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constantFrom('any', 'all'), of: fc.array(tie('filter'), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constantFrom('not', 'aside'), filter: tie('filter') }) },
  ),
}));
export const filters = fc.array(filter, { maxLength: 2 });

export const query = fc.oneof(
  piece,
  fc.string({ maxLength: 2 }),
  fc.constantFrom(
    '2023-11',
    ':0',
    'accessed',
    'exchangeadmin',
    '"auditdata"',
    'n',
    'new',
    'u00',
    'k',
    'i̇',
    'opened encrypted',
    '10.0.0',
    '/',
    '\\',
    '::1',
    'null',
  ),
);
export const views: fc.Arbitrary<ResultView> = fc.record({
  text: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: query }),
  filters,
  sort,
});
