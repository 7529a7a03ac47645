import type { OAuthApp } from '../../../../workspace/model';
import type { Fault } from '../../../../workspace/state/faults';
import type { StoredDocument, WorkspaceState } from '../../support/devClient';
import { Answer, call, json } from '../../support/http';
import { Workspace } from '../../support/workspace';
import { Person } from './person';
import type { Delivery } from './views';

export interface ChatState extends WorkspaceState {
  readonly oauthApps: ReadonlyArray<Omit<OAuthApp, 'clientSecret'>>;
  readonly faults: readonly Fault[];
  readonly rooms: ReadonlyArray<{ readonly _id: string; readonly name: string }>;
}

export interface Dropped {
  readonly userId: string;
  readonly reason: string;
}

/** An embedded workspace with people who chat. */
export class ChatWorkspace extends Workspace {
  private readonly acting = new Set<string>();
  private droppedSeen = 0;

  async startOver(): Promise<void> {
    await super.startOver();
    this.acting.clear();
    this.droppedSeen = 0;
  }

  /** Logs somebody in. */
  async person(username: string): Promise<Person> {
    this.acting.add(username);
    return new Person(username, await this.logIn(username), this);
  }

  /** Logs somebody in, who lets the app act for them. */
  async connected(username: string): Promise<Person> {
    const person = await this.person(username);
    await person.connects();
    return person;
  }

  state(): Promise<ChatState> {
    return super.state() as Promise<ChatState>;
  }

  /** What was delivered to that person's client. */
  deliveries(username: string): Promise<Delivery[]> {
    return this.dev(`messages/${username}`);
  }

  /** What clients would have ignored since this was asked last: answers too late, to nobody, or to a closed view. */
  async newlyDropped(): Promise<Dropped[]> {
    const all: Dropped[] = await this.dev('dropped');
    const fresh = all.slice(this.droppedSeen);
    this.droppedSeen = all.length;
    return fresh;
  }

  /** What was delivered to people who did nothing here. */
  async deliveredToOthers(): Promise<Delivery[]> {
    const { users } = await this.state();
    const others = users.filter(({ username }) => !this.acting.has(username));
    return (await Promise.all(others.map(({ username }) => this.deliveries(username)))).flat();
  }

  /** What the app stored under names that begin so. */
  async stored(prefix: string): Promise<StoredDocument[]> {
    return (await this.persistence()).filter(({ associations }) =>
      associations?.some(({ id }) => id.startsWith(prefix)),
    );
  }

  /** What the engine logged about handlers of the app that threw. */
  async thrown(): Promise<unknown[]> {
    const entries = (await this.appLogs()).flatMap((call) => call.entries);
    return entries.filter(({ severity }) => severity === 'error').map(({ args }) => args);
  }

  /** Makes an account whose client speaks this language. */
  async foreigner(username: string, language: string, roles: readonly string[]): Promise<Person> {
    await this.dev('users', { username, language, roles, totp: true });
    return this.person(username);
  }

  /** What an admin does to the app's OAuth client. */
  changeOAuthApp(clientId: string, action: 'delete' | 'disable' | 'enable'): Promise<unknown> {
    return this.dev('oauth-apps', { clientId, action });
  }

  /** What an admin does to the app. */
  changeApp(action: 'install' | 'update' | 'enable' | 'disable' | 'uninstall'): Promise<{ installed: boolean }> {
    return this.dev('app', { action });
  }

  private async dev<T>(route: string, body?: unknown): Promise<T> {
    const answer: Answer = await call(`${this.url}/_dev/${route}`, body === undefined ? {} : json(body));
    if (answer.status !== 200) {
      throw new Error(`/_dev/${route} answered ${answer.status}: ${answer.text}`);
    }
    return answer.body as T;
  }
}

/**
 * One workspace for the test file that calls this, as new before each test.
 *
 * After each test nobody may have been shown anything who did nothing, nothing may have been sent that a client would
 * ignore, unless the test looked at it, and no handler may have thrown: a person is told nothing then.
 */
export function useChat(environment?: Readonly<Record<string, string>>): ChatWorkspace {
  const workspace = new ChatWorkspace(environment);
  beforeAll(() => workspace.start());
  beforeEach(() => workspace.startOver());
  afterEach(async () => {
    expect(await workspace.deliveredToOthers()).toEqual([]);
    expect(await workspace.newlyDropped()).toEqual([]);
    expect(await workspace.thrown()).toEqual([]);
  });
  afterAll(() => workspace.stop());
  return workspace;
}
