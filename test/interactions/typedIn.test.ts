import { StoredPendingLogout } from '../../core/chat/pendingLogout';
import { typedIn } from '../../interactions/typedIn';
import { ACTION, BLOCK, codeActionId } from '../../views/ids';

const meta = { id: 'p1', ownerId: 'u1', expiresAt: 0, turn: 2, roomId: 'GENERAL', correlationId: 'r1' };
const session: StoredPendingLogout = { ...meta, sessionId: 's' };
const search = (form: boolean): StoredPendingLogout => ({
  ...meta,
  search: { form, what: 'choose', utcOffset: 0 },
});
const choice: StoredPendingLogout = {
  ...meta,
  choice: { listed: [], complete: true, looked: 0, all: false, chosen: [] },
};
const odd = [undefined, null, 5, true, {}, { toString: () => 'all' }, [[]], ['a', ['b']]];

test.each([undefined, null, 5, 'text', [], {}, { code: null }, { code: 'x', reason: [] }, { choose: 'all' }])(
  'a state that is %j says nothing',
  (state) => {
    const nothing = { code: undefined, reason: undefined };
    expect(typedIn(state, session)).toEqual(nothing);
    expect(typedIn(state, search(false))).toEqual(nothing);
    expect(typedIn(state, search(true))).toEqual({ ...nothing, criteria: { words: [] } });
    expect(typedIn(state, choice)).toEqual(nothing);
  },
);

test('a code counts only from the field of this turn', () => {
  const state = { [BLOCK.code]: { [codeActionId(1)]: '111111', [codeActionId(2)]: '222222' } };
  expect(typedIn(state, session).code).toBe('222222');
});

test.each(odd)('a field with %j is not filled in', (value) => {
  const state = {
    [BLOCK.code]: { [codeActionId(2)]: value },
    [BLOCK.reason]: { [ACTION.reason]: value },
    [BLOCK.form]: { [ACTION.person]: value, [ACTION.words]: value, [ACTION.address]: value },
    [BLOCK.choose]: { [ACTION.what]: value, [ACTION.which]: value },
  };
  expect(typedIn(state, search(true))).toEqual({ criteria: { words: [] } });
  expect(typedIn(state, choice)).toEqual({});
});

test('a form is read without the spaces around, and what is empty is not asked for', () => {
  const state = {
    [BLOCK.form]: {
      [ACTION.person]: ' @alice ',
      [ACTION.words]: '  windows \n 10 ',
      [ACTION.address]: '   ',
      [ACTION.after]: '',
      [ACTION.before]: 'today',
    },
  };
  expect(typedIn(state, search(true)).criteria).toEqual({
    person: '@alice',
    words: ['windows', '10'],
    before: 'today',
  });
});

test('a search for one person takes no criteria from a client', () => {
  expect(typedIn({ [BLOCK.form]: { [ACTION.person]: 'bob' } }, search(false)).criteria).toBeUndefined();
});

test.each([
  ['all', 'all'],
  ['everything', 'everything'],
  ['choose', 'choose'],
  ['ALL', undefined],
  ['constructor', undefined],
])('what to do: %s is %s', (value, what) => {
  expect(typedIn({ [BLOCK.choose]: { [ACTION.what]: value } }, search(false)).what).toBe(what);
});

test.each([
  ['a list', ['a', 'b'], ['a', 'b']],
  ['one alone', 'a', ['a']],
  ['an emptied list', [], []],
  ['a list with other things in it', ['a', 5, null, ['b'], {}], ['a']],
  ['no list', { length: 1, 0: 'a' }, undefined],
])('the chosen sessions: %s', (_name, value, chosen) => {
  expect(typedIn({ [BLOCK.choose]: { [ACTION.sessions]: value } }, choice).chosen).toEqual(chosen);
});

test.each([
  ['all', true],
  ['chosen', false],
  ['anything else', false],
])('which of them: %s', (value, all) => {
  expect(typedIn({ [BLOCK.choose]: { [ACTION.which]: value } }, choice).all).toBe(all);
});

test('with a mailed code there is no "all", whatever a client sends', () => {
  const mailed: StoredPendingLogout = { ...choice, question: { method: 'email', mailed: true, failures: 0 } };
  for (const state of [{}, { [BLOCK.choose]: { [ACTION.which]: 'all' } }]) {
    expect(typedIn(state, mailed).all).toBe(false);
  }
});
