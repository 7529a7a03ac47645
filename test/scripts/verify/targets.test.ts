import { NotTheTestPerson, Targets } from '../../../scripts/verify/targets';

const BOB = { userId: 'bobBobBobBobBobBo', username: 'bob' };
const OWN = 'tTouumJMrHMjnedWf';
const FOREIGN = 'aLiCesSessionAAAA';

let targets: Targets;
beforeEach(() => {
  targets = new Targets(BOB);
  targets.own({ sessionId: OWN, userId: BOB.userId });
});

describe('what is sent', () => {
  test.each<[string, () => unknown]>([
    ["the test person's session", () => ({ sessionId: OWN, reason: 'any' })],
    ['a session of nobody', () => ({ sessionId: targets.noSession() })],
    ['several of these', () => ({ sessionIds: [OWN, targets.noSession()] })],
    ['the test person by ID, but for a session of theirs', () => ({ userId: BOB.userId, except: [OWN] })],
    ['the test person by name', () => ({ username: 'bob' })],
    ['nobody by name', () => ({ username: targets.nobody() })],
    ['what cannot be a session ID', () => ({ sessionId: '../' })],
    ['nothing at all', () => ({})],
    ['no body', () => undefined],
    ['a form with their session', () => new URLSearchParams({ sessionId: OWN })],
  ])('%s passes', (_what, body) => {
    expect(() => targets.requireOwn(body())).not.toThrow();
  });

  test.each<[string, unknown]>([
    ["somebody else's session", { sessionId: FOREIGN }],
    ["somebody else's session in a form", new URLSearchParams({ sessionId: FOREIGN })],
    ["somebody else's session beside their own", { sessionIds: [OWN, FOREIGN] }],
    ["a session that only begins like the test person's", { sessionId: `${OWN}x` }],
    ['the session in another case', { sessionId: OWN.toLowerCase() }],
    ['a number that could be an ID', { sessionId: 17 }],
    ["somebody else's session to be kept", { userId: BOB.userId, except: [FOREIGN] }],
    ['somebody else by ID', { userId: 'aliceAliceAliceAl' }],
    ['somebody else by name', { username: 'alice' }],
    ['the name in another case', { username: 'Bob' }],
    ['nobody by an empty ID, which would be the caller', { userId: '' }],
    ['nobody by no ID, which would be the caller', { userId: null }],
  ])('%s does not', (_what, body) => {
    expect(() => targets.requireOwn(body)).toThrow(NotTheTestPerson);
  });
});

describe('what is typed', () => {
  test.each([
    'status',
    'connect',
    'disconnect',
    'help',
    '@bob a reason',
    'find @bob os:windows',
    'unlock @bob',
    OWN,
    `${OWN} --code 123456 --reason "x"`,
  ])('"%s" passes', (line) => {
    expect(() => targets.requireOwnLine(line)).not.toThrow();
  });

  test.each([
    '',
    'find',
    'find chrome',
    '@alice',
    '@bobby',
    '@Bob',
    'unlock @alice',
    FOREIGN,
    `${FOREIGN} @bob`,
    'statusX',
  ])('"%s" does not', (line) => {
    expect(() => targets.requireOwnLine(line)).toThrow(NotTheTestPerson);
  });
});

test('a session that the server lists for the test person but that is somebody else’s never becomes a target', () => {
  expect(() => targets.own({ sessionId: FOREIGN, userId: 'aliceAliceAliceAl' })).toThrow(NotTheTestPerson);
  expect(() => targets.own({ sessionId: '.*', userId: BOB.userId })).toThrow(NotTheTestPerson);
  expect(() => targets.requireOwn({ sessionId: FOREIGN })).toThrow(NotTheTestPerson);
});
