import manifest from '../../../../app.json';
import { ACTION } from '../../../../views/ids';
import type { ChatWorkspace } from './chatWorkspace';
import { recordedAs, resultOf } from './expectations';
import type { Person } from './person';
import { say } from './texts';
import { buttonOf } from './views';

/** Where the workspace sends a browser back to. */
export function callbackUrl(workspace: ChatWorkspace): string {
  return `${workspace.url}/api/apps/public/${manifest.id}/oauth/callback`;
}

/** Types `connect`. @returns the link to the consent page that the person gets */
export async function linkFor(person: Person): Promise<string> {
  return buttonOf((await person.types('connect')).opened, ACTION.consent).url ?? '';
}

/** The app may act for this person, and nobody else; that is recorded under their name, after this many tries. */
export async function expectConnected(workspace: ChatWorkspace, person: Person, tries = 1): Promise<void> {
  const stored = await workspace.stored('connection-of-');
  expect(stored.map(({ data }) => data)).toEqual([expect.objectContaining({ userId: person.login.userId })]);
  expect((await person.types('status')).message.text).not.toContain(say('chat:not-connected'));
  const entries = await recordedAs(workspace, 'connect');
  expect(entries).toHaveLength(tries);
  expect(entries[tries - 1]).toMatchObject({
    via: 'browser',
    callerId: person.login.userId,
    callerUsername: person.username,
    outcome: { result: 'done' },
  });
}

/** The app may act for nobody, and these tries of this person are recorded. */
export async function expectNotConnected(
  workspace: ChatWorkspace,
  person: Person,
  recorded: readonly string[],
): Promise<void> {
  expect(await workspace.stored('connection')).toEqual([]);
  expect((await person.types('status')).message.text).toContain(say('chat:not-connected'));
  const entries = await recordedAs(workspace, 'connect');
  expect(entries.map(resultOf)).toEqual(recorded);
  entries.forEach((entry) => expect(entry.callerUsername).toBe(person.username));
}
