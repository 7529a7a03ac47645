import type { Asking } from '../remote/asking';
import type { Who } from '../remote/login';
import { TEXTS } from './texts';

/** Who logs in, with the second factor as far as it is known. */
export interface Credentials {
  readonly caller: Who;
  readonly test: Who;
  /** Whether nobody is asked before it begins. */
  readonly confirmed: boolean;
}

/** The environment variables that take the place of questions. */
export const VARIABLES = {
  VERIFY_USER: TEXTS.variables.user,
  VERIFY_PASSWORD: TEXTS.variables.password,
  VERIFY_TOTP_SECRET: TEXTS.variables.totpSecret,
  VERIFY_USER_ID: TEXTS.variables.userId,
  VERIFY_TOKEN: TEXTS.variables.token,
  VERIFY_TEST_USER: TEXTS.variables.testUser,
  VERIFY_TEST_PASSWORD: TEXTS.variables.testPassword,
  VERIFY_TEST_TOTP_SECRET: TEXTS.variables.testTotpSecret,
  VERIFY_YES: TEXTS.variables.yes,
} as const;

/** Reads the credentials, and asks for what is missing. Both people are named afterwards, unless a token names one. */
export async function readCredentials(env: NodeJS.ProcessEnv, asking: Asking): Promise<Credentials> {
  const given = (name: keyof typeof VARIABLES): string | undefined => env[name] || undefined;
  const byToken = { userId: given('VERIFY_USER_ID'), token: given('VERIFY_TOKEN') };
  const isByToken = byToken.userId !== undefined || byToken.token !== undefined;
  const user = isByToken ? undefined : (given('VERIFY_USER') ?? (await asking.ask(TEXTS.askCaller)));
  const testUser = given('VERIFY_TEST_USER') ?? (await asking.ask(TEXTS.askTestPerson));
  return {
    caller: {
      ...(isByToken ? byToken : { user }),
      password: given('VERIFY_PASSWORD'),
      totpSecret: given('VERIFY_TOTP_SECRET'),
    },
    test: { user: testUser, password: given('VERIFY_TEST_PASSWORD'), totpSecret: given('VERIFY_TEST_TOTP_SECRET') },
    confirmed: given('VERIFY_YES') === '1',
  };
}

/** Asks on somebody's behalf: every question says for whom. */
export function askingFor(person: string, asking: Asking): Asking {
  return {
    say: (line) => asking.say(line),
    ask: (question, options) => asking.ask(TEXTS.questionFor(person, question), options),
    confirm: (question) => asking.confirm(question),
  };
}
