import { PendingChoice, PendingSearch, PendingSession } from '../../../core/chat/pendingLogout';
import { storedTexts, withTyped } from '../../../core/chat/typed';

const common = { roomId: 'GENERAL', correlationId: 'r1', reason: 'stolen' };
const person = { id: 'u2', username: 'alice', isEnabled: true };
const ofPerson: PendingSearch = { ...common, search: { form: false, person, what: 'choose', utcOffset: 0 } };
const inForm: PendingSearch = { ...common, search: { form: true, person, what: 'choose', utcOffset: 0 } };
const choice: PendingChoice = {
  ...common,
  choice: { listed: [], complete: true, looked: 0, all: true, chosen: ['a'] },
};

test('what is absent stays as it was', () => {
  const session: PendingSession = { ...common, sessionId: 's' };
  for (const pending of [session, ofPerson, inForm, choice]) {
    expect(withTyped(pending, {})).toEqual(pending);
  }
});

test('what was typed and chosen takes the place of what was there', () => {
  expect(withTyped(ofPerson, { reason: 'lost', what: 'all' })).toMatchObject({
    reason: 'lost',
    search: { what: 'all' },
  });
  expect(withTyped(choice, { all: false, chosen: ['b'] }).choice).toMatchObject({ all: false, chosen: ['b'] });
});

test('where there is no licence to show sessions, a client cannot choose anything but everything', () => {
  const unlicensed: PendingSearch = {
    ...ofPerson,
    search: { ...ofPerson.search, what: 'everything', unlicensed: true },
  };
  expect(withTyped(unlicensed, { what: 'choose' }).search).toEqual(unlicensed.search);
});

test('a form that names nobody, or somebody else, is no longer about the person before', () => {
  expect(withTyped(inForm, { criteria: { words: ['chrome'] } }).search).toEqual({
    ...inForm.search,
    person: undefined,
    criteria: { words: ['chrome'] },
  });
});

test('a search for one person stays that: a client cannot slip in criteria', () => {
  expect(withTyped(ofPerson, { criteria: { person: 'bob', words: [] } }).search).toEqual(ofPerson.search);
});

test('every text that would be stored is looked at, and the code is none of them', () => {
  const criteria = { person: 'alice', words: ['a', 'b'], ip: 'i', os: 'o', client: 'c', after: 'x', before: 'y' };
  expect(storedTexts({ code: '123456', reason: 'r', criteria, what: 'all', chosen: ['s'] }).sort()).toEqual(
    ['r', 'a', 'b', 'a b', 'alice', 'i', 'o', 'c', 'x', 'y'].sort(),
  );
});
