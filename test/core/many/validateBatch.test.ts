import { validateBatch, validSessionIds } from '../../../core/many/validateBatch';
import { sessionIds } from '../../fakes/many';
import { thrownBy } from '../../fakes/ports';

test('a list of 500 is taken as it is, with reason, code and method', () => {
  expect(validateBatch({ sessionIds: sessionIds(500), reason: 'why' }, '123456', 'totp')).toEqual({
    sessionIds: sessionIds(500),
    reason: 'why',
    secondFactor: { code: '123456', method: 'totp' },
  });
});

const refused: Array<[string, unknown, string, string]> = [
  ['no list', {}, 'sessionIds', 'missing'],
  ['null', { sessionIds: null }, 'sessionIds', 'not-allowed'],
  ['an object like a list', { sessionIds: { 0: 'a', length: 1 } }, 'sessionIds', 'not-allowed'],
  ['an empty list', { sessionIds: [] }, 'sessionIds', 'not-allowed'],
  ['501', { sessionIds: sessionIds(501) }, 'sessionIds', 'too-many'],
  ['a repeated ID', { sessionIds: ['a', 'a'] }, 'sessionIds', 'repeated'],
  ['an empty ID', { sessionIds: ['a', ''] }, 'sessionIds', 'not-allowed'],
  ['a list in the list', { sessionIds: [['a']] }, 'sessionIds', 'not-allowed'],
  ['a hole', { sessionIds: Array.from({ length: 1 }) }, 'sessionIds', 'not-allowed'],
  ['a reason that is no text', { sessionIds: ['a'], reason: 5 }, 'reason', 'not-allowed'],
  ['another field', { sessionIds: ['a'], sessionId: 'a' }, 'body', 'unknown-field'],
  ['a list for a body', ['a'], 'body', 'not-an-object'],
];
test.each(refused)('%s is refused', async (_name, body, field, problem) => {
  expect(await thrownBy(() => validateBatch(body))).toMatchObject({ code: 'invalid-params', field, problem });
});

test('a list may be empty where it names exceptions', () => {
  expect(validSessionIds([], 'sessionIds')).toEqual([]);
});
