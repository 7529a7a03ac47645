import { execFile } from 'child_process';
import { promisify } from 'util';
import { WorkspaceProcess } from '../../../workspace/client/workspaceProcess';

// The commands start some thirty processes, one after the other: seconds on an idle machine, a minute on a busy one.
jest.setTimeout(300_000);

/** What `npm start` prints is pasted into a shell as it is. */
describe('the guide of npm start', () => {
  let workspace: WorkspaceProcess;

  beforeAll(async () => {
    // From its sources, as `npm start` does.
    workspace = await WorkspaceProcess.start({ env: { QUIET: '0', WORKSPACE_PROGRAM: '' } });
    // The last line, so that all of it is there.
    await workspace.until(() => workspace.printedText.includes('--reason lost\n  curl'));
  });
  afterAll(async () => {
    await workspace.stop();
  });

  it('follows one ready line, names everybody, and says what this is', () => {
    expect(workspace.printedText.match(/^ready .*$/gm)).toEqual([`ready ${workspace.url}`]);
    for (const name of ['admin', 'olivia', 'pat', 'sso', 'max', 'alice', 'bob']) {
      expect(workspace.printedText).toMatch(new RegExp(`^  ${name} .*(TOTP|e-mail|password|none)`, 'm'));
    }
    expect(workspace.printedText).toMatch(/development tool.*127\.0\.0\.1 only/);
  });

  it('has commands that log in, show the sessions, are refused without a code, end one with it, and run the slash command', async () => {
    const [, guide] = workspace.printedText.split('Copy and paste');
    const commands = guide.split('\n').slice(1).join('\n');
    // Without `--norc`, a bash that no other shell started (`SHLVL`) takes the socket it gets as its input for a remote
    // login, reads the system's bashrc and complains that `PS1` is unset.
    const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-eu', '-c', commands]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/"sessions":\[\{.*"username":"alice".*"success":true/s);
    expect(stdout).toMatch(/400 Bad Request.*"errorType":"totp-required"/s);
    expect(stdout).toMatch(/"kind":"message"/);
    expect(stdout).toMatch(/oauth\/authorize\?response_type=code/);
    expect(stdout).toMatch(/200 OK.*\{"sessionId":"\w+","success":true\}.*logoutAt/s);
  });
});
