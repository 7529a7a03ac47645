import { Caller } from '../../../core/caller/caller';
import { admitLogout, requireChosen } from '../../../core/chat/admitLogout';
import { PendingChoice, PendingLogout, PendingSearch } from '../../../core/chat/pendingLogout';
import { Criteria } from '../../../core/find/criteria';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, pending } from '../../fakes/chat';
import { NOW } from '../../fakes/ports';

const common = { reason: 'stolen laptop', roomId: 'GENERAL', correlationId: 'request-1' };
const searchFor = (criteria?: Criteria): PendingSearch => ({
  ...common,
  search: { criteria, form: true, what: 'choose', utcOffset: 0 },
});
const choiceOf = (chosen: string[], all = false, person?: PendingChoice['choice']['person']): PendingChoice => ({
  ...common,
  choice: {
    person,
    listed: [
      { sessionId: 'a', userId: 'alice-id', loginAt: NOW },
      { sessionId: 'mine', userId: caller.id, loginAt: NOW },
    ],
    complete: true,
    looked: 2,
    all,
    chosen,
  },
});

const fine: Array<[string, PendingLogout]> = [
  ['a session', pending],
  ['a form that was not filled in', searchFor()],
  ['an empty form', searchFor({ words: [] })],
  ['a search', searchFor({ words: ['chrome'], ip: '203.0.113.0/24', after: 'yesterday', before: '2026-03-01' })],
  ['a choice', choiceOf(['a'])],
  ['a choice of all', choiceOf([], true)],
];
test.each(fine)('%s is admitted, and leaves no record yet', async (_name, about) => {
  const { ports, recorded, sent, list } = chatWorld();
  await expect(admitLogout(about, caller, 'modal', ports)).resolves.toBeUndefined();
  expect([await recorded(), sent, list.sent]).toEqual([[], [], []]);
});

const invalid: Array<[string, PendingLogout, string, string]> = [
  ['something that is no session ID', { ...pending, sessionId: 'a/b' }, 'sessionId', 'not-allowed'],
  ['a reason that is too long', { ...choiceOf(['a']), reason: 'x'.repeat(501) }, 'reason', 'too-long'],
  ['a reason of a search that is too long', { ...searchFor(), reason: 'x'.repeat(501) }, 'reason', 'too-long'],
  ['a session that was not listed', choiceOf(['a', 'not-listed']), 'sessionIds', 'not-listed'],
  ['one that is no session ID', choiceOf(['../me']), 'sessionIds', 'not-listed'],
  ['an empty ID', choiceOf(['']), 'sessionIds', 'not-listed'],
  ['what every object has', choiceOf(['constructor']), 'sessionIds', 'not-listed'],
  ['one that was not listed, beside "all"', choiceOf(['not-listed'], true), 'sessionIds', 'not-listed'],
  ['an address that is none', searchFor({ words: [], ip: '300.1.2.3' }), 'ip', 'not-allowed'],
  ['a date that is none', searchFor({ words: [], after: '2026-02-30' }), 'loginAfter', 'not-allowed'],
  ['another date that is none', searchFor({ words: [], before: 'soon' }), 'loginBefore', 'not-allowed'],
  ['too many words', searchFor({ words: ['x'.repeat(201)] }), 'filter', 'not-allowed'],
];
test.each(invalid)('%s: refused, recorded without it, nothing sent', async (_name, about, field, problem) => {
  const { ports, recorded, sent, list } = chatWorld();
  await expect(admitLogout(about, caller, 'modal', ports)).rejects.toMatchObject({
    code: 'invalid-params',
    field,
    problem,
  });
  const entries = await recorded();
  expect(entries).toEqual([
    expect.objectContaining({
      callerId: 'u1',
      correlationId: 'request-1',
      outcome: { result: 'invalid-params', durationMs: 0 },
    }),
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/not-listed"|\.\.\/me|a\/b|xxx|300\.1|soon/);
  expect([sent, list.sent]).toEqual([[], []]);
});

const people: Array<[string, Caller, AppError['code']]> = [
  ['without an allowed role', { ...caller, roles: ['user'] }, 'error-unauthorized'],
  ['with a deactivated account', { ...caller, isEnabled: false }, 'error-account-deactivated'],
];
describe.each(people)('a person %s', (_person, person, code) => {
  test.each([...fine.map(([, about]) => about), choiceOf(['not-listed'])])(
    'is refused before anything is looked at: %j',
    async (about) => {
      const { ports, recorded } = chatWorld();
      const check = jest.fn();
      await expect(admitLogout(about, person, 'modal', ports, check)).rejects.toMatchObject({ code });
      expect(check).not.toHaveBeenCalled();
      expect(await recorded()).toEqual([expect.objectContaining({ outcome: { result: code, durationMs: 0 } })]);
    },
  );
});

describe('who wants to end sessions names one', () => {
  test.each([
    ['none', choiceOf([])],
    ['all but their own, of none but their own', { ...common, choice: { ...choiceOf([], true).choice, listed: [] } }],
  ])('%s is missing', (_name, about) => {
    expect(() => requireChosen(about, caller)).toThrow(
      expect.objectContaining({ field: 'sessionIds', problem: 'missing' }) as Error,
    );
  });

  test('"all" of a search for everybody, where only their own were found', () => {
    const { choice } = choiceOf([], true);
    const own = { ...common, choice: { ...choice, listed: choice.listed.slice(1) } };
    expect(() => requireChosen(own, caller)).toThrow(AppError);
  });

  test.each([
    ['their own, when they chose it', choiceOf(['mine'])],
    ['all', choiceOf([], true)],
    ['all of their own, when they searched for themselves', choiceOf([], true, caller)],
    ['nothing but a session', pending],
    ['nothing but a search', searchFor()],
  ] as Array<[string, PendingLogout]>)('%s is enough', (_name, about) => {
    expect(() => requireChosen(about, caller)).not.toThrow();
  });
});
