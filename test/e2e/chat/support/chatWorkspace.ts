import { setTimeout as pause } from 'timers/promises';
import type { RecordedEntry } from '../../../../core/audit/auditEntry';
import type { Dropped, StoredDocument } from '../../../../workspace/client/views';
import type { WorkspaceOptions } from '../../../../workspace/client/workspaceProcess';
import { useWorkspace, Workspace } from '../../support/workspace';
import { Person } from './person';
import { expectSound } from './sound';
import { say } from './texts';
import type { Delivery } from './views';

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

  /** Whether its web client keeps a modal open that was submitted: from 6.8 on, and if the answer is an update. */
  async keepsDialogs(): Promise<boolean> {
    const [major, minor] = String((await this.state()).settings.release)
      .split('.')
      .map(Number);
    return major > 6 || (major === 6 && minor >= 8);
  }

  /** Everything that was delivered to people who did something here, and still have their account. */
  async deliveredToActing(): Promise<Delivery[]> {
    const { users } = await this.state();
    const acting = users.filter(({ username }) => this.acting.has(username));
    return (await Promise.all(acting.map(({ username }) => this.deliveries<Delivery>(username)))).flat();
  }

  /** What clients would have ignored since this was asked last: answers too late, to nobody, or to a closed view. */
  async newlyDropped(): Promise<Dropped[]> {
    const all = await this.dropped();
    const fresh = all.slice(this.droppedSeen);
    this.droppedSeen = all.length;
    return fresh;
  }

  /** What was delivered to people who did nothing here, apart from messages that people posted. */
  async deliveredToOthers(): Promise<Delivery[]> {
    const { users } = await this.state();
    const others = users.filter(({ username }) => !this.acting.has(username));
    const delivered = await Promise.all(others.map(({ username }) => this.deliveries<Delivery>(username)));
    const usernames = users.map(({ username }) => username);
    return delivered.flat().filter((each) => !(each.kind === 'message' && usernames.includes(each.sender ?? '')));
  }

  /**
   * Waits until everybody who was refused a step was told: clients before 6.8 see that some time after the answer.
   *
   * @param refusals how many there were since the workspace is as new; default: what the record says, which is too low
   *   where several came at once
   */
  async untilRefusalsAreTold(refusals?: number): Promise<void> {
    const codes: readonly string[] = ['error-request-expired', 'error-request-foreign'];
    const isIt = ({ outcome }: RecordedEntry) => outcome !== 'unknown' && codes.includes(outcome.result);
    const recorded = (await this.auditEntries()).filter(isIt).reduce((sum, { times = 1 }) => sum + times, 0);
    const told = async (code: 'error-request-expired' | 'error-request-foreign') =>
      JSON.stringify([await this.deliveredToActing(), await this.dropped()]).split(say(code)).length - 1;
    while ((await told('error-request-expired')) + (await told('error-request-foreign')) < (refusals ?? recorded)) {
      await pause(50);
    }
  }

  /** What the app stored under names that begin with this. */
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
    await this.createAccount({ username, language, roles, totp: true });
    return this.person(username);
  }
}

/**
 * One workspace for the test file that calls this, as new before each test.
 *
 * After each test it checks that people who did nothing were shown nothing, that nothing was sent that a client would
 * ignore (unless the test looked at it), that no handler threw, since a person would be told nothing, and that all that
 * was shown works in every client.
 */
export function useChat(options?: WorkspaceOptions): ChatWorkspace {
  const workspace = useWorkspace(new ChatWorkspace(options));
  afterEach(async () => {
    expect(await workspace.deliveredToOthers()).toEqual([]);
    expect(await workspace.newlyDropped()).toEqual([]);
    expect(await workspace.thrown()).toEqual([]);
    (await workspace.deliveredToActing()).forEach(expectSound);
  });
  return workspace;
}
