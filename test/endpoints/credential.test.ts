import { credentialOf } from '../../endpoints/credential';
import { hostile } from '../fakes/hostile';

const login = { kind: 'login-token', userId: 'u1', authToken: 'token-1' };
const bearer = { kind: 'access-token', accessToken: 'access-1' };
const pair = { 'x-user-id': 'u1', 'x-auth-token': 'token-1' };

test.each([
  ['the pair', pair, login],
  ['a bearer token', { authorization: 'Bearer access-1' }, bearer],
  ['both: the pair goes before', { ...pair, authorization: 'Bearer access-1' }, login],
  ['half a pair and a bearer token', { 'x-user-id': 'u1', authorization: 'Bearer access-1' }, bearer],
  ['half a pair', { 'x-auth-token': 'token-1' }, undefined],
  ['an empty half', { 'x-user-id': '', 'x-auth-token': 'token-1' }, undefined],
  ['nothing', {}, undefined],
  ['another scheme', { authorization: 'Basic access-1' }, undefined],
  ['no token', { authorization: 'Bearer ' }, undefined],
  ['two tokens', { authorization: 'Bearer access-1 access-2' }, undefined],
  ['a line break', { authorization: 'Bearer access-1\nX-User-Id: u2' }, undefined],
])('%s', (_name, headers, credential) => {
  expect(credentialOf(headers)).toEqual(credential);
});

test.each(hostile)('megabytes of %s are read in no time', (_name, text) => {
  const spaced = /\s/.test(text);
  expect(credentialOf({ authorization: text })).toBeUndefined();
  expect(credentialOf({ authorization: `Bearer ${text}` })).toEqual(
    spaced ? undefined : { kind: 'access-token', accessToken: text },
  );
  expect(credentialOf({ authorization: `Bearer${text}` })).toBeUndefined();
});
