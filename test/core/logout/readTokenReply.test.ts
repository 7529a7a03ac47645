import { readTokenReply } from '../../../core/logout/readTokenReply';
import { json, replies } from '../../fakes/ports';

const failed = (errorType: string, error = `Some words [${errorType}]`) =>
  json(400, { success: false, error, errorType });

test('that there is no such token means that everything before was passed', () => {
  expect(readTokenReply(failed('error-token-does-not-exists'))).toEqual({ kind: 'not-found', status: 400 });
});

test('a demand for a code and an incorrect code are challenges', () => {
  expect(readTokenReply(replies.challenge)).toMatchObject({ kind: 'challenged', challenge: { code: 'totp-required' } });
  expect(readTokenReply(replies.incorrectCode)).toMatchObject({ challenge: { code: 'totp-invalid' } });
});

test.each([
  ['the permission is missing', failed('not-authorized'), 'error-unauthorized'],
  ['the permission is missing, as the routes of later versions say it', replies.notPermitted, 'error-unauthorized'],
  ['nobody is logged in', replies.notLoggedIn, 'error-not-logged-in'],
  ['too many calls', replies.tooMany, 'error-too-many-requests'],
  [
    'the name got lost',
    json(400, { success: false, error: "The 'tokenName' param is required" }),
    'error-workspace-invalid-response',
  ],
  ['a token was removed', json(200, { success: true }), 'error-workspace-invalid-response'],
  [
    'the words without the refusal',
    json(200, { success: true, errorType: 'error-token-does-not-exists' }),
    'error-workspace-invalid-response',
  ],
])('when %s, nothing is verified', (_name, reply, code) => {
  expect(() => readTokenReply(reply)).toThrow(code);
});
