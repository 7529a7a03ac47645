import { AppError } from '../../core/errors';
import { isAcceptable, parseSettings, SettingId } from '../../core/settings';

const stored = {
  allowed_roles: 'admin',
  without_challenge: 'refuse',
  workspace_url: '',
  timeout_seconds: 10,
  password_in_chat: false,
  connection_hours: 1,
};

test('the defaults use the site URL', () => {
  expect(parseSettings(stored, 'https://chat.example.com/')).toEqual({
    allowedRoles: ['admin'],
    withoutChallenge: 'refuse',
    workspaceUrl: 'https://chat.example.com',
    timeoutMs: 10_000,
    passwordInChat: false,
    connectionLifetimeMs: 3_600_000,
    siteUrl: 'https://chat.example.com',
  });
});

test('an internal address goes before the site URL, and keeps its path', () => {
  const settings = parseSettings(
    { ...stored, workspace_url: ' http://localhost:3000/chat/ ' },
    'https://chat.example.com',
  );
  expect(settings.workspaceUrl).toBe('http://localhost:3000/chat');
});

test('roles are ids or names, separated by commas', () => {
  const settings = parseSettings({ ...stored, allowed_roles: ' admin, Security Officer ,,' }, 'http://localhost');
  expect(settings.allowedRoles).toEqual(['admin', 'Security Officer']);
});

describe('invariant 4: fail closed', () => {
  test.each([undefined, null, 5, ['admin'], ''])('with the roles %j nobody is allowed', (allowed_roles) => {
    expect(parseSettings({ ...stored, allowed_roles }, 'http://localhost').allowedRoles).toEqual([]);
  });

  const unreadable: Array<[Partial<Record<SettingId, unknown>>, unknown]> = [
    [{ without_challenge: undefined }, 'http://localhost'],
    [{ without_challenge: 'Allow' }, 'http://localhost'],
    [{ timeout_seconds: undefined }, 'http://localhost'],
    [{ password_in_chat: undefined }, 'http://localhost'],
    [{ connection_hours: 0 }, 'http://localhost'],
    [{ workspace_url: undefined }, 'http://localhost'],
    [{ workspace_url: 'ftp://localhost' }, 'http://localhost'],
    [{}, undefined],
    [{}, ''],
    [{}, 'not an address'],
  ];
  test.each(unreadable)('%j with the site URL %j stops every logout', (change, siteUrl) => {
    const parse = () => parseSettings({ ...stored, ...change }, siteUrl);
    expect(parse).toThrow(AppError);
    expect(parse).toThrow('error-settings-unreadable');
  });
});

describe('what may be saved', () => {
  const cases: Array<[SettingId, unknown, boolean]> = [
    ['allowed_roles', '', true],
    ['allowed_roles', Array(50).fill('r').join(), true],
    ['allowed_roles', Array(51).fill('r').join(), false],
    ['allowed_roles', 5, false],
    ['without_challenge', 'allow', true],
    ['without_challenge', 'maybe', false],
    ['workspace_url', '', true],
    ['workspace_url', 'http://10.0.0.1:3000', true],
    ['workspace_url', 'localhost:3000', false],
    ['workspace_url', 'http://user:secret@localhost', false],
    ['workspace_url', 'http://localhost/?a=1', false],
    ['workspace_url', 'javascript:alert(1)', false],
    ['password_in_chat', true, true],
    ['password_in_chat', 'yes', false],
    ['connection_hours', 336, true],
    ['connection_hours', 337, false],
    ['timeout_seconds', 1, true],
    ['timeout_seconds', 25, true],
    ['timeout_seconds', '25', true],
    ['timeout_seconds', 0, false],
    ['timeout_seconds', 26, false],
    ['timeout_seconds', 2.5, false],
    ['timeout_seconds', '', false],
    ['timeout_seconds', Number.NaN, false],
  ];
  test.each(cases)('%s = %j: %s', (id, value, expected) => {
    expect(isAcceptable(id, value)).toBe(expected);
  });
});
