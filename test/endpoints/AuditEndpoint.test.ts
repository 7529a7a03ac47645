import { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { retentionStore } from '../../adapters/retentionStore';
import { auditStore } from '../../adapters/auditStore';
import { dayOf, RecordedEntry } from '../../core/audit/auditEntry';
import { AuditEndpoint } from '../../endpoints/AuditEndpoint';
import { AuditExportEndpoint } from '../../endpoints/AuditExportEndpoint';
import { CSV_HEADER } from '../../endpoints/csv';
import { admin, engineWorld } from '../fakes/engine';
import { replies } from '../fakes/ports';
import { recorded } from '../fakes/record';
import { NO_SUCH_TOKEN } from '../fakes/tokens';

type World = ReturnType<typeof engineWorld>;
const headers = { 'x-user-id': 'u1', 'x-auth-token': 'token-1', 'x-2fa-code': '731946', 'x-request-id': 'request-1' };
const HOUR_MS = 3_600_000;
const now = Date.now();

/** A world whose record begins yesterday and holds these, the oldest first. */
async function recordWorld(entries: readonly RecordedEntry[], changed: Record<string, unknown> = {}): Promise<World> {
  const world = engineWorld(changed);
  const { persistence } = world;
  const log = auditStore(persistence, persistence);
  for (const { outcome, ...entry } of entries) {
    await log.append(entry, outcome === 'unknown' ? undefined : outcome);
  }
  await retentionStore(persistence, persistence).note({ at: now, removedBefore: dayOf(now - 24 * HOUR_MS) });
  world.workspace.answer = (_method, _url, request) =>
    request.headers?.['x-2fa-code'] === undefined ? replies.challenge : NO_SUCH_TOKEN;
  return world;
}

const endpoints = { audit: AuditEndpoint, 'audit.ndjson': AuditExportEndpoint };
const ask = (world: World, path: keyof typeof endpoints, query: object = {}, change: object = {}) =>
  new endpoints[path](world.app).get(
    { user: admin, headers, query, ...change } as unknown as IApiRequest,
    {} as IApiEndpointInfo,
    world.read,
    world.modify,
    world.http,
    world.persistence,
  );
const three = [3, 2, 1].map((hours) => recorded(`e${hours}`, now - hours * HOUR_MS));

test('a page has the fields that are listed, and no other', async () => {
  const entry = { ...three[0], reason: 'stolen laptop', secret: 'not for anybody' } as RecordedEntry;
  const answer = await ask(await recordWorld([entry]), 'audit');
  expect(answer.status).toBe(200);
  expect(answer.content).toStrictEqual({
    entries: [
      {
        time: new Date(entry.at).toISOString(),
        id: 'e3',
        requestId: 'request-e3',
        action: 'logout',
        via: 'api',
        caller: { id: 'u1', username: 'admin', roles: ['admin'] },
        reason: 'stolen laptop',
        result: 'done',
        durationMs: 12,
      },
    ],
    next: null,
    complete: true,
    success: true,
  });
});

test('pages follow each other without another code', async () => {
  const world = await recordWorld(three);
  const first = (await ask(world, 'audit', { limit: '2' })).content as { entries: unknown[]; next: string };
  const noCode = { headers: { ...headers, 'x-2fa-code': undefined } };
  const second = await ask(world, 'audit', { limit: '2', cursor: first.next }, noCode);
  expect([first.entries, second]).toMatchObject([
    [{ id: 'e1' }, { id: 'e2' }],
    { status: 200, content: { entries: [{ id: 'e3' }] } },
  ]);
  expect(world.sent).toHaveLength(2);
});

test('an export has one entry a line, oldest first, and no cursor at its end', async () => {
  const answer = await ask(await recordWorld(three), 'audit.ndjson');
  expect(answer.headers).toEqual({
    'X-Request-Id': 'request-1',
    'Cache-Control': 'no-store',
    'Content-Type': 'application/x-ndjson',
  });
  const lines = String(answer.content).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['e3', 'e2', 'e1']);
});

test('CSV names its columns in the first part, and in no other', async () => {
  const many = Array.from({ length: 5_001 }, (_, index) => recorded(`e${index}`, now - 2 * HOUR_MS));
  const world = await recordWorld(many);
  const first = await ask(world, 'audit.ndjson', { format: 'csv' });
  expect(first.headers).toMatchObject({ 'Content-Type': 'text/csv; charset=utf-8' });
  const cursor = first.headers?.['X-Next-Cursor'];
  const second = await ask(world, 'audit.ndjson', { format: 'csv', cursor });
  const [one, other] = [String(first.content), String(second.content)];
  expect([one.startsWith(CSV_HEADER), one.split('\r\n').length, other.split('\r\n').length]).toEqual([true, 5_002, 3]);
  expect(other).not.toContain('requestId');
});

describe.each(['audit', 'audit.ndjson'] as const)('%s', (path) => {
  const refusals: Array<[string, Record<string, unknown>, object, object, number, string, number]> = [
    ['nobody is logged in', {}, {}, { user: undefined }, 401, 'error-not-logged-in', 0],
    ['no role', {}, {}, { user: { ...admin, roles: ['user'] } as IUser }, 403, 'error-unauthorized', 0],
    ['no auditor', { auditor_roles: 'auditor' }, {}, {}, 403, 'error-unauthorized', 0],
    ['an unknown parameter', {}, { fields: '1' }, {}, 400, 'invalid-params', 0],
    ['a cursor that is none', {}, { cursor: 'x' }, {}, 400, 'invalid-params', 0],
    ['no code', {}, {}, { headers: { ...headers, 'x-2fa-code': undefined } }, 400, 'totp-required', 1],
  ];
  test.each(refusals)('%s: nothing is shown', async (_name, settings, query, change, status, errorType, calls) => {
    const world = await recordWorld(three, settings);
    const answer = await ask(world, path, query, change);
    expect(answer).toMatchObject({ status, content: { success: false, errorType } });
    expect(JSON.stringify(answer)).not.toContain('request-e1');
    expect(world.sent).toHaveLength(calls);
  });

  test('invariant 6: no token or code is in persistence or in the log', async () => {
    const world = await recordWorld(three);
    await ask(world, path);
    expect(world.seen()).not.toMatch(/token-1|731946/);
  });

  test('another method is not allowed', async () => {
    const request = { user: admin, headers, content: {} } as unknown as IApiRequest;
    expect(await new endpoints[path](engineWorld().app).post(request)).toMatchObject({ status: 405 });
  });
});
