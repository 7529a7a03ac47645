import * as fc from 'fast-check';
import { codeAttempts } from '../../../adapters/codeAttempts';
import { beginTurn, Turn, TurnPorts } from '../../../core/brake/turn';
import { AppError } from '../../../core/shared/errors';
import { MemoryCodeAttempts, sendIncorrect } from '../../fakes/codeAttempts';
import { MemoryPersistence, seenBy } from '../../fakes/persistence';
import { failureOf, NOW } from '../../fakes/ports';

const MINUTE = 60_000;

/** One server, whose clock goes on as it waits. */
function server(change: Partial<TurnPorts> = {}) {
  let time = NOW;
  let ids = 0;
  const waited: number[] = [];
  const clock = {
    now: () => time,
    async sleep(milliseconds: number): Promise<void> {
      waited.push(milliseconds);
      time += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  const attempts = new MemoryCodeAttempts(clock);
  const limit = jest.fn((timeoutMs: number) => timeoutMs);
  const random = { id: () => `attempt-${++ids}` };
  const ports: TurnPorts = { codeAttempts: attempts, clock, random, budget: { limit }, ...change };
  return {
    attempts,
    limit,
    waited,
    begin: (callerId = 'u1'): Turn => beginTurn(callerId, ports),
    pass: (milliseconds: number) => void (time += milliseconds),
  };
}

async function taken(turn: Turn): Promise<Turn> {
  await turn.taken;
  return turn;
}

describe('a turn', () => {
  test('is stored before anything is read, and taken at once where nobody is before it', async () => {
    const { attempts, begin, waited } = server();
    await begin().taken;
    expect(attempts.calls).toEqual(['begin', 'of']);
    expect(waited).toEqual([]);
  });

  test('that ends otherwise than with an incorrect code leaves nothing', async () => {
    const { attempts, begin } = server();
    expect(await (await taken(begin())).end('over')).toBeUndefined();
    expect(await attempts.of('u1')).toEqual({ open: [], incorrect: [] });
  });

  test('ends once: what comes later does not count', async () => {
    const { attempts, begin } = server();
    const turn = await taken(begin());
    await turn.end('over');
    expect(await turn.end('incorrect')).toBeUndefined();
    expect((await attempts.of('u1')).incorrect).toEqual([]);
  });

  test('a right code does not make incorrect ones forgotten', async () => {
    const { attempts, begin } = server();
    await sendIncorrect(4, 'u1', attempts);
    await (await taken(begin())).end('over');
    expect(await (await taken(begin())).end('incorrect')).toBe(NOW + 15 * MINUTE);
  });

  test('of somebody who is locked out is refused, and that is over in 15 minutes', async () => {
    const { attempts, begin, pass } = server();
    await sendIncorrect(5, 'u1', attempts);
    const refused = begin();
    expect(await failureOf(refused.taken)).toMatchObject({ code: 'error-locked-out', until: NOW + 15 * MINUTE });
    await refused.end('over');
    pass(15 * MINUTE);
    await begin().taken;
    expect((await attempts.of('u1')).open).toHaveLength(1);
  });

  test('waits while five others are under way, and comes when one of them is over', async () => {
    const { begin, waited } = server();
    const others = await Promise.all(Array.from({ length: 5 }, () => taken(begin())));
    let isTaken = false;
    const last = taken(begin()).then(() => (isTaken = true));
    while (waited.length < 3) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(isTaken).toBe(false);
    await others[2].end('over');
    await last;
  });

  test('those of somebody else hold nobody up', async () => {
    const { begin, waited } = server();
    await Promise.all(Array.from({ length: 9 }, (_, index) => begin(`u${index}`).taken));
    expect(waited).toEqual([]);
  });

  test('is refused when the time is over before it comes, and leaves nothing', async () => {
    const { attempts, begin, limit } = server();
    await Promise.all(Array.from({ length: 5 }, () => begin().taken));
    limit.mockImplementationOnce((timeoutMs) => timeoutMs);
    limit.mockImplementationOnce(() => {
      throw new AppError('error-workspace-timeout');
    });
    const late = begin();
    expect(await failureOf(late.taken)).toMatchObject({
      code: 'error-too-many-requests',
      workspaceStatus: undefined,
      retryAfterSeconds: expect.any(Number),
    });
    await late.end('over');
    expect((await attempts.of('u1')).open).toHaveLength(5);
  });

  test('of a call that died holds nobody up for more than a minute', async () => {
    const { begin, pass, waited } = server();
    await Promise.all(Array.from({ length: 5 }, () => begin().taken));
    pass(MINUTE);
    await begin().taken;
    expect(waited).toEqual([]);
  });

  test('that ends while it waits waits no more', async () => {
    const { attempts, begin, waited } = server();
    await Promise.all(Array.from({ length: 5 }, () => begin().taken));
    const turn = begin();
    const failed = failureOf(turn.taken);
    await turn.end('over');
    await failed;
    expect(waited.length).toBeLessThan(3);
    expect((await attempts.of('u1')).open).toHaveLength(5);
  });
});

describe('invariant 4: a turn fails closed', () => {
  test.each(['begin', 'of'] as const)('when "%s" fails', async (name) => {
    const { attempts, begin } = server();
    attempts.refusing[name] = true;
    const turn = begin();
    expect(await failureOf(turn.taken)).toMatchObject({ code: 'error-audit-unavailable' });
    attempts.refusing[name] = false;
    await turn.end('over');
    expect(await attempts.of('u1')).toEqual({ open: [], incorrect: [] });
  });

  test('an end that cannot be stored is told', async () => {
    const { attempts, begin } = server();
    const turn = await taken(begin());
    attempts.refusing.end = true;
    await expect(turn.end('incorrect')).rejects.toThrow('the store is down');
  });
});

/** What a code is, and that the workspace’s answer to it gets lost. */
type Code = 'right' | 'incorrect' | 'unanswered';
/** How often one call looks whether it is its turn, before its time is over. */
const MOST_CHECKS = 200;

describe('whatever order calls come in, on however many servers', () => {
  /** Sends codes of one person at the same time from several servers, each step of each in any order. */
  async function race(codes: readonly Code[], scheduler: fc.Scheduler) {
    const persistence = new MemoryPersistence();
    const sent: Code[] = [];
    const lockouts: number[] = [];
    let time = NOW;
    let ids = 0;
    const step = (): Promise<unknown> => scheduler.schedule(Promise.resolve());
    const clock = {
      now: () => ++time,
      async sleep(): Promise<void> {
        await new Promise((resolve) => setImmediate(resolve));
        await step();
      },
    };
    const onServer = async (code: Code): Promise<AppError | undefined> => {
      let checks = 0;
      const view = seenBy(persistence, async () => void (await step()));
      const turn = beginTurn('u1', {
        codeAttempts: codeAttempts(view, view, { clock }),
        clock,
        random: { id: () => `attempt-${++ids}` },
        budget: {
          limit: (timeoutMs) => {
            if (++checks > MOST_CHECKS) {
              throw new AppError('error-workspace-timeout');
            }
            return timeoutMs;
          },
        },
      });
      try {
        await turn.taken;
      } catch (error) {
        await turn.end('over');
        return error as AppError;
      }
      sent.push(code);
      await step(); // the workspace's answer
      if (code === 'unanswered') {
        return undefined;
      }
      const until = await turn.end(code === 'right' ? 'over' : 'incorrect');
      if (until !== undefined) {
        lockouts.push(until);
      }
      return undefined;
    };
    const refused = await scheduler.waitFor(Promise.all(codes.map(onServer)));
    return { sent, refused, lockouts };
  }
  const right = fc.constant<Code>('right');
  const incorrect = fc.constant<Code>('incorrect');
  const codesOf = (...kinds: Array<fc.Arbitrary<Code>>) =>
    fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 12 });
  const count = (codes: readonly Code[], kind: Code): number => codes.filter((code) => code === kind).length;

  test('never more than five incorrect codes are sent, right ones get through, and one incorrect one locks out', async () => {
    await fc.assert(
      fc.asyncProperty(codesOf(right, incorrect), fc.scheduler(), async (all, scheduler) => {
        const { sent, refused, lockouts } = await race(all, scheduler);
        expect(count(sent, 'incorrect')).toBe(Math.min(5, count(all, 'incorrect')));
        expect(lockouts).toHaveLength(count(sent, 'incorrect') === 5 ? 1 : 0);
        // Nobody is refused for anything but a lockout.
        const others = refused.filter((error) => error !== undefined && error.code !== 'error-locked-out');
        expect(others).toEqual([]);
        if (lockouts.length === 0) {
          expect(sent).toHaveLength(all.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('codes whose answers get lost count as well', async () => {
    const codes = codesOf(right, incorrect, fc.constant<Code>('unanswered'));
    await fc.assert(
      fc.asyncProperty(codes, fc.scheduler(), async (all, scheduler) => {
        const { sent } = await race(all, scheduler);
        expect(count(sent, 'incorrect') + count(sent, 'unanswered')).toBeLessThanOrEqual(5);
      }),
      { numRuns: 100 },
    );
  });
});
