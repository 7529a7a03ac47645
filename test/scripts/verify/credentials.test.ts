import { askingFor, readCredentials } from '../../../scripts/verify/credentials';

const asking = (answers: string[], asked: string[] = []) => ({
  say: () => undefined,
  ask: async (question: string) => {
    asked.push(question);
    return answers.shift() ?? '';
  },
  confirm: async () => false,
});

test('from the environment nobody is asked', async () => {
  const env = {
    VERIFY_USER: 'ada',
    VERIFY_PASSWORD: 'a',
    VERIFY_TOTP_SECRET: 's',
    VERIFY_TEST_USER: 'tess',
    VERIFY_TEST_PASSWORD: 't',
    VERIFY_YES: '1',
  };
  const asked: string[] = [];

  expect(await readCredentials(env, asking([], asked))).toEqual({
    caller: { user: 'ada', password: 'a', totpSecret: 's' },
    test: { user: 'tess', password: 't', totpSecret: undefined },
    confirmed: true,
  });
  expect(asked).toEqual([]);
});

test('who is missing is asked for; passwords are asked for at the login', async () => {
  const asked: string[] = [];
  const read = await readCredentials({}, asking(['ada', 'tess'], asked));

  expect([read.caller.user, read.test.user, read.confirmed]).toEqual(['ada', 'tess', false]);
  expect(asked).toHaveLength(2);
});

test('a token takes the place of user name and password', async () => {
  const env = { VERIFY_USER_ID: 'id', VERIFY_TOKEN: 'token', VERIFY_TEST_USER: 'tess' };

  expect((await readCredentials(env, asking([]))).caller).toEqual({
    userId: 'id',
    token: 'token',
    password: undefined,
    totpSecret: undefined,
  });
});

test('questions say whose answer is meant', async () => {
  const asked: string[] = [];
  await askingFor('tess', asking(['x'], asked)).ask('Password', { secret: true });

  expect(asked).toEqual(['tess: Password']);
});
