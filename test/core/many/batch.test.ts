import { allGone } from '../../../core/many/batch';
import { SessionResult } from '../../../core/shared/target';

test.each<[SessionResult, boolean]>([
  ['ended', true],
  ['already-gone', true],
  ['refused', false],
  ['failed', false],
  ['not-begun', false],
  ['unknown', false],
])('beside an ended session, one that is %s makes all gone: %s', (result, gone) => {
  const results = [{ sessionId: 'a', result: 'ended' } as const, { sessionId: 'b', result }];
  expect(allGone({ results, at: 0 })).toBe(gone);
});
