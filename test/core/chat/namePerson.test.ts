import { Caller } from '../../../core/caller/caller';
import { namePerson, personWithId } from '../../../core/chat/namePerson';
import { PendingLogout, PendingSearch } from '../../../core/chat/pendingLogout';
import { AppError } from '../../../core/shared/errors';
import { alice, caller, chatWorld, connected, pending } from '../../fakes/chat';
import { settingsOf } from '../../fakes/ports';

const searchOf = (person: string | undefined, form = false): PendingSearch => ({
  search: { criteria: { person, words: [] }, form, what: 'choose', utcOffset: 0 },
  reason: 'stolen laptop',
  roomId: 'GENERAL',
  correlationId: 'request-1',
});
/** A world that knows what was looked up. */
function watched() {
  const server = chatWorld();
  const { directory } = server.ports;
  const looked: string[] = [];
  const ports = {
    ...server.ports,
    directory: {
      byId: (id: string) => (looked.push(`id ${id}`), directory.byId(id)),
      byUsername: (name: string) => (looked.push(`name ${name}`), directory.byUsername(name)),
      lookAlikes: jest.fn((...asked: Parameters<typeof directory.lookAlikes>) => directory.lookAlikes(...asked)),
    },
  };
  return { ...server, ports, looked };
}

test.each(['alice', '@alice', ' @Alice ', alice.id])('%j is who is searched', async (typed) => {
  const { ports, recorded } = watched();
  const named = await namePerson(searchOf(typed), caller, 'command', ports);
  expect(named).toMatchObject({
    kind: 'named',
    pending: { search: { person: { id: 'alice-id', username: 'alice' } } },
  });
  expect(await recorded()).toEqual([]);
});

test.each([
  ['a session', pending],
  ['a search for nobody', searchOf(undefined)],
  [
    'a choice',
    {
      ...searchOf(undefined),
      search: undefined,
      choice: { listed: [], complete: true, looked: 0, all: true, chosen: [] },
    },
  ],
])('%s names nobody: nobody is looked up', async (_name, about) => {
  const { ports, looked } = watched();
  const given = JSON.parse(JSON.stringify(about)) as PendingLogout;
  expect(await namePerson(given, caller, 'command', ports)).toEqual({ kind: 'named', pending: given });
  expect(looked).toEqual([]);
});

test('whoever was found stays the one who is meant, whoever has the name by now', async () => {
  const { ports, looked } = watched();
  const found = searchOf('alice');
  const shown: PendingSearch = { ...found, search: { ...found.search, person: { ...alice, id: 'first-alice' } } };
  expect(await namePerson(shown, caller, 'modal', ports)).toEqual({ kind: 'named', pending: shown });
  expect(looked).toEqual([]);
});

describe('nobody of that name', () => {
  test('is recorded without what was typed, and who comes close is offered', async () => {
    const { ports, recorded } = watched();
    await connected({ ports });
    const about = searchOf('ali');
    await expect(namePerson(about, caller, 'modal', ports)).resolves.toEqual({
      kind: 'person-unknown',
      pending: about,
      nearest: ['alice'],
    });
    const entries = await recorded();
    expect(entries).toEqual([
      expect.objectContaining({
        via: 'modal',
        callerId: 'u1',
        correlationId: 'request-1',
        outcome: { result: 'error-user-not-found', durationMs: 0 },
      }),
    ]);
    expect(entries[0].targetId ?? entries[0].targetUsername ?? entries[0].reason).toBeUndefined();
    expect(JSON.stringify(entries)).not.toContain('"ali"');
  });

  test('without a connection nobody is offered, and it is said all the same', async () => {
    const { ports } = watched();
    await expect(namePerson(searchOf('ali'), caller, 'command', ports)).resolves.toMatchObject({ nearest: [] });
    expect(ports.directory.lookAlikes).not.toHaveBeenCalled();
  });

  test('whom the workspace does not tell is not offered', async () => {
    const { ports } = watched();
    await connected({ ports });
    ports.directory.lookAlikes.mockRejectedValueOnce(new AppError('error-workspace-timeout'));
    await expect(namePerson(searchOf('ali'), caller, 'command', ports)).resolves.toMatchObject({
      kind: 'person-unknown',
      nearest: [],
    });
  });
});

describe('the person with an ID that a client names', () => {
  test('is looked up by that alone', async () => {
    const { ports, looked } = watched();
    await expect(personWithId(alice.id, caller, 'r1', ports)).resolves.toMatchObject({ username: 'alice' });
    expect(looked).toEqual(['id alice-id']);
  });

  test('is never found by a username', async () => {
    const { ports } = watched();
    await expect(personWithId('alice', caller, 'r1', ports)).rejects.toMatchObject({ code: 'error-user-not-found' });
  });

  test.each(['', undefined, null, 5, ['alice-id'], { id: 'alice-id' }])(
    '%j is no ID: nobody is looked up, and it is recorded',
    async (id) => {
      const { ports, looked, recorded } = watched();
      await expect(personWithId(id, caller, 'r1', ports)).rejects.toMatchObject({ code: 'error-user-not-found' });
      expect(looked).toEqual([]);
      expect(await recorded()).toEqual([
        expect.objectContaining({
          callerId: 'u1',
          correlationId: 'r1',
          outcome: { result: 'error-user-not-found', durationMs: 0 },
        }),
      ]);
    },
  );

  const others: Array<[string, Caller, AppError['code']]> = [
    ['without an allowed role', { ...caller, roles: ['user'] }, 'error-unauthorized'],
    ['with a deactivated account', { ...caller, isEnabled: false }, 'error-account-deactivated'],
  ];
  test.each(others)('a person %s does not learn who exists: nobody is looked up', async (_name, person, code) => {
    for (const id of [alice.id, 'nobody']) {
      const { ports, looked, recorded } = watched();
      await expect(personWithId(id, person, 'r1', ports)).rejects.toMatchObject({ code });
      expect(looked).toEqual([]);
      expect(await recorded()).toEqual([expect.objectContaining({ outcome: { result: code, durationMs: 0 } })]);
    }
  });

  test('while the settings cannot be read, nobody is looked up', async () => {
    const { ports, looked } = watched();
    const settings = settingsOf(new AppError('error-settings-unreadable'));
    await expect(personWithId(alice.id, caller, 'r1', { ...ports, settings })).rejects.toMatchObject({
      code: 'error-settings-unreadable',
    });
    expect(looked).toEqual([]);
  });
});
