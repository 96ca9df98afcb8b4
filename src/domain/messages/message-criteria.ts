// Which of the tracked messages to list. Texts are found anywhere in a value, in any case; what is empty is not asked for.

import * as z from 'zod/mini';
import { plainUrlText } from '~/domain/view/url-params';
import { signInMethods } from './sign-in-methods';

export const outcomes = [
  'openedByAll',
  'openedBySome',
  'openedByNobody',
  'failedSignIn',
  'refused',
  'forwarded',
  'revoked',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Questions an administrator asks again and again; the first one lists people instead of messages. */
export const questions = ['failedSignIns', 'outsideHours', 'otherMethods', 'forwarded'] as const;
export type Question = (typeof questions)[number];

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const criteriaSchema = z.object({
  id: plainUrlText,
  sender: plainUrlText,
  recipient: plainUrlText,
  subject: plainUrlText,
  attachment: plainUrlText,
  method: z.catch(z.enum(['', ...signInMethods]), ''),
  outcome: z.catch(z.enum(['', ...outcomes]), ''),
  question: z.catch(z.enum(['', ...questions]), ''),
  /** Business hours on weekdays. */
  from: z.catch(clock, '08:00'),
  to: z.catch(clock, '18:00'),
  /** Sign-in methods that are allowed; absent: those the tenant's set-up allows. */
  allowed: z.catch(z.optional(z.array(z.enum(signInMethods))), undefined),
});

export type MessageCriteria = z.infer<typeof criteriaSchema>;
