import type { Licence } from '../../state/licence';
import type { ClientGeneration } from '../client/generations';
import type { ServerInteraction, UserInteraction } from '../client/interactions';
import type { Breakage, LoginView, PersonView } from '../shared/views';

/** A request that the workspace refused. */
export class RequestFailed extends Error {}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) {
    throw new RequestFailed(`${path}: ${response.status}`);
  }
  // An answer without a body fails here, as it does in Rocket.Chat's packages/api-client.
  return (await response.json()) as T;
}

const json = (body: unknown, login?: LoginView): RequestInit => ({
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    ...(login && { 'X-User-Id': login.userId, 'X-Auth-Token': login.authToken }),
  },
  body: JSON.stringify(body),
});

export const api = {
  people: () => call<PersonView[]>('/_page/people'),
  /** The client comes with the workspace's release, so the workspace is of that release from then on. */
  logIn: (username: string, client: ClientGeneration['id']) =>
    call<LoginView>('/_page/sessions', json({ username, client })),
  /** Makes the browser this person's: the consent page knows people by a cookie. */
  takeBrowser: (login: LoginView) => call<unknown>('/_page/browser', json({}, login)),
  runCommand: (login: LoginView, run: { command: string; params: string; roomId: string; triggerId: string }) =>
    call<unknown>('/api/v1/commands.run', json(run, login)),
  interact: (login: LoginView, appId: string, interaction: UserInteraction & { triggerId: string }) =>
    call<ServerInteraction>(`/api/apps/ui.interaction/${appId}`, json(interaction, login)),
  say: (login: LoginView, roomId: string, text: string) =>
    call<unknown>('/_page/messages', json({ roomId, text }, login)),
  breakThing: (name: Breakage, on: boolean) => call<Breakage[]>('/_page/breakages', json({ name, on })),
  chooseLicence: (licence: Licence) => call<unknown>('/_dev/settings', json({ licence })),
  putEverythingBack: () => call<unknown>('/_dev/reset', json({})),
};

/** At once, for a link that is about to be followed. */
export function takeBrowserNow({ authToken }: LoginView): void {
  document.cookie = `rc_token=${authToken}; path=/; samesite=lax`;
}
