import { passwordDigest } from '../../../workspace/state/ids';
import { currentTotp } from '../../../workspace/rest/secondFactor/methods';
import { TestWorkspace, TOTP_SECRET, VERSIONS, type Actor } from './harness';

/** One caller, several calls: how often a second factor is asked for. */
describe.each(VERSIONS)('%s, the second factor over several calls', (version) => {
  let workspace: TestWorkspace;
  let totp: Actor;
  let email: Actor;
  let password: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    totp = workspace.addAdmin('totp');
    email = workspace.addActor({ username: 'email', roles: ['admin'], email2fa: true });
    password = workspace.addActor({ username: 'password', roles: ['admin'] });
    for (const { id, user } of [totp, email, password]) {
      const expires = workspace.store.now() + 3600_000;
      const accessToken = `bearer of ${user.username}`;
      workspace.store.oauth.saveToken({ accessToken, clientId: 'client', userId: id, expires });
    }
  });

  afterEach(() => workspace.close());

  const bearer = ({ user }: Actor): Record<string, string> => ({ authorization: `Bearer bearer of ${user.username}` });
  /** Lists, or ends an unknown session. @returns `passed`, or the type of the error */
  const ask = async (credential: Record<string, string>, code?: string, action = 'list', userAgent = 'same') => {
    const headers = { ...credential, 'user-agent': userAgent, ...(code !== undefined && { 'x-2fa-code': code }) };
    const { status, body } =
      action === 'list'
        ? await workspace.call('GET', '/api/v1/sessions/list.all', { headers })
        : await workspace.logout('unknown', { headers });
    return status === 200 || status === 404 ? 'passed' : (body as { errorType: string }).errorType;
  };
  const mailed = () => email.user.emailCode?.code ?? '';
  const codes: Record<string, () => Promise<string>> = {
    totp: async () => workspace.totp(),
    email: async () => {
      await ask(email.headers);
      return mailed();
    },
    password: async () => passwordDigest('password-password'),
  };
  const actorNamed = (name: string) => ({ totp, email, password })[name] as Actor;

  it.each(Object.keys(codes))(
    'header token, %s: one code opens the next pages and the endings, for the same User-Agent',
    async (method) => {
      const { headers } = actorNamed(method);
      expect(await ask(headers)).toBe('totp-required');
      expect(await ask(headers, await codes[method]())).toBe('passed');
      expect([await ask(headers), await ask(headers, 'incorrect'), await ask(headers, undefined, 'end')]).toEqual([
        'passed',
        'passed',
        'passed',
      ]);
      expect(await ask(headers, undefined, 'end', 'another')).toBe('totp-required');
    },
  );

  it('header token, e-mail: from another User-Agent the used code fails and a new mail goes out', async () => {
    const code = await codes.email();
    expect(await ask(email.headers, code)).toBe('passed');
    expect(mailed()).toBe('');
    expect(await ask(email.headers, code, 'list', 'another')).toBe('totp-invalid');
    expect(mailed()).toMatch(/^\d{6}$/);
  });

  it.each(['totp', 'password'])('bearer, %s: every call needs a code, and the same one will do', async (method) => {
    const credential = bearer(actorNamed(method));
    const code = await codes[method]();
    expect([await ask(credential), await ask(credential, code), await ask(credential)]).toEqual([
      'totp-required',
      'passed',
      'totp-required',
    ]);
    expect([
      await ask(credential, code),
      await ask(credential, code, 'end'),
      await ask(credential, undefined, 'end'),
    ]).toEqual(['passed', 'passed', 'totp-required']);
  });

  it.each([
    [-60, 'totp-invalid'],
    [-30, 'passed'],
    [30, 'passed'],
    [60, 'totp-invalid'],
  ])('bearer, TOTP: the code of %i seconds later: %s', async (seconds, outcome) => {
    const code = currentTotp(TOTP_SECRET, workspace.store.now() + seconds * 1000);
    expect(await ask(bearer(totp), code)).toBe(outcome);
  });

  it('bearer, e-mail: a new code for every call; the used one fails and sends a further mail', async () => {
    const credential = bearer(email);
    expect(await ask(credential)).toBe('totp-required');
    for (const action of ['list', 'list', 'end']) {
      const code = mailed();
      expect(await ask(credential, code, action)).toBe('passed');
      expect(mailed()).toBe('');
      expect(await ask(credential, code, action)).toBe('totp-invalid');
      expect(mailed()).toMatch(/^\d{6}$/);
    }
  });

  it('users.2fa.sendEmailCode replaces the code: that of the older mail no longer works', async () => {
    await ask(bearer(email));
    const older = mailed();
    do {
      await workspace.call('POST', '/api/v1/users.2fa.sendEmailCode', { body: { emailOrUsername: 'email' } });
    } while (mailed() === older);
    const newer = mailed();
    expect([await ask(bearer(email), older), await ask(bearer(email), newer)]).toEqual(['totp-invalid', 'passed']);
  });
});
