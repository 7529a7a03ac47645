import { median } from '../../../bench/statistics';
import type { Check } from '../check';
import { inWords } from '../expectations';
import { CouldNotTry, Failed } from '../outcomes';
import { freshAgent } from '../person';
import type { TargetSession } from '../targets';
import { TEXTS } from '../texts';
import type { World } from '../world';

const ROUNDS = 30;

/**
 * How long a logout takes beside the two calls that it cannot do without, in turns. The session is over already: to end
 * it again is the same work for everybody, and nobody is told.
 */
export const speedChecks: readonly Check[] = [
  {
    id: 'speed.logout',
    title: TEXTS.TITLES.speed,
    async run(world) {
      if ((await world.caller.secondFactor()) === 'email') {
        throw new CouldNotTry(TEXTS.notWithMails);
      }
      const { sessionId } = await world.endedSession();
      const [app, direct]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        app.push(await timed(() => byApp(world, sessionId)));
        direct.push(await timed(() => directly(world, sessionId)));
      }
      const [ofApp, ofDirect] = [median(app), median(direct)];
      return TEXTS.speed(ROUNDS, Math.round(ofApp), Math.round(ofDirect), (ofApp / ofDirect).toFixed(2));
    },
  },
];

async function byApp(world: World, sessionId: TargetSession): Promise<void> {
  const answer = await world.confirmed('sessions/logout', { sessionId });
  if (answer.status !== 200) {
    throw new Failed('200', inWords(answer));
  }
}

/** A call without a code for a session that does not exist, and the logout. */
async function directly(world: World, sessionId: TargetSession): Promise<void> {
  const [method, code] = [await world.caller.secondFactor(), await world.caller.code()];
  const agent = { 'User-Agent': freshAgent() };
  await world.directly(world.targets.noSession(), agent);
  const answer = await world.directly(sessionId, { ...agent, 'x-2fa-code': code, 'x-2fa-method': method });
  if (answer.status === 429) {
    throw new CouldNotTry(TEXTS.rateLimited);
  }
  if (answer.status !== 200) {
    throw new Failed('200', inWords(answer));
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}
