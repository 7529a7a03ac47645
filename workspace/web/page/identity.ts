import { type ClientGeneration, generationOf, GENERATIONS } from '../client/generations';
import type { LoginView } from '../shared/views';

/** Who this tab is, and with which client. Kept per tab, so that several tabs can be several people. */
export interface Identity {
  readonly login: LoginView;
  readonly client: ClientGeneration['id'];
}

const KEY = 'identity';

export function storedIdentity(): Identity | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Identity);
}

export function storeIdentity(identity: Identity | undefined): void {
  if (identity === undefined) {
    sessionStorage.removeItem(KEY);
  } else {
    sessionStorage.setItem(KEY, JSON.stringify(identity));
  }
}

/** What the address asks for: `?as=<username>&client=<generation>`. */
export function askedFor(search: string): { readonly username?: string; readonly client?: ClientGeneration['id'] } {
  const parameters = new URLSearchParams(search);
  const client = parameters.get('client');
  return {
    username: parameters.get('as') ?? undefined,
    client: GENERATIONS.some(({ id }) => id === client) ? generationOf(client).id : undefined,
  };
}
