// The mocked tenant behind a local HTTP port, for a portal in another browser, curl or PowerShell.
// It answers pages from any origin: it holds nothing but made-up records.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getResponse, type HttpHandler } from 'msw';
import { createFileStore } from './file-store';
import { createHandlers } from './handlers/create-handlers';
import { graphError } from './handlers/graph-error';
import type { MockedTenantOptions } from './options';
import { createTenantReader } from './tenant/tenant-reader';
import { createMemoryStore } from './tenant-store';

export interface LocalServerOptions extends Omit<MockedTenantOptions, 'baseUrl' | 'exchangeUrl'> {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where searches and changes are kept between runs; without it they are lost at the end. */
  readonly stateFile?: string | undefined;
}

export interface LocalServer {
  /** Such as `http://localhost:4010`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Listens on this machine only. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const server = createServer();
  const address = `http://localhost:${await listen(server, options.port)}`;
  const store = options.stateFile === undefined ? createMemoryStore() : await createFileStore(options.stateFile);
  const handlers = createHandlers(createTenantReader(), store, { ...options, baseUrl: address, exchangeUrl: address });
  server.on('request', (incoming, outgoing) => {
    answer(handlers, address, incoming, outgoing).catch(() => outgoing.destroy());
  });
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

async function answer(
  handlers: HttpHandler[],
  address: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const cors = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'request-id, client-request-id, Retry-After, Content-Length',
    'Access-Control-Max-Age': '600',
  };
  if (incoming.method === 'OPTIONS') {
    const allowed = incoming.headers['access-control-request-headers'] ?? 'authorization, content-type, client-request-id';
    outgoing.writeHead(204, {
      ...cors,
      'Access-Control-Allow-Headers': allowed,
      'Access-Control-Allow-Methods': 'GET, POST, DELETE, PATCH, PUT',
    });
    outgoing.end();
    return;
  }
  const request = await toRequest(address, incoming);
  const response =
    (await getResponse(handlers, request)) ??
    graphError(request, {
      status: 404,
      code: 'BadRequest',
      message: `Resource not found for the segment '${new URL(request.url).pathname.split('/').at(-1)}'.`,
    });
  if (response.type === 'error') {
    // A connection that breaks is the nearest thing to a network error.
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...cors });
  outgoing.end(new Uint8Array(await response.arrayBuffer()));
}

async function toRequest(address: string, incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === 'string') headers.set(name, value);
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
  return new Request(`${address}${incoming.url ?? '/'}`, { method, headers, body });
}
