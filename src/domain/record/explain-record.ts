// A record in plain words: who did what to what, from where, when, with what outcome. Every family of records tells its own
// part; an unknown record still gets a sentence from what all records have in common.

import { activityName } from '~/domain/catalogue/activities';
import { auditLog, columnField } from '~/domain/catalogue/audit-log-catalogue';
import { type Catalogue, isListed, labelOf } from '~/domain/catalogue/catalogue';
import { type FieldKey, isFieldKey } from '~/domain/catalogue/fields';
import { recordTypeWords } from '~/domain/catalogue/record-types';
import { type Envelope, envelopeTarget, filterTarget, userOf } from '~/domain/view/filter-target';
import { canonicalIp } from '~/lib/ip';
import { type EpochMs, formatTime } from '~/lib/time';
import { textAt, valueAt, writtenText } from './audit-data';
import { explainerOf } from './explainer-of';
import { type Fact, RecordReader } from './explanation';
import { failureWords } from './failure-words';
import { nothing, type Sentence, say, sentenceText, when } from './sentence';

export interface Explanation {
  /** Plain text, for copying. */
  readonly sentence: string;
  /** The same sentence with the record's own words apart from ours. */
  readonly parts: Sentence;
  /** The friendly name of the operation. */
  readonly activity: string;
  readonly facts: readonly Fact[];
  /** When it happened; `undefined` where the record does not say. */
  readonly time: EpochMs | undefined;
}

/**
 * `auditData` is anything `readAuditData` can give. Fields are called what the catalogue of the record's source calls them. Never
 * throws.
 */
export function explainRecord(auditData: unknown, envelope: Envelope, catalogue: Catalogue = auditLog): Explanation {
  const common = (key: FieldKey) => commonValue(key, auditData, envelope);
  const operation = common('operation');
  const activity = activityName(operation);
  const record = new RecordReader(auditData, envelope, operation, activity);
  const account = explainerOf(common('recordType'), operation)(record);
  const time = instant(common('time') || textAt(auditData, 'TimeGenerated'));
  const ip = account.from ?? (common('ip') || textAt(auditData, 'Client_IPAddress'));
  const status = common('result');
  const failed = account.failed ?? failureWords.has(status.toLowerCase());
  const isPartial = account.failed === undefined && partly.test(status);
  const user = userOf(auditData, envelope);
  const isFound = user !== common('user');
  const actor = account.actor || user;

  const label = (key: FieldKey) => labelOf(catalogue, key);
  // A source that lists the operation itself has it apart from its friendly name.
  const action = isListed(catalogue, 'path:Operation') ? actionFact(catalogue, textAt(auditData, 'Operation')) : [];

  const parts = say`${actorWords(actor)} ${account.deed}${when(ip, (text) => say`, from ${canonicalIp(text) ?? text}`)}${time === undefined ? nothing : [`, on ${formatTime(time, 'utc')} UTC`]}.${failed && isPartial ? say` It succeeded only in part.` : failed ? say` It failed${when(account.reason ?? '', (reason) => say`: ${reason}`)}.` : nothing}`;
  const sentence = sentenceText(parts);
  // An explainer that does not know the operation may pass over what it was done to.
  const isItemSaid = sentence.includes(common('item')) || account.facts.some(({ value }) => value === common('item'));
  return {
    sentence,
    parts,
    activity,
    time,
    facts: [
      ...commonFact(label('operation'), 'operation', auditData, envelope, (text) =>
        action.length > 0 || activity === text || `${activity}.` === text ? activity : `${activity} (${text})`,
      ),
      ...action,
      ...(isFound && !account.actor ? [{ label: label('user'), value: user, ref: 'user' as const, filterValue: user }] : []),
      ...commonFact(isFound || account.actor ? 'Recorded under' : label('user'), 'user', auditData, envelope),
      ...record.fact(label('userType'), 'UserType'),
      ...account.facts
        .filter((each) => !(each.label === 'Sender' && each.value === common('user')))
        .map((each) => inWordsOf(catalogue, each)),
      ...(isItemSaid ? [] : commonFact(label('item'), 'item', auditData, envelope)),
      ...(account.from === '' ? [] : commonFact(label('ip'), 'ip', auditData, envelope, ipWords)),
      ...commonFact(label('result'), 'result', auditData, envelope, undefined, failed ? 'failure' : undefined),
      ...commonFact(label('recordType'), 'recordType', auditData, envelope, typeWords),
      ...commonFact(label('workload'), 'workload', auditData, envelope),
      ...commonFact(label('id'), 'id', auditData, envelope, undefined, 'quiet'),
    ],
  };
}

function actionFact(catalogue: Catalogue, text: string): readonly Fact[] {
  const ref = 'path:Operation';
  return text === '' ? [] : [{ label: labelOf(catalogue, ref), value: text, ref, filterValue: text }];
}

/** A property that the source lists is called there what its column is called. */
function inWordsOf(catalogue: Catalogue, fact: Fact): Fact {
  const { ref } = fact;
  return ref && !isFieldKey(ref) && isListed(catalogue, ref) ? { ...fact, label: labelOf(catalogue, ref) } : fact;
}

const partly = /^partiallysucceeded$/i;

const services = /^(NT (AUTHORITY|SERVICE)\\|(S-1-5-(18|19|20)|SecurityComplianceAlerts|ThreatIntelligence|AirInvestigation)$)/i;

/** Accounts of the service itself are no people: their records are its housekeeping. */
function actorWords(actor: string): Sentence {
  if (actor === '' || /^not available$/i.test(actor)) return say`Someone the record does not name`;
  if (services.test(actor)) return say`The service itself (${actor})`;
  if (/^app@sharepoint$/i.test(actor)) return say`SharePoint itself (${actor})`;
  return say`${actor}`;
}

function commonValue(key: FieldKey, auditData: unknown, envelope: Envelope): string {
  const found = findCommon(key, auditData, envelope);
  return found?.text ?? '';
}

function findCommon(
  key: FieldKey,
  auditData: unknown,
  envelope: Envelope,
): { text: string; path?: string; name?: string } | undefined {
  const field = columnField(key);
  for (const path of field.paths) {
    const text = textAt(auditData, path);
    if (text !== '') return { text, path };
  }
  for (const [name, value] of envelope) {
    if (value !== '' && (name === field.graph || field.csv.includes(name))) return { text: value.trim(), name };
  }
  return undefined;
}

function commonFact(
  label: string,
  key: FieldKey,
  auditData: unknown,
  envelope: Envelope,
  show?: (text: string) => string,
  tone?: Fact['tone'],
): readonly Fact[] {
  const found = findCommon(key, auditData, envelope);
  if (!found) return [];
  const { text, path, name } = found;
  const target = path
    ? filterTarget(path, writtenText(valueAt(auditData, path)), auditData, envelope)
    : envelopeTarget(name ?? '', text, auditData);
  return [
    {
      label,
      value: show ? show(text) : text,
      ...(target ? { ref: target.field, filterValue: target.value } : {}),
      ...(tone ? { tone } : {}),
    },
  ];
}

function ipWords(text: string): string {
  const canonical = canonicalIp(text);
  return canonical === undefined || canonical === text ? text : `${canonical} (recorded as ${text})`;
}

function typeWords(text: string): string {
  const name = recordTypeWords(text);
  return name === text ? text : `${name} (${text})`;
}

/** The service writes UTC without saying so. */
function instant(text: string): EpochMs | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  const time = Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
