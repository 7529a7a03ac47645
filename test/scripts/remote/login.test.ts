import { authenticator } from 'otplib';
import { logIn, type Who } from '../../../scripts/remote/login';
import type { RemoteOptions } from '../../../scripts/remote/rest';
import { FakePerson, fakeWorkspace, INFO } from '../../fakes/remote';

const URL = 'https://chat.example.com';
const ADA: Who = { user: 'ada', password: 'pa ss' };
const IN = { body: { status: 'success', data: { userId: 'u1', authToken: 'tok', me: { username: 'ada' } } } };
const OUT = { body: { status: 'success' } };
const challenge = (error: string, details: object = { method: 'totp' }) => ({
  status: 401,
  body: { status: 'error', error, message: 'TOTP', details },
});

afterEach(() => jest.restoreAllMocks());

function scene(login: Parameters<typeof fakeWorkspace>[0][string], answers: string[] = []) {
  const { calls } = fakeWorkspace({
    'GET /api/info': INFO,
    'POST /api/v1/login': login,
    'POST /api/v1/logout': OUT,
  });
  const person = new FakePerson(answers);
  const enter = (who: Who = ADA, options?: RemoteOptions) => logIn(URL, who, person, options);
  const failure = (who?: Who) =>
    enter(who).then(
      () => undefined,
      (error: unknown) => error,
    );
  const sent = () => calls.filter(({ route }) => route.endsWith('/login')).map(({ body }) => body);
  return { calls, person, enter, failure, sent };
}

describe('a login by password', () => {
  it('asks for what is missing, hidden where it is secret, and ends what it made once', async () => {
    const { calls, person, enter } = scene(IN, ['ada', 'pa ss']);
    const login = await enter({});
    expect(login).toMatchObject({ userId: 'u1', username: 'ada', authToken: 'tok' });
    expect(login.remote.credential).toEqual({ userId: 'u1', authToken: 'tok' });
    expect(person.hidden).toEqual(['Password']);
    await login.end();
    await login.end();
    expect(calls.map(({ route }) => route)).toEqual(['GET /api/info', 'POST /api/v1/login', 'POST /api/v1/logout']);
    expect(calls[2].headers.get('x-auth-token')).toBe('tok');
  });

  it('asks nothing and sends nothing secret before a workspace was found', async () => {
    const { calls } = fakeWorkspace({ 'GET /api/info': { text: 'hello' } });
    const person = new FakePerson();
    await expect(logIn(URL, {}, person)).rejects.toMatchObject({ code: 'not-rocketchat' });
    expect(person.asked).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  it('asks for a code of an authenticator app, again when it is incorrect', async () => {
    const { person, enter, sent } = scene(
      [challenge('totp-required'), challenge('totp-invalid'), IN],
      ['111111', '222222'],
    );
    await enter();
    expect(person.hidden).toEqual(['Code from your authenticator app', 'Code from your authenticator app']);
    expect(sent()).toMatchObject([{}, { code: '111111' }, { code: '222222' }]);
    expect(person.said).toEqual([expect.stringContaining('incorrect')]);
  });

  it.each([
    [true, 'has sent a code to a@example.com.'],
    [false, 'earlier still works'],
  ])('says that a code was mailed (just now: %s)', async (codeGenerated, words) => {
    const details = { method: 'email', codeGenerated, emailOrUsername: 'a@example.com' };
    const { person, enter } = scene([challenge('totp-required', details), IN], ['123456']);
    await enter();
    expect(person.said).toEqual([expect.stringContaining(words)]);
    expect(person.asked).toEqual(['Code from the e-mail']);
  });

  it('makes codes from a secret, however it is written, and tries once', async () => {
    const { person, failure, sent } = scene([challenge('totp-required'), challenge('totp-invalid')]);
    expect(await failure({ ...ADA, totpSecret: 'jbsw y3dp ehpk 3pxp' })).toMatchObject({ code: 'wrong-code' });
    expect(authenticator.clone({ window: 1 }).check((sent()[1] as { code: string }).code, 'JBSWY3DPEHPK3PXP')).toBe(
      true,
    );
    expect(sent()).toHaveLength(2);
    expect(person.asked).toEqual([]);
  });

  it('asks for no code more than three times', async () => {
    const { failure, sent } = scene([challenge('totp-required'), challenge('totp-invalid')], ['1', '2', '3']);
    expect(await failure()).toMatchObject({ code: 'wrong-code' });
    expect(sent()).toHaveLength(4);
  });

  it.each([
    [{ status: 401, body: { status: 'error', error: 'Unauthorized', message: 'Unauthorized' } }, 'wrong-password'],
    [{ status: 401, body: { status: 'error', error: 403, message: 'Incorrect password' } }, 'wrong-password'],
    [{ status: 401, body: { error: 'error-login-blocked-for-user', message: 'Blocked' } }, 'login-refused'],
    [challenge('totp-max-attempts'), 'too-many-codes'],
    [{ status: 429, body: {} }, 'too-many-requests'],
    [{ status: 200, text: '<html>' }, 'unexpected-answer'],
    [{ status: 500, body: { error: 'x' } }, 'unexpected-answer'],
  ])('is refused with %j', async (answer, code) => {
    const first = code === 'too-many-codes' ? [challenge('totp-required'), answer] : answer;
    const { calls, failure, person } = scene(first, ['1']);
    const error = await failure();
    expect(error).toMatchObject({ code });
    expect(`${(error as Error).message} ${person.seen}`).not.toContain('pa ss');
    expect(calls.some(({ route }) => route.endsWith('/logout'))).toBe(false);
  });

  it('refuses a secret that is none', async () => {
    const { failure } = scene([challenge('totp-required'), IN]);
    const error = await failure({ ...ADA, totpSecret: 'not base32: 0189' });
    expect(error).toMatchObject({ code: 'bad-totp-secret', message: expect.not.stringContaining('0189') });
  });

  it('is not cut off in the middle when it is stopped, but ended again', async () => {
    const stop = new AbortController();
    const { calls, enter } = scene(() => {
      stop.abort();
      return IN;
    });
    await expect(enter(ADA, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(calls.at(-1)).toMatchObject({ route: 'POST /api/v1/logout' });
  });

  it('says so when it cannot be ended', async () => {
    fakeWorkspace({ 'GET /api/info': INFO, 'POST /api/v1/login': IN, 'POST /api/v1/logout': { status: 500 } });
    const login = await logIn(URL, ADA, new FakePerson());
    await expect(login.end()).rejects.toMatchObject({ code: 'logout-failed' });
  });
});

describe('a login by token', () => {
  it('asks for the other half, and ends nothing that it did not make', async () => {
    const { calls } = fakeWorkspace({ 'GET /api/info': INFO, 'GET /api/v1/me': { body: { username: 'ada' } } });
    const person = new FakePerson(['tok']);
    const login = await logIn(URL, { userId: 'u1' }, person);
    await login.end();
    expect(login).toMatchObject({ userId: 'u1', authToken: 'tok', username: 'ada' });
    expect(person.hidden).toEqual(['Access token']);
    expect(calls.map(({ route }) => route)).toEqual(['GET /api/info', 'GET /api/v1/me']);
  });

  it.each([
    [{ status: 401, body: {} }, 'wrong-token'],
    [{ status: 429, body: {} }, 'too-many-requests'],
    [{ status: 200, body: {} }, 'unexpected-answer'],
  ])('is refused with %j', async (answer, code) => {
    fakeWorkspace({ 'GET /api/info': INFO, 'GET /api/v1/me': answer });
    await expect(logIn(URL, { userId: 'u1', token: 'x' }, new FakePerson())).rejects.toMatchObject({ code });
  });
});
