import { contentOf } from '../../app';
import type { Check } from '../../check';
import { expectAnswer, expectThat, inWords } from '../../expectations';
import { TEXTS } from '../../texts';
import { makeAccessToken } from '../../tokens';
import { health, type SetupPart } from '../../world';

const { TITLES, EXPECTED } = TEXTS;

/** Who is let in. */
export const accessChecks: readonly Check[] = [
  {
    id: 'endpoint.health',
    title: TITLES.health,
    async run(world) {
      const answer = await health(world.remote.url);
      const { status, installation } = contentOf(answer) as { status?: string; installation?: string };
      expectThat(answer.status === 200 && status === 'up', EXPECTED.up, () => inWords(answer));
      expectThat(typeof installation === 'string', EXPECTED.installation, () => inWords(answer));
      const parts = (await world.setup(world.caller)) ?? [];
      // A workspace without the licence is in order as far as the app goes: most checks then say that they cannot be tried.
      const isWrong = ({ part, state }: SetupPart): boolean => state === 'problem' && part !== 'licence';
      const problems = parts.filter(isWrong).map(({ text }) => text);
      expectThat(problems.length === 0, EXPECTED.noProblems, problems.join(' '));
      return (
        parts
          .filter((part) => part.state !== 'ok' && !isWrong(part))
          .map(({ text }) => text)
          .join(' ') || undefined
      );
    },
  },
  {
    id: 'endpoint.not-logged-in',
    title: TITLES.notLoggedIn,
    async run(world) {
      const { sessionId } = await world.session();
      const { userId, authToken } = world.caller.login;
      const credentials: ReadonlyArray<Readonly<Record<string, string>>> = [
        {},
        { 'X-User-Id': userId, 'X-Auth-Token': 'notAToken' },
        { 'X-User-Id': (await world.test()).userId, 'X-Auth-Token': authToken },
        { 'X-Auth-Token': authToken },
        { Authorization: 'Bearer notAToken' },
      ];
      for (const headers of credentials) {
        expectAnswer(
          await world.app.call('sessions/logout', { headers, body: { sessionId } }),
          401,
          'error-not-logged-in',
        );
      }
    },
  },
  {
    id: 'endpoint.no-role',
    title: TITLES.noRole,
    async run(world) {
      const test = await world.requireTestPersonWithoutRole();
      // The workspace refuses most people by itself; whether the app would have, it shows here.
      expectThat((await world.setup(test)) === undefined, EXPECTED.noDetails, EXPECTED.details);
      const session = await world.session();
      const call = { as: test.login, body: { sessionId: session.sessionId } };
      expectAnswer(await world.app.call('sessions/logout', call), 403, 'error-unauthorized');
      expectThat(await session.isAlive(), EXPECTED.sessionLives, EXPECTED.sessionEnded);
    },
  },
  {
    id: 'endpoint.bypass-token',
    title: TITLES.bypassToken,
    async run(world) {
      const session = await world.session();
      const as = { userId: world.caller.userId, authToken: await makeAccessToken(world, world.caller, true) };
      const answer = await world.app.call('sessions/logout', { as, body: { sessionId: session.sessionId } });
      if (answer.status === 200) {
        world.ended(session);
      }
      expectAnswer(answer, 403, 'error-2fa-not-enforced');
    },
  },
];
