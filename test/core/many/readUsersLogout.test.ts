import { readUsersLogout } from '../../../core/many/readUsersLogout';
import { json, replies, thrownBy } from '../../fakes/ports';

test('success', () => {
  expect(readUsersLogout(json(200, { message: 'User u7 has been logged out!', success: true }))).toBe(200);
});

test.each([
  ['6.5 without the permission', json(403, { success: false, error: 'unauthorized' }), 'error-unauthorized'],
  ['7.0 without the permission', json(401, { success: false, error: 'unauthorized' }), 'error-unauthorized'],
  ['later without the permission', json(403, { success: false, error: 'forbidden' }), 'error-unauthorized'],
  ['the permission by its code', replies.notPermitted, 'error-unauthorized'],
  ['not logged in', replies.notLoggedIn, 'error-not-logged-in'],
  ['too many requests', replies.tooMany, 'error-too-many-requests'],
  ['a challenge', replies.challenge, 'totp-required'],
  ['no JSON', json(200, undefined), 'error-workspace-invalid-response'],
  ['no success', json(200, { success: false }), 'error-workspace-invalid-response'],
  ['an error', json(400, { success: false, error: 'x' }), 'error-workspace-invalid-response'],
])('%s', async (_name, reply, code) => {
  expect(await thrownBy(() => readUsersLogout(reply))).toMatchObject({ code });
});
