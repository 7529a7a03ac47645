import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import { roleDirectory } from '../../adapters/roleDirectory';
import { checkedSetting, settings, settingsReader } from '../../adapters/settings';
import {
  ALARM_SETTING_IDS,
  CHAT_SETTING_IDS,
  isAcceptable,
  LOGOUT_SETTING_IDS,
  RECORD_SETTING_IDS,
  SETTING_IDS,
  SettingId,
} from '../../core/shared/settings';

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

const reasons = Object.fromEntries(SETTING_IDS.map((id) => [id, `why not ${id}`])) as Record<SettingId, string>;

test('a bad value is refused with its reason, as a text that no engine can save', () => {
  expect(checkedSetting(saved('timeout_seconds', 26), reasons)).toBe('why not timeout_seconds');
});

test.each([
  ['timeout_seconds', 25],
  ['encryption_key', 'a-key-of-an-earlier-version'],
  ['of_a_later_version', 1],
])('%s is let through without a word, since the engine logs what is returned', (id, value) => {
  expect(checkedSetting(saved(id, value), reasons)).toBeUndefined();
});

describe('one call into the app', () => {
  const environment = (value: (id: string) => unknown) => {
    const getValueById = jest.fn(async (id: string) => value(id));
    const read = { getSettings: () => ({ getValueById }), getServerSettings: () => ({ getValueById }) };
    return { read: read as unknown as IEnvironmentRead, getValueById };
  };
  const stored = (id: string): unknown =>
    id === 'Site_Url' ? 'http://workspace.test' : settings.find((each) => each.id === id)?.packageValue;

  const askedOf = ({ mock }: ReturnType<typeof environment>['getValueById']) => mock.calls.map(([id]) => id).sort();

  test('reads for a logout only what it needs, once, however often it is needed', async () => {
    const { read, getValueById } = environment(stored);
    const reader = settingsReader(read);
    const [first, second] = await Promise.all([reader.logout(), reader.logout()]);
    expect(first).toBe(second);
    expect(await reader.logout()).toBe(first);
    expect(askedOf(getValueById)).toEqual(['Site_Url', ...LOGOUT_SETTING_IDS].sort());
  });

  test('reads anew where it must not rest on what was true a while ago', async () => {
    let roles = 'admin';
    const { read, getValueById } = environment((id) => (id === 'allowed_roles' ? roles : stored(id)));
    const reader = settingsReader(read);
    await reader.logout();
    roles = 'auditor';
    await expect(reader.logout()).resolves.toMatchObject({ allowedRoles: ['admin'] });
    const anew = reader.again();
    await expect(anew.logout()).resolves.toMatchObject({ allowedRoles: ['auditor'] });
    const asked = getValueById.mock.calls.length;
    await anew.logout();
    expect(getValueById).toHaveBeenCalledTimes(asked);
  });

  test('reads the site URL once for both groups that need it', async () => {
    const { read, getValueById } = environment(stored);
    const reader = settingsReader(read);
    await Promise.all([reader.chat(), reader.logout(), reader.chat()]);
    expect(askedOf(getValueById)).toEqual(['Site_Url', ...LOGOUT_SETTING_IDS, ...CHAT_SETTING_IDS].sort());
    expect([...LOGOUT_SETTING_IDS, ...CHAT_SETTING_IDS, ...RECORD_SETTING_IDS, ...ALARM_SETTING_IDS].sort()).toEqual(
      [...SETTING_IDS].sort(),
    );
  });

  const broken = (unreadable: string) =>
    environment((id) => {
      if (id === unreadable) {
        throw new Error('the database is down');
      }
      return stored(id);
    });

  test.each(['timeout_seconds', 'allowed_roles', 'Site_Url'])('does nothing when %s cannot be read', async (id) => {
    await expect(settingsReader(broken(id).read).logout()).rejects.toMatchObject({ code: 'error-settings-unreadable' });
  });

  test('does nothing in chat when one of its settings cannot be read; a logout by the API goes on', async () => {
    const reader = settingsReader(broken('connection_hours').read);
    await expect(reader.chat()).rejects.toMatchObject({ code: 'error-settings-unreadable' });
    await expect(reader.logout()).resolves.toMatchObject({ allowedRoles: ['admin'] });
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
