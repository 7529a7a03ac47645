import { Secrets } from '../../../scripts/verify/secrets';

const secrets = new Secrets();
secrets.add('a token', 'a+long/token=of$signs');
secrets.add('a code', '123456');
secrets.add('nothing', '');

test.each([
  ['{"x-auth-token":"a+long/token=of$signs"}', ['a token']],
  ['code=123456', ['a code']],
  ['123456 and a+long/token=of$signs and 123456', ['a token', 'a code']],
  ['at 1234567 ms', []],
  ['id abc123456', []],
  ['', []],
])('%s: %j', (text, found) => {
  expect(secrets.namesIn(text)).toEqual(found);
  // Twice, since a pattern must not remember where it was.
  expect(secrets.namesIn(text)).toEqual(found);
  expect(secrets.namesIn(secrets.redact(text))).toEqual([]);
});
