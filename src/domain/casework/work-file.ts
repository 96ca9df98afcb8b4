// Kept work as a file: JSON that can be read and compared, the same for the same work.

import * as z from 'zod/mini';
import { parseJson } from '~/domain/record/audit-data';
import type { EpochMs } from '~/lib/time';
import { caseSchema, type KeptWork, markSchema, savedViewSchema, type WorkPart } from './kept-work';
import { type Refusal, workOf } from './merge-work';

const format = 'ledgerline-casework';
const version = 1;

const head = z.object({ format: z.literal(format), version: z.number(), tenant: z.string() });
const lists = z.object({
  marks: z.catch(z.optional(z.array(z.unknown())), undefined),
  views: z.catch(z.optional(z.array(z.unknown())), undefined),
  cases: z.catch(z.optional(z.array(z.unknown())), undefined),
});

/** Singular, as a refusal names an entry. */
const partNames = { marks: 'Mark', views: 'Saved view', cases: 'Case' } as const satisfies Record<WorkPart, string>;

export type ReadWorkFile =
  | { readonly kind: 'read'; readonly work: KeptWork; readonly refused: readonly Refusal[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** The text of a file; marks stand in the order of their records, all else as it was made. */
export function writeWorkFile({ marks, views, cases }: KeptWork, tenant: string, exported: EpochMs): string {
  const file = {
    format,
    version,
    tenant,
    exported: new Date(exported).toISOString(),
    marks: inOrder(marks, ({ time, recordId }) => [time ?? 0, recordId]).map((mark) => z.encode(markSchema, mark)),
    views: inOrder(views, ({ created, id }) => [created, id]).map((view) => z.encode(savedViewSchema, view)),
    cases: inOrder(cases, ({ created, id }) => [created, id]).map((entry) => z.encode(caseSchema, entry)),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** One case, with the marks and views that it gathers. */
export function workOfCase(work: KeptWork, caseId: string): KeptWork {
  const entry = work.cases.get(caseId);
  return {
    marks: only(work.marks, entry?.recordIds ?? []),
    views: only(work.views, entry?.viewIds ?? []),
    cases: only(work.cases, [caseId]),
  };
}

/** Everything in the text that can be taken, and why the rest cannot. Refuses the whole only where it is no such file of this tenant. */
export function readWorkFile(text: string, tenant: string): ReadWorkFile {
  const json = parseJson(text.replace(/^\ufeff/, ''));
  if (json === undefined) return { kind: 'refused', reason: 'It is not JSON, or it breaks off.' };
  const about = head.safeParse(json);
  if (!about.success) return { kind: 'refused', reason: 'It is no file of cases that Ledgerline exported.' };
  if (about.data.version !== version)
    return { kind: 'refused', reason: `It is of version ${about.data.version}; this Ledgerline reads version ${version}.` };
  if (about.data.tenant !== tenant)
    return { kind: 'refused', reason: `It is of another tenant, ${about.data.tenant}. Sign in there to import it.` };
  const refused: Refusal[] = [];
  const found = lists.parse(json);
  const read = <Entry>(part: WorkPart, schema: z.ZodMiniType<Entry>): Entry[] => {
    const list = found[part];
    if (!list) refused.push({ entry: `All of “${part}”`, reason: 'The list is missing.' });
    return (list ?? []).flatMap((item, index) => {
      const parsed = schema.safeParse(item);
      if (parsed.success) return [parsed.data];
      refused.push({ entry: `${partNames[part]} ${index + 1}`, reason: reasonOf(parsed.error) });
      return [];
    });
  };
  const work = workOf(read('marks', markSchema), read('views', savedViewSchema), read('cases', caseSchema));
  return { kind: 'read', work, refused };
}

function reasonOf({ issues }: z.core.$ZodError): string {
  const fields = [...new Set(issues.map(({ path }) => path[0]))].filter((field) => field !== undefined);
  if (fields.length === 0) return 'It is no object.';
  return `${fields.map((field) => `“${String(field)}”`).join(', ')}: missing, or not what it should be.`;
}

function only<Entry>(entries: ReadonlyMap<string, Entry>, keys: readonly string[]): ReadonlyMap<string, Entry> {
  const wanted = new Set(keys);
  return new Map([...entries].filter(([key]) => wanted.has(key)));
}

/** By number first, then by text. */
function inOrder<Entry>(entries: ReadonlyMap<string, Entry>, key: (entry: Entry) => readonly [number, string]): Entry[] {
  return [...entries.values()].sort((one, other) => {
    const [[time, id], [otherTime, otherId]] = [key(one), key(other)];
    return time - otherTime || (id < otherId ? -1 : id > otherId ? 1 : 0);
  });
}
