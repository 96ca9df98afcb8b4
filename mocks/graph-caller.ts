// A plain caller of the mocked service, for its tests.

import { type GraphQuery, pageSchema, querySchema } from './graph-schema';

export interface GraphCaller {
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
  readonly submit: (body: object) => Promise<GraphQuery>;
  readonly poll: (id: string) => Promise<GraphQuery>;
  /** Submits, waits for the end and reads every page. */
  readonly search: (body: object, top?: number) => Promise<{ readonly query: GraphQuery; readonly pages: readonly unknown[][] }>;
}

export function createGraphCaller(baseUrl = 'https://graph.microsoft.com/v1.0'): GraphCaller {
  const call = (path: string, init: RequestInit = {}) =>
    fetch(path.startsWith('http') ? path : `${baseUrl}/security/auditLog${path}`, {
      ...init,
      headers: { authorization: 'Bearer anything', 'content-type': 'application/json', ...init.headers },
    });
  const submit = async (body: object) =>
    querySchema.parse(await (await call('/queries', { method: 'POST', body: JSON.stringify(body) })).json());
  const poll = async (id: string) => querySchema.parse(await (await call(`/queries/${id}`)).json());
  return {
    call,
    submit,
    poll,
    async search(body, top) {
      const { id } = await submit(body);
      let query = await poll(id);
      while (query.status === 'notStarted' || query.status === 'running') {
        await new Promise((resolve) => setTimeout(resolve, 20));
        query = await poll(id);
      }
      const pages: unknown[][] = [];
      for (let next: string | undefined = `/queries/${id}/records${top === undefined ? '' : `?$top=${top}`}`; next; ) {
        const page: ReturnType<typeof pageSchema.parse> = pageSchema.parse(await (await call(next)).json());
        pages.push(page.value);
        next = page['@odata.nextLink'];
      }
      return { query, pages };
    },
  };
}
