import type { Asking } from '../remote/asking';
import type { Who } from '../remote/login';
import { Remote, type RemoteOptions } from '../remote/rest';
import { serverInfo } from '../remote/server';
import { Codes } from './codes';
import { askingFor, type Credentials } from './credentials';
import { logInPatiently } from './patience';
import { Person } from './person';
import { Secrets } from './secrets';
import { Targets } from './targets';
import { TEXTS } from './texts';
import { UndoStack } from './undo';
import { health } from './setup';
import { World } from './world';

/** Thrown when nothing can be tried on this workspace. The message says what to do. */
export class NotReady extends Error {}

export interface StartOptions {
  readonly url: string;
  readonly credentials: Credentials;
  readonly asking: Asking;
  readonly remoteOptions: RemoteOptions;
  readonly undo: UndoStack;
  readonly secrets: Secrets;
  /** Nothing more is tried once it has come. */
  readonly signal: AbortSignal;
}

/**
 * Logs both people in, and makes sure that there is something to try: the app, a caller with an allowed role, and a test
 * person who is somebody else. What it made is on the undo stack, also when it throws.
 *
 * @throws NotReady, RemoteError
 */
export async function startWorld(options: StartOptions): Promise<World> {
  const { url, credentials, asking, remoteOptions, undo, secrets, signal } = options;
  const { release } = await serverInfo(new Remote(url, undefined, remoteOptions));
  const made: { world?: World } = {};
  const enter = async (who: Who): Promise<Person> => {
    [who.password, who.totpSecret].forEach((secret) => secrets.add(TEXTS.secretPassword(who.user ?? ''), secret ?? ''));
    const login = await logInPatiently(url, who, askingFor(who.user ?? '', asking), remoteOptions);
    undo.add(TEXTS.madeLogin(login.username), async () => {
      await (who === credentials.caller ? made.world?.leaveChat(who.token === undefined) : undefined);
      await login.end();
    });
    secrets.add(TEXTS.secretToken, login.authToken);
    return new Person(login, new Codes(login.username, who, asking, secrets));
  };
  const app = await health(new Remote(url, undefined, remoteOptions).url);
  if (app.status === 404) {
    throw new NotReady(TEXTS.notInstalled(app.status));
  }
  const caller = await enter(credentials.caller);
  const test = await enter(credentials.test);
  if (caller.userId === test.userId) {
    throw new NotReady(TEXTS.samePerson);
  }
  const targets = new Targets(test);
  const maker = {
    url,
    who: credentials.test,
    asking: askingFor(test.username, asking),
    remoteOptions,
    targets,
    undo,
    secrets,
  };
  const world = new World({
    caller,
    test,
    logInTestPerson: () => enter(credentials.test),
    release,
    maker,
    asking,
    signal,
  });
  made.world = world;
  if ((await world.setup(caller)) === undefined) {
    throw new NotReady(TEXTS.callerNotAllowed(caller.username));
  }
  return world;
}
