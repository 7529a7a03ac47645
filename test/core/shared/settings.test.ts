import { AppError } from '../../../core/shared/errors';
import {
  isAcceptable,
  parseAlarmSettings,
  parseChatSettings,
  parseLogoutSettings,
  parseRecordSettings,
  parseWorkspaceUrl,
  SETTING_IDS,
  SettingId,
} from '../../../core/shared/settings';
import { hostile } from '../../fakes/hostile';

const stored = {
  allowed_roles: 'admin',
  without_challenge: 'refuse',
  workspace_url: '',
  timeout_seconds: 10,
  password_in_chat: false,
  connection_hours: 1,
  auditor_roles: '',
  keep_days: 400,
  tell_person: true,
  tell_who: false,
  security_room: '',
};

test('the defaults use the site URL', () => {
  expect(parseLogoutSettings(stored, 'https://chat.example.com/')).toEqual({
    allowedRoles: ['admin'],
    withoutChallenge: 'refuse',
    workspaceUrl: 'https://chat.example.com',
    timeoutMs: 10_000,
  });
  expect(parseChatSettings(stored, 'https://chat.example.com/')).toEqual({
    passwordInChat: false,
    connectionLifetimeMs: 3_600_000,
    siteUrl: 'https://chat.example.com',
  });
});

test('an internal address goes before the site URL, and keeps its path', () => {
  const values = { ...stored, workspace_url: ' http://localhost:3000/chat/ ' };
  expect(parseLogoutSettings(values, 'https://chat.example.com').workspaceUrl).toBe('http://localhost:3000/chat');
});

test('where there is an internal address, the site URL matters to browsers alone', () => {
  const values = { ...stored, workspace_url: 'http://localhost:3000' };
  expect(parseLogoutSettings(values, undefined).workspaceUrl).toBe('http://localhost:3000');
  expect(() => parseChatSettings(values, undefined)).toThrow('error-settings-unreadable');
});

test('roles are IDs or names, separated by commas', () => {
  const values = { ...stored, allowed_roles: ' admin, Security Officer ,,' };
  expect(parseLogoutSettings(values, 'http://localhost').allowedRoles).toEqual(['admin', 'Security Officer']);
});

test('who may read the record, how long it is kept, and who is told', () => {
  const values = { ...stored, auditor_roles: 'auditor, Works Council', keep_days: '30', security_room: ' #security ' };
  expect(parseRecordSettings(values)).toEqual({ auditorRoles: ['auditor', 'Works Council'], keepDays: 30 });
  expect(parseAlarmSettings(values)).toEqual({ tellPerson: true, tellWho: false, securityRoom: 'security' });
});

describe('invariant 4: fail closed', () => {
  test.each([
    { auditor_roles: undefined },
    { auditor_roles: 5 },
    { keep_days: undefined },
    { keep_days: -1 },
    { keep_days: 3_661 },
    { keep_days: 1.5 },
  ])('with %j the record is neither read nor cleared away', (change) => {
    expect(() => parseRecordSettings({ ...stored, ...change })).toThrow('error-settings-unreadable');
  });

  test.each([{ tell_person: 'yes' }, { tell_who: undefined }, { security_room: [{ _id: 'r1' }] }])(
    'with %j nobody is told more than the admin chose',
    (change) => {
      expect(() => parseAlarmSettings({ ...stored, ...change })).toThrow('error-settings-unreadable');
    },
  );

  test.each([undefined, null, 5, ['admin'], '', ','])('with the roles %j nobody is allowed', (allowed_roles) => {
    expect(parseLogoutSettings({ ...stored, allowed_roles }, 'http://localhost').allowedRoles).toEqual([]);
  });

  test('with a list of roles that is too long nobody is allowed', () => {
    const values = { ...stored, allowed_roles: 'admin,'.padEnd(2_001, 'r') };
    expect(parseLogoutSettings(values, 'http://localhost').allowedRoles).toEqual([]);
  });

  type Row = [Partial<Record<SettingId, unknown>>, unknown];
  const unreadableForLogouts: Row[] = [
    [{ without_challenge: undefined }, 'http://localhost'],
    [{ without_challenge: 'Allow' }, 'http://localhost'],
    [{ timeout_seconds: undefined }, 'http://localhost'],
    [{ workspace_url: undefined }, 'http://localhost'],
    [{ workspace_url: 'ftp://localhost' }, 'http://localhost'],
    [{}, undefined],
    [{}, ''],
    [{}, '   '],
    [{}, 'not an address'],
    [{}, 'http://localhost/?'],
  ];
  test.each(unreadableForLogouts)('%j with the site URL %j stops every logout', (change, siteUrl) => {
    const parse = () => parseLogoutSettings({ ...stored, ...change }, siteUrl);
    expect(parse).toThrow(AppError);
    expect(parse).toThrow('error-settings-unreadable');
  });

  const unreadableForChat: Row[] = [
    [{ password_in_chat: undefined }, 'http://localhost'],
    [{ password_in_chat: 'false' }, 'http://localhost'],
    [{ connection_hours: 0 }, 'http://localhost'],
    [{}, undefined],
    [{}, ''],
    [{}, 'not an address'],
  ];
  test.each(unreadableForChat)('%j with the site URL %j stops everything in chat', (change, siteUrl) => {
    const parse = () => parseChatSettings({ ...stored, ...change }, siteUrl);
    expect(parse).toThrow(AppError);
    expect(parse).toThrow('error-settings-unreadable');
  });
});

/** A value as the name of a test shows it. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 40)}… (${text.length - 2})` : text;
};

describe('what may be saved', () => {
  const cases: Array<[SettingId, unknown, boolean]> = [
    ['allowed_roles', '', true],
    ['allowed_roles', Array(50).fill('r').join(), true],
    ['allowed_roles', Array(51).fill('r').join(), false],
    ['allowed_roles', 'r'.repeat(2_000), true],
    ['allowed_roles', 'r'.repeat(2_001), false],
    ['allowed_roles', ','.repeat(2_001), false],
    ['allowed_roles', 5, false],
    ['without_challenge', 'allow', true],
    ['without_challenge', 'maybe', false],
    ['without_challenge', true, false],
    ['workspace_url', '', true],
    ['workspace_url', 'http://10.0.0.1:3000', true],
    ['workspace_url', 'http://[::1]:3000/', true],
    ['workspace_url', `http://localhost/${'a'.repeat(983)}`, true],
    ['workspace_url', `http://localhost/${'a'.repeat(984)}`, false],
    ['workspace_url', `http://localhost${'/'.repeat(984)}`, true],
    ['workspace_url', `http://localhost${'/'.repeat(985)}`, false],
    ['workspace_url', 'localhost:3000', false],
    ['workspace_url', 'http://user:secret@localhost', false],
    ['workspace_url', 'http://user@localhost', false],
    ['workspace_url', 'http://@localhost', false],
    ['workspace_url', 'http://:@localhost', false],
    ['workspace_url', 'http://localhost/@', false],
    ['workspace_url', 'http://localhost/?a=1', false],
    ['workspace_url', 'http://localhost?', false],
    ['workspace_url', 'http://localhost/?', false],
    ['workspace_url', 'http://localhost#', false],
    ['workspace_url', 'http://localhost/#', false],
    ['workspace_url', 'http://localhost/#a', false],
    ['workspace_url', 'http:\\\\localhost', false],
    ['workspace_url', 'http://localhost\\', false],
    ['workspace_url', 'http://local host', false],
    ['workspace_url', 'http://local\nhost', false],
    ['workspace_url', 'http://localhost/a b', false],
    ['workspace_url', 'javascript:alert(1)', false],
    ['workspace_url', 'file:///etc/passwd', false],
    ['workspace_url', ['http://localhost'], false],
    ['password_in_chat', true, true],
    ['password_in_chat', 'yes', false],
    ['password_in_chat', 1, false],
    ['connection_hours', 1, true],
    ['connection_hours', 336, true],
    ['connection_hours', 337, false],
    ['connection_hours', 0, false],
    ['timeout_seconds', 1, true],
    ['timeout_seconds', 25, true],
    ['timeout_seconds', '25', true],
    ['timeout_seconds', 0, false],
    ['timeout_seconds', -1, false],
    ['timeout_seconds', 26, false],
    ['timeout_seconds', 2.5, false],
    ['timeout_seconds', '2.5', false],
    ['timeout_seconds', '1e1', false],
    ['timeout_seconds', '0x10', false],
    ['timeout_seconds', ' 5', false],
    ['timeout_seconds', '', false],
    ['timeout_seconds', Number.NaN, false],
    ['timeout_seconds', [5], false],
  ];
  test.each(cases.map(([id, value, expected]) => ({ id, value, expected, shown: shown(value) })))(
    '$id = $shown: $expected',
    ({ id, value, expected }) => {
      expect(isAcceptable(id, value)).toBe(expected);
    },
  );
});

test.each(hostile)('megabytes of %s are refused by every setting in no time', (_name, text) => {
  for (const id of SETTING_IDS) {
    expect(isAcceptable(id, text)).toBe(false);
    expect(isAcceptable(id, `http://localhost${text}`)).toBe(false);
  }
  expect(parseWorkspaceUrl(text)).toBeUndefined();
});
