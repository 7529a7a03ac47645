import AdmZip from 'adm-zip';
import { type ChildProcess, execFile } from 'child_process';
import { promises as fs } from 'fs';
import * as os from 'os';
import * as path from 'path';
import manifest from '../../app.json';
import type { DeployOrder } from '../../scripts/deploy/arguments';
import { deploy } from '../../scripts/deploy/deploy';
import { readPackage } from '../../scripts/deploy/packaged';
import type { DeployError } from '../../scripts/deploy/texts';
import { packageApp } from '../../scripts/package';
import type { ReceivedRequest } from '../../workspace/model';
import { WorkspaceClient } from '../../workspace/client/workspaceClient';
import { WorkspaceProcess } from '../../workspace/client/workspaceProcess';
import { FakePerson } from '../fakes/remote';

const PROJECT = path.resolve(__dirname, '..', '..');
const TOTP_SECRET = 'JBSWY3DPEHPK3PXP';
const ADMIN = { user: 'admin', password: 'admin-password', totpSecret: TOTP_SECRET };

interface AppState {
  installed: boolean;
  status?: string;
  storedStatus?: string;
}

describe('npm run deploy', () => {
  /** Begins without the app. */
  let server: WorkspaceProcess;
  let workspace: WorkspaceClient;
  let zip: string;
  let folder: string;

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'deploy-'));
    zip = await packageApp();
    server = await WorkspaceProcess.start({ engine, app: 'none' });
    workspace = new WorkspaceClient(server.url);
  });
  beforeEach(() => workspace.reset());
  afterAll(async () => {
    await server.stop();
    await fs.rm(folder, { recursive: true });
  });

  const app = (): Promise<AppState> => workspace.dev<AppState>('app');
  const requestsTo = async (route: string): Promise<ReceivedRequest[]> =>
    (await workspace.requests()).filter((request) => request.path === `/api/v1/${route}`);

  /** Every login that was made has been ended. */
  const expectNoLoginLeft = async (): Promise<void> => {
    const logins = (await requestsTo('login')).filter(({ status }) => status === 200);
    const logouts = (await requestsTo('logout')).filter(({ status }) => status === 200);
    expect(logouts).toHaveLength(logins.length);
  };

  const run = (person: FakePerson, order: Partial<DeployOrder> = {}, file = zip): Promise<void> =>
    deploy(
      { url: server.url, who: ADMIN, agreed: false, checkOnly: false, allowHttp: false, ...order },
      { asking: person, packaged: () => readPackage(file), signal: new AbortController().signal },
    );

  /** The command itself, without a terminal. */
  const command = (args: string[], environment: Record<string, string>) =>
    new Promise<{ exit: number; printed: string }>((resolve) => {
      const child: ChildProcess = execFile(
        process.execPath,
        ['--require', 'tsx/cjs', path.join(PROJECT, 'scripts', 'deploy.ts'), ...args],
        { cwd: PROJECT, env: { ...process.env, ...environment } },
        (_, stdout, stderr) => resolve({ exit: child.exitCode ?? -1, printed: stdout + stderr }),
      );
    });

  it('installs the app by one command, so that it stays on, prints no secret, and ends its login', async () => {
    const { user: DEPLOY_USER, password: DEPLOY_PASSWORD } = ADMIN;
    const secrets = { DEPLOY_USER, DEPLOY_PASSWORD, DEPLOY_TOTP_SECRET: TOTP_SECRET, DEPLOY_YES: '1' };
    const { exit, printed } = await command([server.url], secrets);
    expect(printed).toContain('The app asks for these permissions:');
    expect(printed).toContain(`Session Logout 1.0.0 runs on ${server.url}.`);
    expect(exit).toBe(0);
    expect(printed).not.toMatch(new RegExp(`${ADMIN.password}|${TOTP_SECRET}|[\\w-]{43}`));
    await expectNoLoginLeft();

    expect(await workspace.call(`/api/apps/public/${manifest.id}/health`)).toMatchObject({ status: 200 });
    // With the defect of older engines, a save of a setting would store that it was never switched on.
    await workspace.appSettings({ timeout_seconds: 9 });
    const stored = engine === 'vm' ? 'auto_enabled' : 'manually_enabled';
    expect(await app()).toMatchObject({ installed: true, status: stored, storedStatus: stored });
  });

  it('installs after a code by e-mail and a yes, then updates', async () => {
    await workspace.createAccount({ username: 'mia', roles: ['admin'], email2fa: true });
    const who = { user: 'mia', password: 'mia-password' };
    const person = new FakePerson([true]);
    jest.spyOn(person, 'ask').mockImplementation(() => workspace.code('mia'));
    await run(person, { who });
    expect(person.seen).toContain('The workspace has sent a code to');
    expect(await app()).toMatchObject({ installed: true });

    const again = new FakePerson([true]);
    await run(again);
    expect(again.seen).toContain('It will be updated to 1.0.0');
    expect(await app()).toMatchObject({ installed: true, status: expect.stringContaining('enabled') });
    await expectNoLoginLeft();
  });

  /** A package that asks for a later engine than there is. */
  const packageOfTomorrow = async (): Promise<string> => {
    const file = path.join(folder, 'tomorrow.zip');
    const tomorrow = JSON.stringify({ ...manifest, requiredApiVersion: '^1.999.0' });
    // A zip of its own: the library does not write entries anew that another one has written.
    const archive = new AdmZip();
    for (const entry of new AdmZip(zip).getEntries()) {
      archive.addFile(entry.entryName, entry.entryName === 'app.json' ? Buffer.from(tomorrow) : entry.getData());
    }
    archive.writeZip(file);
    return file;
  };
  const nothing = async (): Promise<undefined> => undefined;

  it.each<[string, () => Promise<unknown>, Partial<DeployOrder>, boolean[]]>([
    ['not-agreed', nothing, {}, [false]],
    ['wrong-password', nothing, { who: { ...ADMIN, password: 'incorrect' } }, []],
    ['wrong-code', nothing, { who: { ...ADMIN, totpSecret: 'AAAAAAAAAAAAAAAA' } }, []],
    ['no-permission', nothing, { who: { user: 'max', password: 'max-password' } }, []],
    ['private-apps-full', () => workspace.settings({ privateApps: false }), {}, [true]],
    ['apps-off', () => workspace.fault({ path: '/api/apps', kind: 'status', status: 404 }), {}, []],
    ['too-large', () => workspace.fault({ path: '/api/apps', kind: 'status', status: 413, skip: 1 }), {}, [true]],
    ['upload-unknown', () => workspace.fault({ path: '/api/apps', kind: 'drop', skip: 1 }), {}, [true]],
    ['engine-too-old', packageOfTomorrow, {}, [true]],
  ])('leaves nothing behind: %s', async (code, prepare, order, answers) => {
    const file = await prepare();
    const person = new FakePerson(answers);
    const failure = await run(person, order, typeof file === 'string' ? file : zip).catch(
      (error: DeployError) => error,
    );
    expect(failure).toMatchObject({ code });
    expect(await app()).toEqual({ installed: false });
    await expectNoLoginLeft();
  });

  it('refuses a secret in an argument before it does anything', async () => {
    const { exit, printed } = await command([server.url, '--password=hunter2'], {});
    expect(printed).toContain('DEPLOY_PASSWORD');
    expect(printed).not.toContain('hunter2');
    expect(exit).toBe(1);
    expect(await workspace.requests()).toEqual([]);
  });
});
