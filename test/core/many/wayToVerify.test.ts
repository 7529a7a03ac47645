import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { Licence } from '../../../core/logout/licence';
import { wayToVerify } from '../../../core/many/wayToVerify';
import { ErrorCode } from '../../../core/shared/errors';
import { personWorld } from '../../fakes/many';
import { failureOf, json, replies, request, settings } from '../../fakes/ports';

function way(says: Licence, probe = replies.challenge) {
  const server = personWorld({ probe });
  server.licence.says = says;
  const { caller, credential } = request;
  return { server, chosen: wayToVerify(caller as AuthorizedCaller, credential, 'totp', settings, server.ports) };
}

test('with licence and permission, by a session that is made up', async () => {
  const { server, chosen } = way('there');
  expect(await chosen).toMatchObject({ singleSessions: true, probe: { challenge: { code: 'totp-required' } } });
  expect(server.sent.map(({ sessionId }) => sessionId)).toEqual([expect.stringMatching(/^probe-/)]);
  expect(server.tokens).toEqual([]);
});

test.each<[string, Licence]>([
  ['without a licence', 'missing'],
  ['where the licence is unknown', 'unknown'],
])('%s, by a token that is made up: no call for sessions uses up a code', async (_name, says) => {
  const { server, chosen } = way(says);
  expect(await chosen).toMatchObject({ singleSessions: false, probe: { challenge: { code: 'totp-required' } } });
  expect(server.sent).toEqual([]);
  expect(server.tokens).toEqual([expect.objectContaining({ secondFactor: { method: 'totp' } })]);
});

test.each([
  ['the permission is missing', replies.notPermitted],
  ['the workspace says that the licence is missing all the same', replies.noLicense],
])('with a licence, where %s, by a token as well, under another User-Agent', async (_name, probe) => {
  const { server, chosen } = way('there', probe);
  const { singleSessions, probe: found } = await chosen;
  expect(singleSessions).toBe(false);
  expect(server.tokens).toEqual([expect.objectContaining({ userAgent: found.userAgent })]);
  expect(server.sent[0].userAgent).not.toBe(found.userAgent);
});

test.each<[string, ReturnType<typeof json>, ErrorCode]>([
  ['a lost login', replies.notLoggedIn, 'error-not-logged-in'],
  ['too many requests', replies.tooMany, 'error-too-many-requests'],
  ['an unclear answer', json(500, undefined), 'error-workspace-invalid-response'],
])('what else the probe is refused with is said, and no other way tried: %s', async (_name, probe, code) => {
  const { server, chosen } = way('there', probe);
  expect(await failureOf(chosen)).toMatchObject({ code });
  expect(server.tokens).toEqual([]);
});
