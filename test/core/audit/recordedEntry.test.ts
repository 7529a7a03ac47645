import { auditEntry } from '../../../core/audit/auditEntry';
import { recordedEntry } from '../../../core/audit/recordedEntry';
import { request, world } from '../../fakes/ports';

const about = { action: 'logout', via: 'api', correlationId: 'request-1', sessionId: 's' } as const;
const entry = auditEntry(request.caller, about, world([]).ports);
const done = { result: 'done', durationMs: 1 } as const;

test('whose session it was reads the same, whenever it was found out', () => {
  const owner = { targetId: 'u7', targetUsername: 'alice', targetDevice: 'Chrome' };
  const before = recordedEntry({ ...entry, ...owner }, done);
  expect(recordedEntry(entry, { ...done, ...owner })).toEqual(before);
  expect(before).toMatchObject({ ...owner, outcome: done });
});

test('what was known before stays where nothing was found out', () => {
  const owner = { targetId: undefined, targetUsername: undefined, targetDevice: undefined };
  expect(recordedEntry({ ...entry, targetId: 'u7' }, { ...done, ...owner })).toMatchObject({ targetId: 'u7' });
});

test('so for each session of a batch', () => {
  const sessions = [{ sessionId: 'a' }, { sessionId: 'b', userId: 'u8', device: 'Firefox' }];
  const outcomes = [
    { sessionId: 'a', result: 'ended', userId: 'u7', username: 'alice', device: 'Chrome' },
    { sessionId: 'b', result: 'ended' },
  ] as const;
  expect(recordedEntry({ ...entry, sessions }, { ...done, sessions: outcomes }).sessions).toEqual([
    { sessionId: 'a', userId: 'u7', username: 'alice', device: 'Chrome', result: 'ended' },
    { sessionId: 'b', userId: 'u8', device: 'Firefox', result: 'ended' },
  ]);
});

test('without an outcome it says so', () => {
  expect(recordedEntry(entry, 'unknown')).toEqual({ ...entry, outcome: 'unknown' });
});
