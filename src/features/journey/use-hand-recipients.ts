import * as z from 'zod/mini';
import { useStored } from '~/ui/use-stored';

const schema = z.array(z.string());
const parse = (value: unknown) => schema.safeParse(value).data;
const none: string[] = [];

/** To whom a message went, as the administrator entered it; kept in this browser for each message. */
export function useHandRecipients(messageId: string) {
  return useStored(`recipients of ${messageId}`, parse, none);
}
