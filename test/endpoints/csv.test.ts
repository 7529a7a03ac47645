import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CSV_HEADER, csvRow } from '../../endpoints/csv';
import { recorded } from '../fakes/record';

const rowsOf = (text: string): Array<Record<string, string>> =>
  parse(text, { columns: true, record_delimiter: '\r\n' }) as Array<Record<string, string>>;

test('every field has a column, and a spreadsheet finds it by its name', () => {
  const entry = recorded('a', '2027-01-01T10:00:00Z', {
    callerRoles: ['admin', 'auditor'],
    sessionId: 's1',
    targetId: 'uAlice',
    targetUsername: 'alice',
    targetDevice: 'Firefox, Linux',
    otherAccountId: 'uMax',
    otherAccountUsername: 'max',
    reason: 'stolen "laptop"\nin the train',
    outcome: { result: 'totp-invalid', workspaceStatus: 400, secondFactor: 'totp', durationMs: 12 },
    sessions: [{ sessionId: 's1', userId: 'uAlice', result: 'refused', error: 'totp-invalid', workspaceStatus: 400 }],
    times: 3,
  });
  const { sessions, ...cells } = rowsOf(CSV_HEADER + csvRow(entry))[0];
  expect(cells).toEqual({
    time: '2027-01-01T10:00:00.000Z',
    id: 'a',
    requestId: 'request-a',
    action: 'logout',
    via: 'api',
    callerId: 'u1',
    callerUsername: 'admin',
    callerRoles: 'admin auditor',
    sessionId: 's1',
    targetId: 'uAlice',
    targetUsername: 'alice',
    device: 'Firefox, Linux',
    otherAccountId: 'uMax',
    otherAccountUsername: 'max',
    reason: 'stolen "laptop"\nin the train',
    result: 'totp-invalid',
    workspaceStatus: '400',
    secondFactor: 'totp',
    durationMs: '12',
    times: '3',
  });
  expect(JSON.parse(sessions)).toEqual([
    { sessionId: 's1', target: { id: 'uAlice' }, result: 'refused', error: 'totp-invalid', workspaceStatus: 400 },
  ]);
});

test('what nobody knows is an empty cell, and an entry without outcome is unknown', () => {
  expect(rowsOf(CSV_HEADER + csvRow(recorded('a', 0, { outcome: 'unknown' })))[0]).toMatchObject({
    result: 'unknown',
    durationMs: '',
    sessionId: '',
    sessions: '',
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('%j is made harmless', (reason) => {
  const [row] = rowsOf(CSV_HEADER + csvRow(recorded('-id', 0, { reason })));
  expect([row.reason, row.id]).toEqual([`'${reason}`, `'-id`]);
});

test('any texts come back as they were, but for the apostrophe before a formula', () => {
  const text = fc.oneof(
    fc.fullUnicodeString(),
    fc.stringOf(fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", 'a', ' ')),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (texts) => {
      const entries = texts.map(([reason, callerUsername]) => recorded('a', 0, { reason, callerUsername }));
      const rows = rowsOf(CSV_HEADER + entries.map(csvRow).join(''));
      expect(rows).toHaveLength(entries.length);
      rows.forEach((row, index) => {
        for (const [cell, written] of [
          [row.reason, texts[index][0]],
          [row.callerUsername, texts[index][1]],
        ]) {
          expect(cell === written || cell === `'${written}`).toBe(true);
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        }
      });
    }),
  );
});
