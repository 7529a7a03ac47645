import { readInfoReply } from '../../../core/logout/readInfoReply';
import { json, replies, thrownBy } from '../../fakes/ports';

test('a session, none, and a challenge', () => {
  expect(readInfoReply(replies.session('a'))).toMatchObject({ kind: 'session', row: { sessionId: 'a', userId: 'u7' } });
  expect(readInfoReply(replies.notFound)).toEqual({ kind: 'not-found' });
  expect(readInfoReply(replies.incorrectCode)).toMatchObject({
    kind: 'challenged',
    challenge: { code: 'totp-invalid' },
  });
});

test.each([
  [replies.notPermitted, 'error-unauthorized'],
  [replies.tooMany, 'error-too-many-requests'],
  [json(200, { success: true }), 'error-workspace-invalid-response'],
  [json(404, 'no JSON'), 'error-workspace-invalid-response'],
])('%j is %s', async (reply, code) => {
  expect(await thrownBy(() => readInfoReply(reply))).toMatchObject({ code });
});
