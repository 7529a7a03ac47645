import { createHash } from 'crypto';
import { passwordDigest } from '../../../workspace/state/ids';
import { TestWorkspace, TOTP_SECRET, VERSIONS, type Actor } from './harness';

// Rules 1 to 6 of `checkCodeForUser`, seen through `sessions/logout` of a session that does not exist: a 404 means that
// the call passed.

const PASSED = 404;
const NOWHERE = 'aSessionThatIsNot';

describe.each(VERSIONS)('%s', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    admin = workspace.addAdmin();
    workspace.addSession(workspace.addActor({ username: 'victim' }));
  });

  afterEach(async () => {
    expect(workspace.ended().sessions).toEqual([]);
    await workspace.close();
  });

  /** @returns the error type, or 'passed' */
  const attempt = async (as: Actor, code?: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const answer = await workspace.logout(NOWHERE, {
      as,
      headers: { 'user-agent': 'test', ...(code !== undefined && { 'x-2fa-code': code }), ...headers },
    });
    return answer.status === PASSED ? 'passed' : (answer.body as { errorType?: string }).errorType;
  };
  const details = async (as: Actor, headers: Record<string, string> = {}): Promise<Record<string, unknown>> => {
    const { body } = await workspace.logout(NOWHERE, { as, headers });
    return (body as { details: Record<string, unknown> }).details;
  };

  describe('1: switched off', () => {
    it('nothing is asked for, and no code is verified', async () => {
      workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
      expect([await attempt(admin), await attempt(admin, '000000')]).toEqual(['passed', 'passed']);
    });
  });

  describe('2: bypass tokens', () => {
    it.each([
      [true, ['passed', 'passed']],
      [false, ['totp-required', 'totp-invalid']],
    ])('bypassTwoFactor %s', async (bypassTwoFactor, expected) => {
      const kind = { type: 'personalAccessToken', name: 'x', bypassTwoFactor } as const;
      const actor = workspace.actorWith(admin.user, workspace.store.users.issueToken(admin.id, kind));
      expect([await attempt(actor), await attempt(actor, 'incorrect')]).toEqual(expected);
    });
  });

  describe('3: remembering', () => {
    const rememberFor = 1800 * 1000;

    it('lasts for RememberFor, and lets any code pass', async () => {
      expect(await attempt(admin, workspace.totp())).toBe('passed');
      workspace.advance(rememberFor);
      expect([await attempt(admin), await attempt(admin, 'incorrect')]).toEqual(['passed', 'passed']);
      workspace.advance(1);
      expect(await attempt(admin)).toBe('totp-required');
    });

    it('counts for one User-Agent', async () => {
      await attempt(admin, workspace.totp());
      expect(await attempt(admin, undefined, { 'user-agent': 'another' })).toBe('totp-required');
      expect(await attempt(admin)).toBe('passed');
    });

    it('counts for one address', async () => {
      await attempt(admin, workspace.totp(), { 'x-real-ip': '192.0.2.1' });
      expect(await attempt(admin, undefined, { 'x-real-ip': '192.0.2.2' })).toBe('totp-required');
      expect(await attempt(admin, undefined, { 'x-real-ip': '192.0.2.1' })).toBe('passed');
    });

    it('counts for one token', async () => {
      await attempt(admin, workspace.totp());
      const other = workspace.actorWith(admin.user, workspace.store.users.issueToken(admin.id));
      expect(await attempt(other)).toBe('totp-required');
    });

    it('keeps only the last confirmation', async () => {
      await attempt(admin, workspace.totp());
      await attempt(admin, workspace.totp(), { 'user-agent': 'another' });
      expect(await attempt(admin)).toBe('totp-required');
    });

    it('is switched off when RememberFor is 0', async () => {
      workspace.store.settings.set('Accounts_TwoFactorAuthentication_RememberFor', 0);
      await attempt(admin, workspace.totp());
      expect(await attempt(admin)).toBe('totp-required');
    });

    it('for the same time a new account is not asked', async () => {
      const fresh = workspace.addActor({
        username: 'fresh',
        roles: ['admin'],
        totpSecret: TOTP_SECRET,
        createdAt: workspace.store.now(),
      });
      expect(await attempt(fresh, 'incorrect')).toBe('passed');
      workspace.advance(rememberFor + 1);
      expect(await attempt(fresh, 'incorrect')).toBe('totp-invalid');
    });

    it('a bearer token is never remembered, and a new account is asked', async () => {
      admin.user.createdAt = workspace.store.now();
      workspace.store.oauth.saveToken({
        accessToken: 'bearer-token',
        clientId: 'client',
        userId: admin.id,
        expires: workspace.store.now() + 3600_000,
      });
      const bearer = { ...admin, headers: { authorization: 'Bearer bearer-token' } };
      expect([await attempt(bearer), await attempt(bearer, workspace.totp()), await attempt(bearer)]).toEqual([
        'totp-required',
        'passed',
        'totp-required',
      ]);
    });
  });

  describe('4: the method', () => {
    const all = { roles: ['admin'], totpSecret: TOTP_SECRET, email2fa: true };

    it.each([
      ['totp before email', all, {}, 'totp', ['totp', 'email']],
      ['the named one', all, { 'x-2fa-method': 'email' }, 'email', ['totp', 'email']],
      ['an unknown name is ignored', all, { 'x-2fa-method': 'sms' }, 'totp', ['totp', 'email']],
      ['password cannot be named', all, { 'x-2fa-method': 'password' }, 'totp', ['totp', 'email']],
      ['email', { roles: ['admin'], email2fa: true }, {}, 'email', ['email']],
      ['email needs a verified address', { roles: ['admin'], email2fa: true, emails: [] }, {}, 'password', []],
      ['password is the fallback', { roles: ['admin'] }, {}, 'password', []],
      [
        'a named method is used even if the user lacks it',
        { roles: ['admin'] },
        { 'x-2fa-method': 'totp' },
        'totp',
        [],
      ],
    ])('%s', async (_name, given, headers, method, availableMethods) => {
      const actor = workspace.addActor({ username: 'someone', ...given });
      expect(await details(actor, headers)).toMatchObject({ method, availableMethods });
    });

    it.each([
      ['Accounts_TwoFactorAuthentication_By_TOTP_Enabled', 'email'],
      ['Accounts_TwoFactorAuthentication_By_Email_Enabled', 'totp'],
    ] as const)('%s off', async (setting, method) => {
      const actor = workspace.addActor({ username: 'someone', ...all });
      workspace.store.settings.set(setting, false);
      expect(await details(actor)).toMatchObject({ method, availableMethods: [method] });
    });

    it('a user without any method passes', async () => {
      const sso = workspace.addActor({ username: 'sso', roles: ['admin'], passwordHash: undefined });
      expect([await attempt(sso), await attempt(sso, 'incorrect')]).toEqual(['passed', 'passed']);
    });

    it('without the password fallback, a user with nothing else passes', async () => {
      workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enforce_Password_Fallback', false);
      expect(await attempt(workspace.addActor({ username: 'pat', roles: ['admin'] }))).toBe('passed');
    });
  });

  describe('5 and 6: TOTP', () => {
    it.each([
      ['of one step ago', -30, 'passed'],
      ['of one step ahead', 30, 'passed'],
      ['of two steps ago', -60, 'totp-invalid'],
      ['of two steps ahead', 60, 'totp-invalid'],
    ])('a code %s', async (_name, seconds, expected) => {
      workspace.advance(seconds * 1000);
      const code = workspace.totp();
      workspace.advance(-seconds * 1000);
      expect(await attempt(admin, code)).toBe(expected);
    });

    it('a code may be used again', async () => {
      const code = workspace.totp();
      expect(await attempt(admin, code)).toBe('passed');
      expect(await attempt(admin, code, { 'user-agent': 'another' })).toBe('passed');
    });

    it('a backup code is used up', async () => {
      admin.user.totpBackupCodes = [createHash('sha256').update('abcd1234').digest('hex')];
      expect(await attempt(admin, 'abcd1234')).toBe('passed');
      expect(await attempt(admin, 'abcd1234', { 'user-agent': 'another' })).toBe('totp-invalid');
    });

    it('there is no limit for incorrect codes', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt(admin, 'incorrect')));
      expect(new Set(outcomes)).toEqual(new Set(['totp-invalid']));
    });
  });

  describe('5 and 6: e-mail', () => {
    let olivia: Actor;
    const mailed = () => olivia.user.emailCode?.code ?? '';
    const incorrect = () => (mailed() === '000000' ? '000001' : '000000');

    beforeEach(() => {
      olivia = workspace.addActor({ username: 'olivia', roles: ['admin'], email2fa: true });
    });

    it('a code is mailed once, and then announced as valid until it expires', async () => {
      expect(await details(olivia)).toEqual({
        method: 'email',
        codeGenerated: true,
        emailOrUsername: 'olivia@example.com',
        availableMethods: ['email'],
      });
      const first = mailed();
      expect(await details(olivia)).toEqual({
        method: 'email',
        codeGenerated: false,
        emailOrUsername: 'olivia@example.com',
        codeExpires: new Date(workspace.store.now() + 3600_000).toISOString(),
        availableMethods: ['email'],
      });
      expect(mailed()).toBe(first);
      workspace.advance(3600_000);
      expect(await details(olivia)).toMatchObject({ codeGenerated: true });
    });

    it.each([
      ['as it is', (code: string) => code],
      ['with a dash', (code: string) => code.replace(/^(...)/, '$1-')],
    ])('is used up by its first success, sent %s', async (_name, sent) => {
      await attempt(olivia);
      const code = mailed();
      expect(code).toMatch(/^\d{6}$/);
      expect(await attempt(olivia, sent(code))).toBe('passed');
      expect(await attempt(olivia, code, { 'user-agent': 'another' })).toBe('totp-invalid');
    });

    it('an expired code is refused', async () => {
      await attempt(olivia);
      const code = mailed();
      workspace.advance(3600_001);
      expect(await attempt(olivia, code)).toBe('totp-invalid');
    });

    it('the fifth incorrect code gives totp-max-attempts, and the next call mails another code', async () => {
      await attempt(olivia);
      const tries = [];
      for (let count = 1; count <= 5; count += 1) {
        tries.push(await attempt(olivia, incorrect()));
      }
      expect(tries).toEqual([...Array<string>(4).fill('totp-invalid'), 'totp-max-attempts']);
      expect(await details(olivia)).toMatchObject({ codeGenerated: true });
      expect(await attempt(olivia, mailed())).toBe('passed');
    });

    it('a call with a code fails and mails one when none was mailed before', async () => {
      expect(await attempt(olivia, '123456')).toBe('totp-invalid');
      expect(mailed()).toMatch(/^\d{6}$/);
    });
  });

  describe('5 and 6: password', () => {
    it.each([
      ['the digest', (password: string) => passwordDigest(password), 'passed'],
      ['the digest in upper case', (password: string) => passwordDigest(password).toUpperCase(), 'passed'],
      ['the password itself', (password: string) => password, 'totp-invalid'],
      ['another digest', () => passwordDigest('another'), 'totp-invalid'],
    ])('%s', async (_name, sent, expected) => {
      const pat = workspace.addActor({ username: 'pat', roles: ['admin'] });
      expect(await attempt(pat, sent('pat-password'))).toBe(expected);
    });
  });
});
