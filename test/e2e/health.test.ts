import manifest from '../../app.json';
import type { Login } from '../../workspace/client/http';
import { DIRECT, useWorkspace } from './support/workspace';

const workspace = useWorkspace();

interface Health {
  readonly status: number;
  readonly installation?: string;
  readonly success: boolean;
  readonly findings: Readonly<Record<string, string>>;
}

async function health(as?: Login): Promise<Health> {
  const { status, body } = await workspace.call(`/api/apps/public/${manifest.id}/health`, { as });
  const { checks = [], ...rest } = body as {
    installation?: string;
    success: boolean;
    checks?: Array<{ part: string; finding: string }>;
  };
  return { ...rest, status, findings: Object.fromEntries(checks.map(({ part, finding }) => [part, finding])) };
}
/** What the workspace's REST API was asked by the app. */
const asked = async (): Promise<string[]> =>
  (await workspace.requests())
    .filter(({ userAgent }) => userAgent?.startsWith('Session-Logout') && !userAgent.startsWith(DIRECT))
    .map(({ path, twoFactorCode }) => `${path}${twoFactorCode ? ' with a code' : ''}`)
    .sort();

test('anybody learns that it is up, and nothing else; nobody is asked, nothing is recorded', async () => {
  const { installation, ...rest } = await health();
  expect(rest).toMatchObject({ status: 200, success: true, findings: {} });
  expect(installation).toMatch(/^[\w-]{24}$/);
  expect((await health()).installation).toBe(installation);
  expect(await asked()).toEqual([]);
  expect(await workspace.auditEntries()).toEqual([]);
});

test('somebody who may use the app learns the whole set-up, without a code', async () => {
  await workspace.runJob('hourly');
  expect(await health(workspace.admin.as)).toMatchObject({
    status: 200,
    findings: {
      settings: 'ok',
      workspace: 'ok',
      site: 'ok',
      licence: 'ok',
      permission: 'ok',
      'second-factor': 'ok',
      'oauth-client': 'ok',
      room: 'none',
      retention: 'ok',
    },
  });
  expect(await asked()).toEqual(['/api/v1/licenses.info', '/api/v1/sessions/logout']);
});

test('somebody without a role learns no more than anybody', async () => {
  const { findings, installation } = await health(await workspace.logIn('alice'));
  expect([findings, typeof installation]).toEqual([{}, 'string']);
  expect(await asked()).toEqual([]);
});

test('what is out of order makes it a 503, with what to do about it', async () => {
  await workspace.settings({ Site_Url: 'http://127.0.0.1:9' });
  await workspace.appSettings({ workspace_url: workspace.url });
  const { findings, status } = await health(workspace.admin.as);
  expect([findings.site, findings['oauth-client'], status]).toEqual(['not-from-here', 'elsewhere', 503]);
});
