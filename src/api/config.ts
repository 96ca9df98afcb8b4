// What a deployment decides, read once from `/config.json` before anything else starts.

import * as z from 'zod/mini';

const configSchema = z.object({
  tenantName: z.string(),
  /** Origin of Microsoft Graph. The page's Content-Security-Policy is built from it. */
  graphUrl: z.url(),
  graphVersion: z.enum(['v1.0', 'beta']),
  /** How long the tenant keeps audit records: 180 days, or what its licences give. */
  retentionDays: z.int(),
  /** Where Exchange cmdlets can be run; without it their PowerShell is handed over. The tenant's id or a domain of it. */
  exchangeAdmin: z.optional(z.object({ url: z.url(), organization: z.string() })),
  /** Answer from the mocked tenant instead of the network. */
  mock: z.optional(z.object({ seed: z.optional(z.string()), records: z.optional(z.int()) })),
  /** Needed to talk to a real tenant. */
  signIn: z.optional(z.object({ authority: z.url(), clientId: z.string() })),
});

export type Config = z.infer<typeof configSchema>;

/** Whose records these are; made-up ones are never taken for real. */
export function tenantLabel({ tenantName, mock }: Config): string {
  return mock ? `${tenantName} (mocked tenant)` : tenantName;
}

/** Which tenant it is, whatever it calls itself. */
export function tenantKey({ tenantName, mock, signIn }: Config): string {
  return mock ? `mocked ${JSON.stringify(mock)}` : (signIn?.authority ?? tenantName);
}

/** Throws with what is wrong with the file; there is nothing to show without it. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`config.json could not be read: HTTP ${response.status}`);
  const parsed = configSchema.safeParse(await response.json());
  if (!parsed.success) throw new Error(`config.json is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
