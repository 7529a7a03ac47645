import { CHECKS } from '../../../scripts/verify/checks';
import { BadArguments, isWanted, readOptions } from '../../../scripts/verify/options';

const URL = 'https://chat.example.com';

test('one address, and options', () => {
  expect(readOptions([URL])).toEqual({ url: URL, only: [], json: false, allowHttp: false });
  expect(readOptions(['--only', 'endpoint.*,chat', '--only', 'speed.logout', '--json', '--allow-http', URL])).toEqual({
    url: URL,
    only: ['endpoint.*', 'chat', 'speed.logout'],
    json: true,
    allowHttp: true,
  });
  expect(readOptions(['--help'])).toBeUndefined();
});

test.each<[string, readonly string[]]>([
  ['no address', []],
  ['two addresses', [URL, URL]],
  ['an unknown option', ['--fast', URL]],
  ['a password', ['--password', 'secret', URL]],
  ['a token', ['--token=secret', URL]],
  ['a user', ['-user', 'admin', URL]],
  ['a TOTP secret', ['--totp-secret', 'JBSWY3DPEHPK3PXP', URL]],
])('%s is refused, and not repeated', (_what, argv) => {
  expect(() => readOptions(argv)).toThrow(BadArguments);
  expect(() => readOptions(argv)).not.toThrow(/JBSWY3DPEHPK3PXP|=secret/);
});

test.each([
  [[], true],
  [['endpoint'], true],
  [['endpoint.*'], true],
  [['endpoint.log*'], true],
  [['endpoint.logout'], true],
  [['endpoint.lo'], false],
  [['end'], false],
  [['chat', 'endpoint.logout'], true],
  [['chat'], false],
])('--only %j: endpoint.logout %p', (only, wanted) => {
  expect(isWanted('endpoint.logout', only)).toBe(wanted);
});

test('every check has an ID of its own and a title that is a sentence', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  CHECKS.forEach(({ title }) => expect(title).toMatch(/^[/A-Z].+\.$/));
});
