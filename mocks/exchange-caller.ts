// A plain caller of the mocked Exchange endpoint, for its tests.

import * as z from 'zod/mini';

export const answerSchema = z.strictObject({
  '@odata.context': z.url(),
  'adminapi.warnings@odata.type': z.literal('#Collection(String)'),
  '@adminapi.warnings': z.array(z.string()),
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.optional(z.url()),
});

export const exchangeErrorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ code: z.literal('Context'), message: z.string() })),
  }),
});

export type Answer = z.infer<typeof answerSchema>;
type Parameters = Readonly<Record<string, unknown>>;

export interface ExchangeCaller {
  readonly call: (cmdlet: string, parameters?: Parameters, init?: RequestInit, address?: string) => Promise<Response>;
  /** Every object on every page; fails for anything but success. */
  readonly run: (cmdlet: string, parameters?: Parameters) => Promise<Record<string, unknown>[]>;
  /** The status and the text for people. */
  readonly refusal: (cmdlet: string, parameters?: Parameters) => Promise<[status: number, text: string]>;
}

export function createExchangeCaller(baseUrl = 'https://outlook.office365.com'): ExchangeCaller {
  const start = `${baseUrl}/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand`;
  const call: ExchangeCaller['call'] = (cmdlet, parameters = {}, init = {}, address = start) =>
    fetch(address, {
      method: 'POST',
      body: JSON.stringify({ CmdletInput: { CmdletName: cmdlet, Parameters: parameters } }),
      ...init,
      headers: {
        authorization: 'Bearer anything',
        'content-type': 'application/json',
        'x-anchormailbox': 'UPN:ada.admin@contoso.com',
        ...init.headers,
      },
    });
  return {
    call,
    async run(cmdlet, parameters) {
      const value: Record<string, unknown>[] = [];
      for (let next: string | undefined = start; next; ) {
        const response: Response = await call(cmdlet, parameters, {}, next);
        if (!response.ok) throw new Error(`${cmdlet}: ${response.status} ${await response.text()}`);
        const answer: Answer = answerSchema.parse(await response.json());
        value.push(...answer.value);
        next = answer['@odata.nextLink'];
      }
      return value;
    },
    async refusal(cmdlet, parameters) {
      const response = await call(cmdlet, parameters);
      const { error } = exchangeErrorSchema.parse(await response.json());
      return [response.status, error.details[0]?.message.split('|').at(-1) ?? ''];
    },
  };
}
