import { parameterTexts } from '../../../core/find/parameterTexts';
import { InvalidInputError } from '../../../core/shared/errors';
import { thrownBy } from '../../fakes/ports';

const read = (query: unknown) => parameterTexts(query, ['user', 'from'])('user');

test.each([
  [{ user: 'alice' }, 'alice'],
  [{ user: '' }, ''],
  [{ from: 'x' }, undefined],
  [{}, undefined],
  [undefined, undefined],
  [null, undefined],
])('%j', (query, expected) => {
  expect(read(query)).toBe(expected);
});

test.each([
  [{ users: 'alice' }, 'query', 'unknown-field'],
  [{ toString: 'x' }, 'query', 'unknown-field'],
  [{ user: ['a', 'b'] }, 'user', 'repeated'],
  [{ user: { $gt: '' } }, 'user', 'repeated'],
  [{ user: 'x'.repeat(201) }, 'user', 'too-long'],
  [{ user: 'a\u202eb' }, 'user', 'hidden-characters'],
])('%j is refused', async (query, field, problem) => {
  const thrown = await thrownBy(() => read(query));
  expect(thrown).toBeInstanceOf(InvalidInputError);
  expect(thrown).toMatchObject({ field, problem });
});
