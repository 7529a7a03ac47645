import type { Check } from '../../check';
import { expectAnswer, expectThat } from '../../expectations';
import { CouldNotTry } from '../../outcomes';
import type { TestSession } from '../../sessions';
import { TEXTS } from '../../texts';

const { TITLES, EXPECTED } = TEXTS;
const ENDPOINT = 'sessions/logout';

/** That a session really ends. */
export const logoutChecks: readonly Check[] = [
  {
    id: 'endpoint.logout',
    title: TITLES.logout,
    async run(world) {
      const [session, other] = await world.sessions(2);
      const { sessionId } = session;
      const answer = await world.confirmed(ENDPOINT, { sessionId, reason: TEXTS.reason });
      const content = expectAnswer(answer, 200);
      expectThat(content.sessionId === sessionId && content.success === true, EXPECTED.done, () => answer.text);
      world.ended(session);
      await expectEnded(session);
      expectThat(await other.isAlive(), EXPECTED.otherLives, EXPECTED.otherEnded);
    },
  },
  {
    id: 'endpoint.form',
    title: TITLES.form,
    async run(world) {
      const session = await world.endedSession();
      const body = new URLSearchParams({ sessionId: session.sessionId, reason: TEXTS.reason });
      expectAnswer(await world.confirmed(ENDPOINT, body), 200);
      world.ended(session);
      expectThat(await session.hasDeadToken(), EXPECTED.tokenDead, EXPECTED.tokenLives);
    },
  },
  {
    id: 'endpoint.rest',
    title: TITLES.rest,
    async run() {
      throw new CouldNotTry(TEXTS.notProvoked(UNPROVOKED.join(', ')));
    },
  },
];

/** Rows of the endpoint's table that only a broken workspace or another person gives. */
export const UNPROVOKED = [
  'error-account-deactivated',
  'error-internal',
  'error-one-code-per-session',
  'error-outcome-unknown',
  'error-settings-unreadable',
  'error-audit-unavailable',
  'error-workspace-invalid-response',
  'error-workspace-timeout',
  'error-workspace-unreachable',
  'totp-max-attempts',
];

/** Its socket is closed, with whatever code a proxy on the way makes of it, and its token is dead. */
export async function expectEnded(session: TestSession): Promise<void> {
  expectThat((await session.closes()) !== undefined, EXPECTED.socketClosed, EXPECTED.socketOpen);
  expectThat(await session.hasDeadToken(), EXPECTED.tokenDead, EXPECTED.tokenLives);
}
