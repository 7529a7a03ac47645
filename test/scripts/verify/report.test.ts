import { progressLine, type Report, tableLines } from '../../../scripts/verify/report';

const report: Report = {
  url: 'https://chat.example.com',
  workspace: '6.5',
  app: '1.0.0',
  caller: 'ada',
  testPerson: 'tess',
  startedAt: '2026-11-28T12:00:00.000Z',
  held: 2,
  failed: 1,
  notTried: 1,
  left: [],
  checks: [
    { id: 'endpoint.logout', title: 'It ends.', ms: 10, result: 'held' },
    { id: 'chat.dialog', title: 'It asks.', ms: 10, result: 'failed', expected: 'this', saw: 'that' },
    { id: 'endpoint.form', title: 'A form works.', ms: 10, result: 'not-tried', why: 'No licence.' },
    { id: 'speed.logout', title: 'How fast.', ms: 10, result: 'held', note: '7 ms' },
  ],
};

test('the table: in groups, with what was expected and seen, and why something was not tried', () => {
  expect(tableLines(report)).toEqual([
    '',
    'endpoint',
    '  ✔ It ends.',
    '  – A form works.',
    '      No licence.',
    '',
    'chat',
    '  ✘ It asks. [chat.dialog]',
    '      expected: this',
    '      saw: that',
    '',
    'speed',
    '  ✔ How fast. (7 ms)',
    '',
    'Rocket.Chat 6.5, Session Logout 1.0.0:',
    '2 held, 1 failed, 1 could not be tried.',
    'What it made has been removed.',
  ]);
  expect(report.checks.map(progressLine)).toEqual([
    '  ✔ endpoint.logout',
    '  ✘ chat.dialog',
    '  – endpoint.form',
    '  ✔ speed.logout',
  ]);
});

test('what could not be taken back is named', () => {
  expect(tableLines({ ...report, left: ['a login of tess'] }).slice(-2)).toEqual([
    'This could not be undone:',
    '  a login of tess',
  ]);
});
