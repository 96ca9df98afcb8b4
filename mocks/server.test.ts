import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createExchangeCaller } from './exchange-caller';
import { createGraphCaller } from './graph-caller';
import { startLocalServer } from './server';

const options = { port: 0, records: 2_000, now: Date.parse('2026-06-30T00:00:00Z'), latency: 0 };

test('serves pages whose next links lead back to itself', async () => {
  const server = await startLocalServer(options);
  const caller = createGraphCaller(`${server.address}/beta`);
  const { query, pages } = await caller.search({ serviceFilter: 'Exchange' });
  expect(query['@odata.context']).toBe(`${server.address}/beta/$metadata#security/auditLog/queries/$entity`);
  expect(pages.length).toBeGreaterThan(1);
  await server.close();
});

test('lets a portal from another origin call it', async () => {
  const server = await startLocalServer(options);
  const address = `${server.address}/v1.0/security/auditLog/queries`;
  const preflight = await fetch(address, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:5173', 'access-control-request-headers': 'authorization' },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization']);
  const response = await fetch(address);
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, '*']);
  expect((await fetch(`${server.address}/v1.0/me`)).status).toBe(404);
  await server.close();
});

test('breaks the connection in the scenario #offline', async () => {
  const server = await startLocalServer(options);
  const caller = createGraphCaller(`${server.address}/v1.0`);
  const { id } = await caller.submit({ displayName: '#offline' });
  await caller.poll(id);
  const first = await (await caller.call(`/queries/${id}/records`)).json();
  await expect(caller.call(first['@odata.nextLink'])).rejects.toThrow();
  expect((await caller.call(first['@odata.nextLink'])).status).toBe(200);
  await server.close();
});

test('finds its searches again after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mocked-tenant-'));
  const stateFile = join(folder, 'searches.json');
  const first = await startLocalServer({ ...options, stateFile });
  const { query } = await createGraphCaller(`${first.address}/v1.0`).search({ displayName: 'kept' });
  await first.close();
  const second = await startLocalServer({ ...options, stateFile });
  expect(await createGraphCaller(`${second.address}/v1.0`).poll(query.id)).toMatchObject({
    displayName: 'kept',
    status: 'succeeded',
  });
  await second.close();
  rmSync(folder, { recursive: true });
});

test('answers cmdlets at the same address, to pages from anywhere, and keeps what they change', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mocked-tenant-'));
  const stateFile = join(folder, 'state.json');
  const first = await startLocalServer({ ...options, stateFile });
  const exchange = createExchangeCaller(first.address);
  const response = await exchange.call('Get-IRMConfiguration');
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  await exchange.run('Set-IRMConfiguration', { EnablePortalTrackingLogs: false });
  await first.close();
  const second = await startLocalServer({ ...options, stateFile });
  expect(await createExchangeCaller(second.address).run('Get-IRMConfiguration')).toMatchObject([
    { EnablePortalTrackingLogs: false },
  ]);
  await second.close();
  rmSync(folder, { recursive: true });
});
