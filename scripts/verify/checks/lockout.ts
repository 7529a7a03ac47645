import { MAX_INCORRECT_CODES } from '../../../core/shared/limits';
import { contentOf } from '../app';
import { connected, methodInChat, opensDialog } from '../chat/steps';
import { submitCode, untilMessage } from '../chat/views';
import type { Check } from '../check';
import { expectAnswer, expectThat, inWords } from '../expectations';
import { CouldNotTry, Failed, NoLicence } from '../outcomes';
import type { Person } from '../person';
import { TEXTS } from '../texts';
import type { World } from '../world';

const { TITLES, EXPECTED } = TEXTS;

/**
 * Tried on the test person alone, as the one who sends incorrect codes. Only where they can be let in again at once,
 * which takes another person with an allowed role in chat.
 */
export const lockoutChecks: readonly Check[] = [
  {
    id: 'lockout.counts',
    title: TITLES.lockout,
    async run(world) {
      const test = await lockable(world);
      // Before the first: codes of an earlier run count as well.
      world.undo.add(TEXTS.madeLockout(test.username), () => liftIfNeeded(world));
      for (let sent = 1; sent <= MAX_INCORRECT_CODES; sent += 1) {
        expectAnswer(await ask(world, test, await test.incorrectCode()), 400, 'totp-invalid');
      }
      const locked = await ask(world, test, await test.codes.of(await test.secondFactor()));
      const { retryAfterSeconds } = expectAnswer(locked, 429, 'error-locked-out').details ?? {};
      expectThat((retryAfterSeconds ?? 0) > 0, EXPECTED.retryAfter, inWords(locked));
      expectThat(locked.headers.get('retry-after') === String(retryAfterSeconds), EXPECTED.retryAfter, inWords(locked));
    },
  },
  {
    id: 'lockout.lifted',
    title: TITLES.lifted,
    async run(world) {
      const test = await world.test();
      if (!(await liftIfNeeded(world))) {
        throw new CouldNotTry(TEXTS.notLockedOut(test.username));
      }
      const answer = await ask(world, test);
      if (contentOf(answer).errorType === 'error-locked-out') {
        throw new Failed(EXPECTED.letIn, inWords(answer));
      }
      expectAnswer(answer, 400, 'totp-required');
    },
  },
];

/** @throws CouldNotTry unless the test person can be locked out and let in again without harm */
async function lockable(world: World): Promise<Person> {
  const test = await world.test();
  if (!(await world.hasAllowedRole(test))) {
    throw new CouldNotTry(TEXTS.nothingIsCounted(test.username));
  }
  await connected(world);
  await methodInChat(world);
  const { errorType, error } = contentOf(await ask(world, test));
  if (errorType !== 'totp-required') {
    throw new CouldNotTry(TEXTS.notAsked(test.username, errorType ?? error ?? ''));
  }
  return test;
}

/** Tries to end a session that does not exist; without a licence, to read the record. Both ask for a code, and harm nobody. */
async function ask(world: World, test: Person, code?: string) {
  const call = { as: test.login, code, mayBeLockedOut: true, takesBack: code === undefined };
  try {
    return await world.app.call('sessions/logout', { ...call, body: { sessionId: world.targets.noSession() } });
  } catch (thrown) {
    if (thrown instanceof NoLicence) {
      return world.app.call('audit?limit=1', call);
    }
    throw thrown;
  }
}

/** @returns whether the test person was locked out */
async function liftIfNeeded(world: World): Promise<boolean> {
  if (contentOf(await ask(world, await world.test())).errorType !== 'error-locked-out') {
    return false;
  }
  const client = await connected(world);
  await opensDialog(client, `unlock @${world.targets.person.username}`);
  const seen = client.messages.length;
  await submitCode(client, await world.caller.codes.typedOf(await methodInChat(world)));
  await untilMessage(client, seen);
  return true;
}
