import { existingPerson } from '../../../core/many/existingPerson';
import { ALICE } from '../../fakes/many';
import { directoryOf } from '../../fakes/directory';
import { failureOf } from '../../fakes/ports';

const directory = directoryOf(new Map([[ALICE.id, ALICE]]));

test.each([[{ userId: 'alice-id' }], [{ username: 'alice' }], [{ username: '@ALICE' }]])(
  '%j is found',
  async (named) => {
    expect(await existingPerson(named, { directory })).toEqual({ id: 'alice-id', username: 'alice' });
  },
);

test.each([
  [{ userId: 'alice' }],
  [{ userId: '' }],
  [{ username: 'alice-id' }],
  [{ username: '' }],
  [{ username: '@' }],
])('%j is nobody', async (named) => {
  expect(await failureOf(existingPerson(named, { directory }))).toMatchObject({ code: 'error-user-not-found' });
});

test('a directory that answers with somebody else, or with nobody’s ID, finds nobody', async () => {
  const odd = (id: string) => ({
    ...directory,
    byId: async () => ({ ...ALICE, id }),
    byUsername: async () => ({ ...ALICE, id }),
  });
  expect(await failureOf(existingPerson({ userId: 'other' }, { directory: odd('alice-id') }))).toMatchObject({
    code: 'error-user-not-found',
  });
  expect(await failureOf(existingPerson({ username: 'alice' }, { directory: odd('') }))).toMatchObject({
    code: 'error-user-not-found',
  });
});
