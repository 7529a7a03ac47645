import { contentOf } from '../app';
import type { Check } from '../check';
import { expectAnswer, expectThat } from '../expectations';
import { CouldNotTry } from '../outcomes';
import { isLoggedIn } from '../sessions';
import { TEXTS } from '../texts';
import { makeAccessToken } from '../tokens';
import { expectEnded } from './endpoint/logout';
import { everything, refusals } from './refusals';

const { TITLES, EXPECTED } = TEXTS;
const refused = refusals('everything', TITLES.everythingRefused, everything);

/** What protects everything of a person. Without a licence this is all that the app can end. */
export const everythingRefusals: readonly Check[] = [
  refused.noRole,
  refused.bypassToken,
  refused.codeMissing,
  refused.codeIncorrect,
  refused.codeRemembered,
];

/** The last that needs the test person logged in: everything of theirs ends. */
export const everythingCheck: Check = {
  id: 'everything.logout',
  title: TITLES.everything,
  async run(world) {
    const test = await world.test();
    const session = await world.sessionIfListed();
    const token = await makeAccessToken(world, test, false).catch((thrown: unknown) => {
      if (thrown instanceof CouldNotTry) {
        return undefined;
      }
      throw thrown;
    });
    const answer = await world.confirmed('sessions/logout.everything', { userId: test.userId, reason: TEXTS.reason });
    if (contentOf(answer).errorType === 'error-unauthorized') {
      throw new CouldNotTry(TEXTS.mayNotEndEverything(world.caller.username));
    }
    world.everythingEnded();
    expectAnswer(answer, 200);
    if (session) {
      await expectEnded(session);
    }
    const { remote } = test.login;
    for (const [what, authToken] of Object.entries({ login: test.login.authToken, token })) {
      const isAlive = authToken !== undefined && (await isLoggedIn(remote.with({ userId: test.userId, authToken })));
      expectThat(!isAlive, EXPECTED.everythingDead, EXPECTED.stillAlive(what));
    }
    return token === undefined ? TEXTS.withoutAccessToken : undefined;
  },
};
