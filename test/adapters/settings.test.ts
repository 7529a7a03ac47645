import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import { roleDirectory } from '../../adapters/roleDirectory';
import { checkedSetting, settings, settingsReader } from '../../adapters/settings';
import { isAcceptable, SETTING_IDS } from '../../core/settings';

const saved = (id: string, value: unknown): ISetting => ({ id, value }) as ISetting;

test('every setting has a parser, and its default can be saved', () => {
  expect(settings.map(({ id }) => id).sort()).toEqual([...SETTING_IDS].sort());
  for (const { id, packageValue } of settings) {
    expect(isAcceptable(SETTING_IDS.find((each) => each === id)!, packageValue)).toBe(true);
  }
});

test('none is public', () => {
  expect(settings.filter((setting) => setting.public)).toEqual([]);
});

test('a bad value is refused with its reason, as a text that no engine can save', () => {
  expect(checkedSetting(saved('timeout_seconds', 26))).toContain('from 1 to 25');
});

test.each([
  ['timeout_seconds', 25],
  ['encryption_key', 'a-key-that-must-not-be-logged'],
  ['of_a_later_version', 1],
])('%s is let through without a word, since the engine logs what is returned', (id, value) => {
  expect(checkedSetting(saved(id, value))).toBeUndefined();
});

describe('one call into the app', () => {
  const environment = (value: (id: string) => unknown) => {
    const getValueById = jest.fn(async (id: string) => value(id));
    const read = { getSettings: () => ({ getValueById }), getServerSettings: () => ({ getValueById }) };
    return { read: read as unknown as IEnvironmentRead, getValueById };
  };
  const stored = (id: string): unknown =>
    id === 'Site_Url' ? 'http://workspace.test' : settings.find((each) => each.id === id)?.packageValue;

  test('reads every setting once, however often it needs them', async () => {
    const { read, getValueById } = environment(stored);
    const reader = settingsReader(read);
    expect(await reader.read()).toBe(await reader.read());
    expect(getValueById.mock.calls.map(([id]) => id).sort()).toEqual(['Site_Url', ...SETTING_IDS].sort());
  });

  test('does nothing when a setting cannot be read', async () => {
    const broken = environment((id) => {
      if (id === 'timeout_seconds') {
        throw new Error('the database is down');
      }
      return stored(id);
    });
    await expect(settingsReader(broken.read).read()).rejects.toMatchObject({ code: 'error-settings-unreadable' });
  });

  test('looks a role up once; one that is unknown is nobody’s, whether the engine says null or throws', async () => {
    const getOneByIdOrName = jest.fn(async (name: string) => {
      if (name === 'thrown') {
        throw new TypeError('role is null');
      }
      return name === 'security-officer' ? { id: 'r4nd0m' } : null;
    });
    type Roles = Parameters<typeof roleDirectory>[0];
    const roles = roleDirectory({ getOneByIdOrName } as unknown as Roles, 'the-app');
    expect(await roles.findId('security-officer')).toBe('r4nd0m');
    expect(await roles.findId('security-officer')).toBe('r4nd0m');
    expect(await roles.findId('unknown')).toBeUndefined();
    expect(await roles.findId('thrown')).toBeUndefined();
    expect(getOneByIdOrName).toHaveBeenCalledTimes(3);
  });
});
