// Exchange cmdlets over HTTP, the way Exchange's own PowerShell module runs them. Not formally documented, and whether a page in
// a browser may call it is not either: a portal has this client only where its configuration says so (the mocked tenant does),
// and hands over the PowerShell everywhere else.

import * as z from 'zod/mini';
import { ApiError } from '~/domain/errors/errors';
import { type Command, isListChange, type ParameterValue } from '~/domain/exchange/command';
import type { Config } from './config';
import { type GetToken, readJson, send, toApiError } from './http';

export interface ExchangeAdmin {
  /** Every object the cmdlet puts out. Rejects with `ApiError`, with Exchange's own words in `serviceMessage`. */
  run<T>(command: Command, output: z.ZodMiniType<T>, options: CallOptions): Promise<T[]>;
}

/** For answers too long to be waited for. */
export interface PagedExchangeAdmin extends ExchangeAdmin {
  /** What `run` answers, page by page as it comes: the next page is asked for when it is wanted. */
  pages<T>(command: Command, output: z.ZodMiniType<T>, options: CallOptions): AsyncGenerator<T[], void>;
}

interface CallOptions {
  /** For errors, completing "Could not …". */
  readonly action: string;
  readonly signal?: AbortSignal;
}

export function createExchangeAdmin(
  { url, organization }: NonNullable<Config['exchangeAdmin']>,
  user: string,
  getToken: GetToken,
): PagedExchangeAdmin {
  const address = `${url}/adminapi/beta/${encodeURIComponent(organization)}/InvokeCommand`;

  async function* pages<T>(command: Command, output: z.ZodMiniType<T>, { action, signal }: CallOptions) {
    const page = z.object({ value: z.array(output), '@odata.nextLink': z.optional(z.string()) });
    const asked = { service: 'Exchange', action, signal } as const;
    let next: string | undefined = address;
    while (next !== undefined) {
      const response = await send(
        {
          ...asked,
          url: next,
          method: 'POST',
          headers: { 'X-AnchorMailbox': `UPN:${user}`, Prefer: 'odata.maxpagesize=1000' },
          body: { CmdletInput: { CmdletName: command.cmdlet, Parameters: onTheWire(command) } },
        },
        getToken,
      );
      if (!response.ok) throw await toApiError(response, asked);
      const { value, '@odata.nextLink': link }: z.infer<typeof page> = await readJson(response, page, asked);
      if (link !== undefined && new URL(link, address).origin !== new URL(address).origin) {
        throw new ApiError('invalid-response', { action, serviceMessage: `The next page is said to be at ${link}.` });
      }
      yield value;
      next = link;
    }
  }

  return {
    pages,
    async run(command, output, options) {
      const answers: z.infer<typeof output>[] = [];
      for await (const page of pages(command, output, options)) answers.push(...page);
      return answers;
    },
  };
}

/** A list that is added to or taken from has a form of its own; a switch is a parameter that is true. */
function onTheWire({ parameters, switches = [] }: Command): Record<string, unknown> {
  const written = (value: ParameterValue) =>
    isListChange(value)
      ? {
          '@odata.type': '#Exchange.GenericHashTable',
          ...(value.add && { Add: value.add }),
          ...(value.remove && { Remove: value.remove }),
        }
      : value;
  return {
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, written(value)])),
    ...Object.fromEntries(switches.map((name) => [name, true])),
  };
}
