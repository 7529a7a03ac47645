import { endLogins } from '../../../core/many/endLogins';
import { existingPerson } from '../../../core/many/existingPerson';
import { RecordedIntent } from '../../../core/logout/forwardLogout';
import { VerifiedSecondFactor } from '../../../core/logout/verifySecondFactor';
import { UsersLogoutCall } from '../../../core/many/usersApi';
import { AppError } from '../../../core/shared/errors';
import { ALICE } from '../../fakes/many';
import { directoryOf } from '../../fakes/directory';
import { failureOf, request } from '../../fakes/ports';

const verified = { confirmed: { userAgent: 'Session-Logout id1' } } as VerifiedSecondFactor;
const call = { workspaceUrl: 'http://workspace.test', credential: request.credential, timeoutMs: 5 };
const end = async (logoutEverywhere: (sent: UsersLogoutCall) => Promise<number>): Promise<number> => {
  const person = await existingPerson({ userId: ALICE.id }, { directory: directoryOf(new Map([[ALICE.id, ALICE]])) });
  return endLogins(person, verified, {} as RecordedIntent, call, { logoutEverywhere });
};

test('it is sent for exactly this person, under the User-Agent for which the code was verified', async () => {
  const sent: UsersLogoutCall[] = [];
  expect(await end(async (each) => sent.push(each) + 199)).toBe(200);
  expect(sent).toEqual([{ ...call, userId: ALICE.id, userAgent: 'Session-Logout id1' }]);
});

test.each([
  [new AppError('error-unauthorized', 403), 'error-unauthorized'],
  [new AppError('error-workspace-timeout'), 'error-outcome-unknown'],
  [new Error('a defect'), 'error-outcome-unknown'],
])('%s becomes %s', async (thrown, code) => {
  expect(await failureOf(end(() => Promise.reject(thrown)))).toMatchObject({ code });
});
