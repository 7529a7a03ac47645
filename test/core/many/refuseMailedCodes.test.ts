import { refuseMailedCodes } from '../../../core/many/refuseMailedCodes';
import { Credential } from '../../../core/shared/ports';
import { failureOf, request } from '../../fakes/ports';

const bearer: Credential = { kind: 'access-token', accessToken: 'granted' };
const cases: Array<[string, Credential, string | undefined, number, boolean]> = [
  ['mailed codes, access token, two calls', bearer, 'email', 2, true],
  ['one call', bearer, 'email', 1, false],
  ['another method', bearer, 'totp', 2, false],
  ['no known method', bearer, undefined, 2, false],
  ['a header token', request.credential, 'email', 2, false],
];
test.each(cases)('%s', async (_name, credential, method, calls, refused) => {
  const attempt = async (): Promise<void> => refuseMailedCodes(credential, method, calls, 400);
  if (refused) {
    expect(await failureOf(attempt())).toMatchObject({ code: 'error-one-code-per-session', workspaceStatus: 400 });
  } else {
    await attempt();
  }
});
