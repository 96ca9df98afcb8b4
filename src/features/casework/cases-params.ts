// What the addresses of Cases say: what is looked for, how it is sorted, and which marked record is open.

import * as z from 'zod/mini';
import { optionalUrlSort, optionalUrlText, plainUrlText } from '~/domain/view/url-params';

const schema = z.object({ text: plainUrlText, sort: optionalUrlSort, mark: optionalUrlText });

export type CasesParams = z.infer<typeof schema>;
export type CasesParamsInput = z.input<typeof schema> | Partial<CasesParams>;

export function parseCasesParams(search: CasesParamsInput): CasesParams {
  return schema.parse(search);
}

/** Left out of the URL. */
export const defaultCasesParams = { text: '' };
