import type { Check, CheckGroup } from '../check';
import { expectAnswer, expectThat } from '../expectations';
import { Failed } from '../outcomes';
import { TEXTS } from '../texts';
import { makeAccessToken } from '../tokens';
import type { AppCall } from '../app';
import type { TestSession } from '../sessions';
import type { World } from '../world';

const { EXPECTED } = TEXTS;

/** Something of the test person's that a caller tries to end. */
export interface Attempt {
  readonly endpoint: string;
  readonly body: object;
  isAlive(): Promise<boolean>;
  /** It was told to end, against the rule. */
  ended(): void;
  readonly words: { readonly lives: string; readonly ended: string };
}

/** What each rule is called. */
export interface RefusalTitles {
  readonly noRole: string;
  readonly bypassToken: string;
  readonly codeMissing: string;
  readonly codeIncorrect: string;
  readonly codeRemembered: string;
}

/**
 * The rules that every endpoint which ends something has in common: it does nothing for a caller without a role, and
 * nothing without the second factor of this very moment.
 *
 * @param attempt something that lives
 */
export function refusals(
  group: CheckGroup,
  titles: RefusalTitles,
  attempt: (world: World) => Promise<Attempt>,
): Record<keyof RefusalTitles, Check> {
  return {
    noRole: {
      id: `${group}.no-role`,
      title: titles.noRole,
      async run(world) {
        const test = await world.requireTestPersonWithoutRole();
        // The workspace refuses most people by itself; whether the app would have, it shows here.
        expectThat((await world.setup(test)) === undefined, EXPECTED.noDetails, EXPECTED.details);
        await refused(world, await attempt(world), { as: test.login }, [403, 'error-unauthorized']);
      },
    },
    bypassToken: {
      id: `${group}.bypass-token`,
      title: titles.bypassToken,
      async run(world) {
        const authToken = await makeAccessToken(world, world.caller, true);
        const as = { userId: world.caller.userId, authToken };
        await refused(world, await attempt(world), { as }, [403, 'error-2fa-not-enforced']);
      },
    },
    codeMissing: {
      id: `${group}.code-missing`,
      title: titles.codeMissing,
      async run(world) {
        const method = await world.caller.secondFactor();
        const { details } = await refused(world, await attempt(world), {}, [400, 'totp-required']);
        expectThat(details?.method === method, EXPECTED.method(method), String(details?.method));
      },
    },
    codeIncorrect: {
      id: `${group}.code-incorrect`,
      title: titles.codeIncorrect,
      async run(world) {
        const method = await world.caller.secondFactor();
        const living = await attempt(world);
        await refused(world, living, { code: await world.incorrectCode(method), method }, [400, 'totp-invalid']);
      },
    },
    codeRemembered: {
      id: `${group}.code-remembered`,
      title: titles.codeRemembered,
      async run(world) {
        const headers = { 'User-Agent': await world.caller.rememberedAgent() };
        await refused(world, await attempt(world), { headers }, [400, 'totp-required']);
      },
    },
  };
}

/** One session of the test person. @throws CouldNotTry without a licence */
export async function oneSession(world: World): Promise<Attempt> {
  return attemptOn(world, await world.session());
}

/** Everything of the test person: their login stands for all of it. */
export async function everything(world: World): Promise<Attempt> {
  const test = await world.test();
  return {
    endpoint: 'sessions/logout.everything',
    body: { userId: test.userId },
    isAlive: () => test.isLoggedIn(),
    ended: () => world.everythingEnded(),
    words: { lives: EXPECTED.loginLives, ended: EXPECTED.loginEnded },
  };
}

export function attemptOn(world: World, session: TestSession): Attempt {
  return {
    endpoint: 'sessions/logout',
    body: { sessionId: session.sessionId },
    isAlive: () => session.isAlive(),
    ended: () => world.ended(session),
    words: { lives: EXPECTED.sessionLives, ended: EXPECTED.sessionEnded },
  };
}

/** A call that must be refused with this, and end nothing. @returns what the answer says */
async function refused(world: World, attempt: Attempt, call: AppCall, [status, errorType]: readonly [number, string]) {
  const answer = await world.app.call(attempt.endpoint, { as: world.caller.login, body: attempt.body, ...call });
  if (answer.status === 200) {
    attempt.ended();
  }
  const content = expectAnswer(answer, status, errorType);
  await requireAlive(attempt);
  return content;
}

/** @throws Failed, which stops the run: whatever ended it might end more */
export async function requireAlive(attempt: Attempt): Promise<void> {
  if (!(await attempt.isAlive())) {
    attempt.ended();
    throw new Failed(attempt.words.lives, attempt.words.ended, true);
  }
}
