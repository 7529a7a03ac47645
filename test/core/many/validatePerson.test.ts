import { validatePerson } from '../../../core/many/validatePerson';
import { thrownBy } from '../../fakes/ports';

test('a person, exceptions and a reason are taken as they are', () => {
  const body = { userId: 'rocket.cat', except: ['a'], reason: 'why' };
  expect(validatePerson(body, '1', 'totp', ['except'])).toEqual({
    named: { userId: 'rocket.cat' },
    except: ['a'],
    reason: 'why',
    secondFactor: { code: '1', method: 'totp' },
  });
  expect(validatePerson({ username: '@Alice ' }, undefined, undefined)).toMatchObject({
    named: { username: '@Alice ' },
    except: [],
  });
});

const refused: Array<[string, unknown, string, string]> = [
  ['nobody', {}, 'userId', 'missing'],
  ['two', { userId: 'a', username: 'b' }, 'userId', 'missing'],
  ['an empty ID', { userId: '' }, 'userId', 'not-allowed'],
  ['a hostile ID', { userId: '../me' }, 'userId', 'not-allowed'],
  ['an ID that is too long', { userId: 'a'.repeat(129) }, 'userId', 'not-allowed'],
  ['a number', { userId: 5 }, 'userId', 'not-allowed'],
  ['a name without letters', { username: '@ ' }, 'username', 'not-allowed'],
  ['a name with hidden characters', { username: 'ali\u202ece' }, 'username', 'not-allowed'],
  ['a name that is too long', { username: 'a'.repeat(129) }, 'username', 'not-allowed'],
  ['a list for a name', { username: ['alice'] }, 'username', 'not-allowed'],
  ['a repeated exception', { userId: 'a', except: ['b', 'b'] }, 'except', 'repeated'],
  ['a hostile exception', { userId: 'a', except: ['b/c'] }, 'except', 'not-allowed'],
  ['another field', { userId: 'a', sessionIds: [] }, 'body', 'unknown-field'],
];
test.each(refused)('%s is refused', async (_name, body, field, problem) => {
  expect(await thrownBy(() => validatePerson(body, undefined, undefined, ['except']))).toMatchObject({
    code: 'invalid-params',
    field,
    problem,
  });
});

test('exceptions are a field only where there are some', async () => {
  const refusal = await thrownBy(() => validatePerson({ userId: 'a', except: [] }, undefined, undefined));
  expect(refusal).toMatchObject({ field: 'body', problem: 'unknown-field' });
});
