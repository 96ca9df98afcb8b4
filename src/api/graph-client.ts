// Microsoft Graph: its address and version.

import { ApiError } from '~/domain/errors/errors';
import type { Config } from './config';
import { type GetToken, type HttpRequest, send, toApiError } from './http';

export interface GraphRequest extends Pick<HttpRequest, 'body' | 'signal' | 'action'> {
  readonly method?: HttpRequest['method'];
  /** Below the version, starting with `/`; or a whole address the service gave, such as a nextLink. */
  readonly path: string;
}

export interface GraphClient {
  /** Resolves for a 2xx answer only; rejects with `ApiError`, or with the signal's reason when aborted. */
  request(request: GraphRequest): Promise<Response>;
}

/**
 * Members of enumerations that came after v1.0 are sent as `unknownFutureValue` unless a client says it can bear them; newer
 * record types are among them. https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
const preferences = { prefer: 'include-unknown-enum-members' };

export function createGraphClient(config: Pick<Config, 'graphUrl' | 'graphVersion'>, getToken: GetToken): GraphClient {
  let version: string = config.graphVersion;

  const address = (path: string) =>
    path.startsWith('/') ? `${config.graphUrl}/${version}${path}` : sameOrigin(path, config.graphUrl);

  const ask = ({ path, method = 'GET', ...rest }: GraphRequest) =>
    send(
      {
        ...rest,
        service: 'Graph',
        method,
        url: address(path),
        headers: { 'client-request-id': crypto.randomUUID(), ...preferences },
      },
      getToken,
    );

  return {
    async request(request) {
      let response = await ask(request);
      // Some tenants are not served on v1.0 and say 404 to the collection itself; beta has the same contract.
      if (response.status === 404 && version === 'v1.0' && /\/queries(\?|$)/.test(request.path)) {
        version = 'beta';
        response = await ask(request);
      }
      if (!response.ok) throw await toApiError(response, { ...request, service: 'Graph' });
      return response;
    },
  };
}

/** A token must never follow a link to somebody else's server. */
function sameOrigin(link: string, graphUrl: string): string {
  if (URL.canParse(link) && new URL(link).origin === new URL(graphUrl).origin) return link;
  throw new ApiError('invalid-response', {
    action: 'read the next page',
    serviceMessage: `The next page is said to be at ${link}.`,
  });
}
