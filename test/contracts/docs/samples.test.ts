import { execFile } from 'child_process';
import { promisify } from 'util';
import { codeSpansIn, readDocument } from '../../docs/support/markdown';
import { SampleWorkspace } from './sampleWorkspace';

/** What the documents call the workspace, and the session that is to end. */
const PLACE = 'https://chat.example.com';
const SESSION = 'tTouumJMrHMjnedWf';

/** Says the status of each call on the standard error, and ends each body with a line. */
const PRELUDE = `curl() { command curl --max-time 30 -w '%{stderr}%{http_code}\\n' "$@"; echo; }`;

const workspace = new SampleWorkspace();
beforeAll(() => workspace.start());
afterAll(() => workspace.stop());

test('`npm start` prints what the README says', () => {
  const [block] = readDocument('README.md').blocks.filter(({ code }) => /^ready /m.test(code));
  const promised = block.code.trim().replace('http://127.0.0.1:3000', workspace.url).split('\n');
  const printed = workspace.printedText.split('\n').filter((line) => promised.includes(line));
  expect(promised.length).toBeGreaterThan(1);
  expect(printed).toEqual(promised);
});

/** After each `curl` in the documents stands what it answers: `# → 400 totp-required` or `# → 200 {…}`. */
describe.each(['README.md', 'docs/api.md'])('the samples of %s', (file) => {
  const samples = readDocument(file)
    .blocks.filter(({ language, code }) => language === 'sh' && !code.startsWith('npm '))
    .map(({ code }) => code)
    .join('\n');

  test('pasted into a shell, they get the answers that stand beside them', async () => {
    const { sessionId, environment } = await workspace.newIncident();
    const put = (text: string): string => text.replaceAll(PLACE, workspace.url).replaceAll(SESSION, sessionId);
    const promised = Array.from(put(samples).matchAll(/^# → (\d{3}) (.+)$/gm), ([, status, body]) => ({
      status,
      body,
    }));
    expect(promised.length).toBeGreaterThan(1);

    const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-euc', `${PRELUDE}\n${put(samples)}`], {
      env: { PATH: process.env.PATH, ...environment },
    });

    expect(stderr.trim().split('\n')).toEqual(promised.map(({ status }) => status));
    const bodies = stdout.trim().split('\n');
    expect(bodies).toHaveLength(promised.length);
    promised.forEach(({ body }, index) => {
      const answer = JSON.parse(bodies[index]) as unknown;
      expect(answer).toEqual(body.startsWith('{') ? JSON.parse(body) : expect.objectContaining(partOf(body)));
    });
    expect(await workspace.isEnded(sessionId)).toBe(true);
  });
});

test('the audit entries are filed where docs/admin.md says', async () => {
  const day = new Date().toISOString().slice(0, 10);
  const query = readDocument('docs/admin.md').blocks.find(({ language }) => language === 'js')?.code ?? '';
  const example = /audit-\d{4}-\d{2}-\d{2}/.exec(query)?.[0] ?? 'none';
  expect(query).toContain(workspace.appId);
  expect(await workspace.associations()).toContainEqual({ model: 'misc', id: example.replace(/\d{4}.*/, day) });
});

/** `totp-required` stands for an error of that type; `"sessions"` for an answer with that field. */
function partOf(body: string): Record<string, unknown> {
  const [field] = codeSpansIn(body);
  return field ? { [field]: expect.anything(), success: true } : { success: false, errorType: body };
}
