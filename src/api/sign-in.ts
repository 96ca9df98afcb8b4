// Who is asking. A real tenant signs in through Microsoft's own library, loaded only then; the mocked tenant knows one person.

import type { Config } from './config';

export interface Account {
  readonly name: string;
  /** User principal name. */
  readonly user: string;
}

export interface SignIn {
  readonly account: Account;
  /** A bearer token for Graph; asks the person again when it must. */
  getToken(): Promise<string>;
}

const scopes = ['https://graph.microsoft.com/AuditLogsQuery.Read.All'];

export async function signIn(config: Config): Promise<SignIn> {
  if (config.mock || !config.signIn) {
    return { account: { name: 'Ada Admin', user: 'ada.admin@contoso.com' }, getToken: async () => 'mocked-token' };
  }
  const { createStandardPublicClientApplication, InteractionRequiredAuthError } = await import('@azure/msal-browser');
  const { authority, clientId } = config.signIn;
  const client = await createStandardPublicClientApplication({
    auth: { authority, clientId, redirectUri: `${window.location.origin}/` },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const returned = await client.handleRedirectPromise();
  const account = returned?.account ?? client.getAllAccounts()[0];
  if (!account) {
    await client.loginRedirect({ scopes });
    // The browser is leaving for Microsoft's page; nothing after this line may run.
    return new Promise(() => {});
  }
  return {
    account: { name: account.name ?? account.username, user: account.username },
    async getToken() {
      try {
        return (await client.acquireTokenSilent({ scopes, account })).accessToken;
      } catch (error) {
        if (!(error instanceof InteractionRequiredAuthError)) throw error;
        await client.acquireTokenRedirect({ scopes, account });
        return new Promise(() => {});
      }
    },
  };
}
