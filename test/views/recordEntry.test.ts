import { ShownEntry } from '../../core/chat/reading';
import { entryDetails, entryLine, entryNote } from '../../views/recordEntry';
import { english } from '../../views/texts/catalogue';
import { NOW } from '../fakes/ports';

const reader = { callerId: 'u1', now: NOW, utcOffset: 1 };
const entry: ShownEntry = {
  id: 'e1',
  at: NOW,
  correlationId: 'request-1',
  action: 'logout',
  via: 'modal',
  callerId: 'u1',
  callerUsername: 'olivia',
  callerRoles: ['user', 'security-officer'],
  sessionId: 'aLiveSession',
  targetId: 'u2',
  targetUsername: 'alice',
  targetDevice: 'Chrome 120 · Mac OS 10.15 · 203.0.113.24',
  reason: 'stolen\nlaptop',
  outcome: { result: 'done', durationMs: 12, workspaceStatus: 200, secondFactor: 'totp' },
};
const batch: ShownEntry = {
  ...entry,
  action: 'logout-many',
  sessionId: undefined,
  targetUsername: undefined,
  targetDevice: undefined,
  sessions: ['alice', 'bob', 'alice', 'carol', 'dave'].map((username, index) => ({
    sessionId: `s${index}`,
    username,
    result: 'ended',
  })),
  sessionCount: 7,
};

test('when, who, what and whose on one line; how, which device and why on the next', () => {
  expect(entryLine(entry, reader, english)).toBe('2026-03-01 11:00 (UTC+1) · @olivia · End a session · @alice');
  expect(entryNote(entry, english)).toBe('done · Chrome 120 · Mac OS 10.15 · 203.0.113.24 · stolen laptop');
});

test('a batch names some of its people, and how many sessions there are', () => {
  expect(entryLine(batch, reader, english)).toMatch(/ · End sessions · @alice, @bob, @carol, …$/);
  expect(entryNote(batch, english)).toBe('done · sessions: 7 · stolen laptop');
});

test('without a device the session is named; what was refused often says how often', () => {
  expect(entryNote({ ...entry, targetDevice: undefined, reason: undefined }, english)).toBe('done · aLiveSession');
  const refused: ShownEntry = {
    ...entry,
    sessionId: undefined,
    targetDevice: undefined,
    reason: undefined,
    times: 12,
    outcome: { result: 'error-unauthorized', durationMs: 0 },
  };
  expect(entryNote(refused, english)).toBe('not done (error-unauthorized) · 12 times within a minute');
});

test.each([
  ['unknown', 'unknown: it may have happened'],
  [{ result: 'partly-done', durationMs: 1 }, 'partly done'],
  [{ result: 'cancelled', durationMs: 1 }, 'cancelled'],
] as const)('the outcome %j is put into words', (outcome, words) => {
  expect(entryNote({ ...entry, targetDevice: undefined, outcome, reason: undefined }, english)).toBe(
    `${words} · aLiveSession`,
  );
});

test('all that is recorded, line by line', () => {
  expect(entryDetails(entry, reader, english)).toEqual([
    'Time: 2026-03-01 11:00 (UTC+1)',
    'Who (roles): @olivia (user, security-officer)',
    'What: End a session',
    'Result: done',
    'About: @alice',
    'Device: Chrome 120 · Mac OS 10.15 · 203.0.113.24',
    'Session ID: aLiveSession',
    'Reason: stolen laptop',
    'Second factor: totp',
    "Status of the workspace's last answer: 200",
    'Through: dialog',
    'Request: request-1',
  ]);
});

test('every session of a batch that is kept, and that there are more', () => {
  expect(entryDetails(batch, reader, english).slice(-6)).toEqual([
    '1. ended · @alice · s0',
    '2. ended · @bob · s1',
    '3. ended · @alice · s2',
    '4. ended · @carol · s3',
    '5. ended · @dave · s4',
    'And 2 more.',
  ]);
});

test('nothing from people breaks a line, hides a character, or is endless', () => {
  const hostile: ShownEntry = { ...entry, reason: `a\u202Eb\n${'x'.repeat(500)}`, targetDevice: 'Chr\u200Eome\t1' };
  const note = entryNote(hostile, english);
  expect(note).toMatch(/^done · Chrome 1 · ab x+…$/);
  expect(note.length).toBeLessThan(120);
});
