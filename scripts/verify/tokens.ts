import { randomBytes } from 'crypto';
import { contentOf } from './app';
import { inWords } from './expectations';
import { CouldNotTry } from './outcomes';
import { type Person, REMOVE_TOKEN } from './person';
import { isLoggedIn } from './sessions';
import { TEXTS } from './texts';
import type { World } from './world';

/**
 * Makes a personal access token, which is removed again at the end
 * (apps/meteor/imports/personal-access-tokens/server/api/methods/{generateToken,removeToken}.ts).
 *
 * @param bypassTwoFactor the workspace asks for no code where it is used
 * @throws CouldNotTry when this person may not have one
 */
export async function makeAccessToken(
  { undo, secrets, remote }: Pick<World, 'undo' | 'secrets' | 'remote'>,
  person: Person,
  bypassTwoFactor: boolean,
): Promise<string> {
  const tokenName = `verify-${randomBytes(8).toString('hex')}`;
  let refused = false;
  const made: { token?: string } = {};
  const isGone = async (): Promise<boolean> =>
    made.token !== undefined && !(await isLoggedIn(remote.with({ userId: person.userId, authToken: made.token })));
  // Before it is made: an answer that gets lost may still mean that there is one.
  undo.add(TEXTS.madeAccessToken(tokenName, person.username), async () => {
    if (refused || (await isGone())) {
      return;
    }
    const removed = await person.confirmed(REMOVE_TOKEN, { tokenName });
    if (removed.status !== 200 && contentOf(removed).errorType !== 'error-token-does-not-exists') {
      throw new Error(inWords(removed));
    }
  });
  const answer = await person.confirmed('/api/v1/users.generatePersonalAccessToken', { tokenName, bypassTwoFactor });
  const { token } = contentOf(answer) as { token?: string };
  if (answer.status !== 200 || typeof token !== 'string') {
    refused = answer.status < 500;
    throw new CouldNotTry(TEXTS.noAccessToken(person.username, inWords(answer)));
  }
  made.token = token;
  return secrets.add(TEXTS.secretToken, token);
}
