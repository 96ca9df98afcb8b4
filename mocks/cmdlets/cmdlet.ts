// How a cmdlet is written down: its name, the parameters it takes, and what it does. Parameters are checked before it runs, so
// it sees only values of the right kind under their proper names, however they were spelled.

import * as z from 'zod/mini';
import type { EpochMs } from '~/lib/time';
import type { AuditFilters } from '~mocks/tenant/audit-filters';
import type { Properties } from '~mocks/tenant/change';
import type { MailboxRecordRequest } from '~mocks/tenant/exchange/mailbox-records';
import type { Settings } from '~mocks/tenant/settings';
import type { TenantFacts } from '~mocks/tenant/tenant-facts';
import type { AuditSession } from './audit-session';
import { invalidParameters } from './failure';

/** What a cmdlet can find out and do. */
export interface CmdletContext {
  readonly now: EpochMs;
  /** Who runs it. */
  readonly by: string;
  readonly settings: Settings;
  readonly facts: () => Promise<TenantFacts>;
  /** Keeps what is done, under an id that is given back. `target` is the name the audit log has for what it is done to. */
  readonly keep: (cmdlet: string, target: string, parameters: Properties) => Promise<string>;
  /** A search of the audit log that sees what has happened until now. */
  readonly newSession: (filters: Partial<AuditFilters>) => Promise<AuditSession>;
  readonly sessions: Map<string, AuditSession>;
  /** AuditData of mailboxes' own audit logs, newest first. */
  readonly mailboxRecords: (request: Omit<MailboxRecordRequest, 'now'>) => Promise<unknown[]>;
  /** Factor on how long a job takes. */
  readonly latency: number;
}

export interface CmdletAnswer {
  readonly value: readonly Properties[];
  readonly warnings?: readonly string[];
}

export interface Cmdlet {
  readonly name: string;
  /** Rejects with `ExchangeFailure` when Exchange would refuse. */
  readonly run: (sent: Properties, context: CmdletContext) => Promise<CmdletAnswer>;
}

export const done: CmdletAnswer = { value: [] };

type Shape = Readonly<Record<string, z.ZodMiniType>>;

export function defineCmdlet<S extends Shape>(
  name: string,
  shape: S,
  run: (parameters: z.infer<z.ZodMiniObject<S>>, context: CmdletContext) => CmdletAnswer | Promise<CmdletAnswer>,
): Cmdlet {
  const schema = z.object(shape);
  return {
    name,
    async run(sent, context) {
      const named = properlyNamed(shape, sent);
      const parsed = schema.safeParse(named);
      if (!parsed.success) throw refusal(named, parsed.error.issues);
      return run(parsed.data, context);
    },
  };
}

function properlyNamed(shape: Shape, sent: Properties): Properties {
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(sent).map(([written, value]) => {
      const name = names.get(written.toLowerCase());
      if (name === undefined) throw invalidParameters(`A parameter cannot be found that matches parameter name '${written}'.`);
      return [name, value];
    }),
  );
}

const typeNames: Readonly<Record<string, string>> = {
  boolean: 'System.Boolean',
  string: 'System.String',
  number: 'System.Int32',
  int: 'System.Int32',
  invalid_union: 'System.String[]',
};

function refusal(sent: Properties, issues: readonly z.core.$ZodIssue[]): Error {
  const missing = issues.map(({ path }) => String(path[0])).filter((name) => sent[name] === undefined);
  if (missing.length > 0)
    return invalidParameters(`Cannot process command because of one or more missing mandatory parameters: ${missing.join(' ')}.`);
  const [issue] = issues;
  const name = String(issue?.path[0]);
  // A rule of our own says by itself what is wrong.
  if (issue?.code !== 'invalid_type' && issue?.code !== 'invalid_union') return invalidParameters(issue?.message ?? '');
  const type = typeNames[issue.code === 'invalid_union' ? issue.code : issue.expected] ?? 'System.Object';
  const value = sent[name];
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return invalidParameters(
    `Cannot process argument transformation on parameter '${name}'. Cannot convert value "${written}" to type "${type}".`,
  );
}
