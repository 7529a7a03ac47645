import { createHash } from 'crypto';
import { authenticator } from 'otplib';
import { Codes, type KnownFactors } from '../../../scripts/verify/codes';
import { Secrets } from '../../../scripts/verify/secrets';

const SECRET = 'JBSWY3DPEHPK3PXP';
let asked: string[];
let answers: string[];
let secrets: Secrets;

beforeEach(() => {
  // A code made at the end of its 30 seconds would no longer be the current one when it is checked.
  jest.useFakeTimers();
  asked = [];
  answers = [];
  secrets = new Secrets();
});
afterEach(() => jest.useRealTimers());

const codes = (known: KnownFactors): Codes =>
  new Codes(
    'ada',
    known,
    {
      say: () => undefined,
      ask: async (question, options) => {
        asked.push(`${question}${options?.secret ? ' (hidden)' : ''}`);
        return answers.shift() ?? '';
      },
      confirm: async () => false,
    },
    secrets,
  );
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('from the secret of an authenticator app nobody is asked', async () => {
  expect(authenticator.check(await codes({ totpSecret: SECRET }).of('totp'), SECRET)).toBe(true);
  expect(asked).toEqual([]);
});

test('a typed code is used again for a while, a mailed one never; both are typed hidden', async () => {
  answers = ['111 111', '222222', '333333'];
  const own = codes({});

  expect([await own.of('totp'), await own.of('totp')]).toEqual(['111111', '111111']);
  expect([await own.of('email'), await own.of('email')]).toEqual(['222222', '333333']);
  expect(asked).toHaveLength(3);
  asked.forEach((question) => expect(question).toMatch(/^ada: .+ \(hidden\)$/));
});

test('a password is asked for once, sent as its digest, and typed as it is', async () => {
  answers = ['pass word'];
  const own = codes({});

  expect(await own.of('password')).toBe(digest('pass word'));
  expect(await own.typedOf('password')).toBe('pass word');
  expect(asked).toHaveLength(1);
});

test('an incorrect code is none of the current ones', async () => {
  const own = codes({ totpSecret: SECRET, password: 'p' });
  const wide = authenticator.clone({ window: 3 });
  for (let tries = 0; tries < 50; tries += 1) {
    expect(wide.check(await own.incorrect('totp'), SECRET)).toBe(false);
  }
  expect(await own.incorrect('password')).not.toBe(await own.of('password'));
  expect(await own.incorrect('email')).toMatch(/^\d{6}$/);
});

test('everything that is sent is known as a secret', async () => {
  const own = codes({ totpSecret: SECRET, password: 'a password' });
  const sent = [await own.of('totp'), await own.of('password'), await own.incorrect('totp'), 'a password'];

  sent.forEach((value) => expect(secrets.redact(`<${value}>`)).toBe('<…>'));
});
