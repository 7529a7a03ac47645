import { parse } from 'csv-parse/sync';
import { execFile } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import manifest from '../../app.json';
import { type Answer, credentialHeaders } from '../../workspace/client/http';
import { readDocument } from '../docs/support/markdown';
import { recorded } from '../fakes/record';
import { incorrect } from './support/codes';
import { expectErrorContract, expectRecorded } from './support/expectations';
import { receivedFromApp } from './support/listing';
import { loggedCalls, secretsIn } from './support/secrets';
import { type CallerHeaders, useWorkspace, Workspace } from './support/workspace';

const workspace = useWorkspace(new Workspace({ nodes: 2 }));
const APP = `/api/apps/public/${manifest.id}/`;
const DAY_MS = 86_400_000;
const REMOVE_TOKEN = '/api/v1/users.removePersonalAccessToken';

interface Page {
  readonly entries: ReadonlyArray<{ readonly id: string; readonly action: string; readonly result: string }>;
  readonly next: string | null;
  readonly complete: boolean;
}
const pageOf = ({ body }: Answer): Page => body as Page;
const dayAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

function read(path: string, { as, code, method }: CallerHeaders): Promise<Answer> {
  const headers = {
    ...credentialHeaders(as),
    ...(code && { 'x-2fa-code': code }),
    ...(method && { 'x-2fa-method': method }),
  };
  return workspace.call(APP + path, { headers });
}

/** Puts entries into the record, each with its outcome. */
async function plant(days: readonly number[]): Promise<void> {
  const documents = days.map((ago, index) => {
    const at = Date.parse(`${dayAgo(ago)}T12:00:00Z`);
    const { outcome, ...entry } = recorded(`planted-${index}`, at, { targetUsername: index % 2 ? 'bob' : 'alice' });
    const associations = [{ model: 'misc', id: `audit-${dayAgo(ago)}` }];
    return { associations, data: { kind: 'entry', entry, outcome } };
  });
  await workspace.store(documents);
}

test('pages, newest first, with one code; who read them is recorded, and is read as well', async () => {
  await plant([0, 0, 1, 1, 2]);
  const first = await read('audit?limit=2&user=alice', { ...workspace.admin, method: 'totp' });
  const second = await read(`audit?limit=2&user=alice&cursor=${pageOf(first).next}`, { as: workspace.admin.as });
  expect([first, second].map((page) => pageOf(page).entries.map(({ id }) => id))).toEqual([
    ['planted-0', 'planted-2'],
    ['planted-4'],
  ]);
  expect([pageOf(second).next, pageOf(second).complete]).toEqual([null, true]);
  const calls = (await receivedFromApp(workspace)).map(({ path, twoFactorCode }) => [path, twoFactorCode]);
  expect(calls).toEqual([
    [REMOVE_TOKEN, false],
    [REMOVE_TOKEN, true],
  ]);
  expect(await expectRecorded(workspace, first, 'done')).toMatchObject({
    action: 'read-log',
    reason: expect.stringContaining('user=alice'),
  });
  await expectRecorded(workspace, second, 'done');
  const log = pageOf(await read(`audit?from=${dayAgo(0)}&caller=admin`, workspace.admin));
  expect(log.entries.filter(({ action }) => action === 'read-log')).toHaveLength(2);
});

test('a cursor is good for one further page, on whichever server', async () => {
  await plant([0, 0, 0]);
  const { next } = pageOf(await read('audit?limit=1', workspace.admin));
  const { as } = workspace.admin;
  const headers = credentialHeaders(as);
  const path = `${APP}audit?limit=1&cursor=${next}`;
  const answers = await Promise.all(
    [0, 1, 0, 1].map((server) => fetch(new URL(path, workspace.urls[server]), { headers })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('the loop of docs/api.md fetches everything; CSV is read by a CSV parser', async () => {
  await plant([2, 1, 0]);
  const loop = readDocument('docs/api.md').blocks.find(({ language }) => language === 'bash')?.code ?? '';
  const { userId, authToken } = workspace.admin.as;
  const auth = `AUTH=(-H "X-User-Id: ${userId}" -H "X-Auth-Token: ${authToken}")\n`;
  const cwd = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    const env = { PATH: process.env.PATH, APP: workspace.url + APP.slice(0, -1), CODE: workspace.admin.code };
    await promisify(execFile)('bash', ['--norc', '-euc', auth + loop], { cwd, env });
    const lines = readFileSync(join(cwd, 'record.ndjson'), 'utf8').trimEnd().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids.filter((id) => id.startsWith('planted'))).toEqual(['planted-0', 'planted-1', 'planted-2']);
  } finally {
    rmSync(cwd, { recursive: true });
  }
  const csv = await read(`audit.ndjson?format=csv&to=${dayAgo(1)}`, workspace.admin);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(parse(csv.text, { columns: true })).toMatchObject([
    { id: 'planted-0', callerUsername: 'admin' },
    { id: 'planted-1', targetUsername: 'bob' },
  ]);
});

test('mailed codes: one mail for all pages', async () => {
  await workspace.appSettings({ auditor_roles: 'security-officer' });
  await plant([0, 0]);
  const as = await workspace.logIn('olivia');
  expectErrorContract(await read('audit?limit=1', { as }), 400, 'totp-required');
  const first = await read('audit?limit=1', { as, code: await workspace.code('olivia'), method: 'email' });
  const second = await read(`audit?limit=1&cursor=${pageOf(first).next}`, { as });
  expect([first.status, second.status]).toEqual([200, 200]);
});

describe('refused: nothing is shown, and it is recorded', () => {
  type Case = [what: string, ask: () => Promise<Answer>, status: number, errorType: string, calls: number];
  const asAdmin = (query = ''): Promise<Answer> => read(`audit${query}`, workspace.admin);
  const cases: Case[] = [
    [
      'no allowed role',
      async () => read('audit', { as: await workspace.logIn('max'), code: '123456' }),
      403,
      'error-unauthorized',
      0,
    ],
    [
      'an allowed role, where auditors are named',
      async () => {
        await workspace.appSettings({ auditor_roles: 'security-officer' });
        return asAdmin();
      },
      403,
      'error-unauthorized',
      0,
    ],
    ['a parameter twice', () => asAdmin('?from=2026-11-01&from=2026-11-02'), 400, 'invalid-params', 0],
    ['a cursor that is none', () => asAdmin('?cursor=__proto__'), 400, 'invalid-params', 0],
    ['no code', () => read('audit.ndjson', { as: workspace.admin.as }), 400, 'totp-required', 1],
    [
      'an incorrect code',
      () => read('audit.ndjson', { ...workspace.admin, code: incorrect(workspace.admin.code) }),
      400,
      'totp-invalid',
      2,
    ],
    [
      'no second factor in the workspace',
      async () => {
        await workspace.settings({ Accounts_TwoFactorAuthentication_Enabled: false });
        return asAdmin();
      },
      403,
      'error-2fa-not-enforced',
      1,
    ],
  ];
  test.each(cases)('%s', async (_what, ask, status, errorType, calls) => {
    await plant([0]);
    const answer = await ask();
    expectErrorContract(answer, status, errorType);
    expect(answer.text).not.toContain('planted');
    expect((await receivedFromApp(workspace)).map(({ path }) => path)).toEqual(Array(calls).fill(REMOVE_TOKEN));
    expect(await expectRecorded(workspace, answer, errorType)).toMatchObject({ action: 'read-log' });
  });
});

test('old days are removed by the job, whichever server runs it, and the others stay', async () => {
  await workspace.appSettings({ keep_days: 1 });
  await plant([4, 3, 2, 1, 0]);
  await workspace.runJob('hourly'); // notes what the clock says
  await Promise.all([workspace.runJob('hourly'), workspace.runJob('hourly')]);
  const ids = (await workspace.auditEntries()).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('planted'))).toEqual(['planted-3', 'planted-4']);
  const runs = (await workspace.persistence()).filter(({ associations }) => associations?.[0]?.id === 'retention');
  expect(runs).toEqual([
    expect.objectContaining({ data: { at: expect.any(Number), removedBefore: dayAgo(1), finishedOn: dayAgo(0) } }),
  ]);
});

test('invariant 6: no token or code is in persistence or in what is logged', async () => {
  const { as, code } = workspace.admin;
  await read('audit?caller=aSearchForSomebody', workspace.admin);
  await loggedCalls(workspace, "audit's ", 1);
  const logs = JSON.stringify(await workspace.appLogs());
  const kept = logs + JSON.stringify(await workspace.persistence());
  expect(secretsIn(kept, new Map(Object.entries({ token: as.authToken, code })))).toEqual([]);
  expect(logs).not.toContain('aSearchForSomebody');
});
