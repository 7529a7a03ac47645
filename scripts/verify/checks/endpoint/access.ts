import { contentOf } from '../../app';
import type { Check } from '../../check';
import { expectAnswer, expectThat, inWords } from '../../expectations';
import { TEXTS } from '../../texts';
import { health, type SetupPart } from '../../setup';
import { oneSession, refusals } from '../refusals';

const { TITLES, EXPECTED } = TEXTS;
/** What a logout of one session has in common with all others. */
export const refused = refusals('endpoint', TITLES.refused, oneSession);

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
      const sessionId = (await world.sessionIfListed())?.sessionId ?? world.targets.noSession();
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
  refused.noRole,
  refused.bypassToken,
];
