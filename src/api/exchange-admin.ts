// Exchange cmdlets over HTTP, the way Exchange's own PowerShell module runs them. Not formally documented, and whether a page in
// a browser may call it is not either: a portal has this client only where its configuration says so (the mocked tenant does),
// and hands over the PowerShell everywhere else.

import * as z from 'zod/mini';
import { type Command, isListChange, type ParameterValue } from '~/domain/command';
import { ApiError } from '~/domain/errors';
import type { Config } from './config';
import { type GetToken, readJson, send, toApiError } from './http';

export interface ExchangeAdmin {
  /** Every object the cmdlet puts out. Rejects with `ApiError`, with Exchange's own words in `serviceMessage`. */
  run<T>(command: Command, output: z.ZodMiniType<T>, options: { action: string; signal?: AbortSignal }): Promise<T[]>;
}

export function createExchangeAdmin(
  { url, organization }: NonNullable<Config['exchangeAdmin']>,
  user: string,
  getToken: GetToken,
): ExchangeAdmin {
  const address = `${url}/adminapi/beta/${encodeURIComponent(organization)}/InvokeCommand`;
  return {
    async run({ cmdlet, parameters }, output, { action, signal }) {
      const page = z.object({ value: z.array(output), '@odata.nextLink': z.optional(z.string()) });
      const answers: z.infer<typeof output>[] = [];
      let next: string | undefined = address;
      while (next !== undefined) {
        const response = await send(
          {
            service: 'Exchange',
            url: next,
            method: 'POST',
            headers: { 'X-AnchorMailbox': `UPN:${user}`, Prefer: 'odata.maxpagesize=1000' },
            body: { CmdletInput: { CmdletName: cmdlet, Parameters: onTheWire(parameters) } },
            signal,
            action,
          },
          getToken,
        );
        if (!response.ok) throw await toApiError(response, { service: 'Exchange', action });
        const { value, '@odata.nextLink': link }: z.infer<typeof page> = await readJson(response, page, action);
        answers.push(...value);
        if (link !== undefined && new URL(link, address).origin !== new URL(address).origin) {
          throw new ApiError('invalid-response', { action, serviceMessage: `The next page is said to be at ${link}.` });
        }
        next = link;
      }
      return answers;
    },
  };
}

/** A list that is added to or taken from has a form of its own. */
function onTheWire(parameters: Command['parameters']): Record<string, unknown> {
  const written = (value: ParameterValue) =>
    isListChange(value)
      ? {
          '@odata.type': '#Exchange.GenericHashTable',
          ...(value.add && { Add: value.add }),
          ...(value.remove && { Remove: value.remove }),
        }
      : value;
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, written(value)]));
}
