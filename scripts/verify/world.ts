import manifest from '../../app.json';
import { generationFor } from './chat/generation';
import { WebClient } from './chat/webClient';
import { AppClient, requireGoingOn } from './app';
import type { Asking } from '../remote/asking';
import type { Remote, RestAnswer } from '../remote/rest';
import { allowedRoles, anyRoom, isCustomRole, rolesOf } from './lookups';
import { CouldNotTry, NoLicence } from './outcomes';
import type { Method } from './codes';
import type { Person } from './person';
import type { Secrets } from './secrets';
import { makeSession, ownSessions, type SessionMaker, type TestSession } from './sessions';
import type { Targets, TargetSession } from './targets';
import { setupAsSeenBy, type SetupPart } from './setup';
import { TEXTS } from './texts';
import type { UndoStack } from './undo';

export interface WorldParts {
  readonly caller: Person;
  /** Logs the test person in, again where that was ended. */
  readonly logInTestPerson: () => Promise<Person>;
  readonly test: Person;
  /** As the workspace says, such as `6.5`. */
  readonly release: string;
  readonly maker: SessionMaker;
  readonly asking: Asking;
  /** Nothing more is tried once it has come. */
  readonly signal: AbortSignal;
}

/** Of the one who ends sessions, in one run; five within 15 minutes lock out. */
export const MOST_INCORRECT_CODES = 2;

/** The workspace with the app in it, and everything that a run has made there. All that it makes it also takes back. */
export class World {
  readonly app: AppClient;
  readonly targets: Targets;
  readonly secrets: Secrets;
  readonly undo: UndoStack;
  readonly startedAt = new Date();
  /** The chat of the person who ends sessions was connected before; then that stays as it is. */
  wasConnected: boolean | undefined;
  private testPerson: Person | undefined;
  private living: readonly TestSession[] = [];
  private readonly over: TestSession[] = [];
  private known: Set<string> | undefined;
  private incorrectCodes = 0;
  private client: Promise<WebClient> | undefined;

  constructor(private readonly parts: WorldParts) {
    const { targets, secrets, undo } = parts.maker;
    this.targets = targets;
    this.secrets = secrets;
    this.undo = undo;
    this.testPerson = parts.test;
    this.app = new AppClient(this.remote.url, {
      targets,
      secrets,
      say: (line) => parts.asking.say(line),
      signal: parts.signal,
    });
  }

  /** Who ends sessions. */
  get caller(): Person {
    return this.parts.caller;
  }

  /** The workspace, as the one who ends sessions. */
  get remote(): Remote {
    return this.parts.caller.login.remote;
  }

  get release(): string {
    return this.parts.release;
  }

  /** Whose sessions are ended, with a login that works. */
  async test(): Promise<Person> {
    this.testPerson ??= await this.parts.logInTestPerson();
    return this.testPerson;
  }

  say(line: string): void {
    this.parts.asking.say(line);
  }

  /** So many living sessions of the test person, of which no other check knows; those that are left are used again. */
  async sessions(count: number): Promise<TestSession[]> {
    this.living = this.living.filter(({ isOpen }) => isOpen);
    while (this.living.length < count) {
      this.known ??= new Set((await ownSessions((await this.test()).login.remote)).map(({ sessionId }) => sessionId));
      const session = await makeSession(this.parts.maker, this.known);
      this.known.add(session.sessionId);
      this.living = [...this.living, session];
    }
    return this.living.slice(0, count);
  }

  async session(): Promise<TestSession> {
    const [session] = await this.sessions(1);
    return session;
  }

  /** As `session`; undefined where the workspace has no licence, and so lists none. */
  async sessionIfListed(): Promise<TestSession | undefined> {
    try {
      return await this.session();
    } catch (thrown) {
      if (thrown instanceof NoLicence) {
        return undefined;
      }
      throw thrown;
    }
  }

  /** It was told to end: no other check takes it for a living one. */
  ended(...sessions: readonly TestSession[]): void {
    this.over.push(...sessions);
    this.living = this.living.filter((session) => !sessions.includes(session));
  }

  /** A session that was ended before, or a living one. To end one again changes nothing. */
  async endedSession(): Promise<TestSession> {
    return this.over[0] ?? this.session();
  }

  /** Everything of the test person was told to end. */
  everythingEnded(): void {
    this.ended(...this.living);
    this.testPerson = undefined;
  }

  /** The web client of the one who ends sessions. */
  chat(): Promise<WebClient> {
    this.client ??= this.startChat(this.caller.login);
    return this.client;
  }

  /**
   * Leaves the chat of the one who ends sessions. The last of all that is taken back: what is made is removed by the
   * same login.
   *
   * @param logsOut ends the login as well, so that it is no longer listed; not where it was given
   */
  async leaveChat(logsOut: boolean): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    await (logsOut ? client?.logOut() : client?.close());
  }

  /** The web client of whoever has this login. */
  async startChat(login: TestSession['login']): Promise<WebClient> {
    const roomId = await anyRoom(login.remote);
    const generation = generationFor(this.release);
    const client = await WebClient.start({ login, appId: manifest.id, roomId, generation, targets: this.targets });
    return client;
  }

  /** The set-up as the app itself sees it; undefined for somebody without an allowed role. */
  setup(person: Person): Promise<readonly SetupPart[] | undefined> {
    return setupAsSeenBy(person.login);
  }

  /** @throws CouldNotTry where the app is meant to accept the test person as a caller, too */
  async requireTestPersonWithoutRole(): Promise<Person> {
    const test = await this.test();
    if (await this.hasAllowedRole(test)) {
      throw new CouldNotTry(TEXTS.testPersonHasRole(test.username));
    }
    return test;
  }

  /**
   * Whether one of the person's roles is allowed: by the app's own setting where that can be read and names no custom
   * role, so that an app which lets in everybody is found out; otherwise by what the app itself says.
   */
  async hasAllowedRole(person: Person): Promise<boolean> {
    const allowed = await allowedRoles(this.remote);
    const roles = await rolesOf(person.login.remote);
    return allowed === undefined || roles.some(isCustomRole)
      ? (await this.setup(person)) !== undefined
      : roles.some((role) => allowed.includes(role));
  }

  /** Calls one of the app's endpoints as the one who ends sessions, with a correct code. */
  async confirmed(endpoint: string, body?: object): Promise<RestAnswer> {
    const [method, code] = [await this.caller.secondFactor(), await this.caller.code()];
    return this.app.call(endpoint, { as: this.caller.login, body, code, method });
  }

  /**
   * An incorrect code of the one who ends sessions.
   *
   * @throws CouldNotTry once two were sent: two runs within 15 minutes must not lock this person out
   */
  async incorrectCode(method: Method): Promise<string> {
    if (this.incorrectCodes >= MOST_INCORRECT_CODES) {
      throw new CouldNotTry(TEXTS.enoughIncorrectCodes(MOST_INCORRECT_CODES));
    }
    this.incorrectCodes += 1;
    return this.caller.codes.incorrect(method);
  }

  /** Ends a session without the app, for comparison. @returns the workspace's own answer */
  directly(sessionId: TargetSession, headers: Record<string, string>): Promise<RestAnswer> {
    this.targets.requireOwn({ sessionId });
    requireGoingOn(this.parts.signal);
    return this.remote.post('/api/v1/sessions/logout', { sessionId }, headers);
  }
}
