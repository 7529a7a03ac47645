import { useCallback, useEffect, useState } from 'react';
import type { ClientGeneration } from '../client/generations';
import { api, takeBrowserNow } from './api';
import { askedFor, type Identity, storedIdentity, storeIdentity } from './identity';

export interface IdentityControl {
  readonly identity?: Identity;
  readonly problem?: string;
  readonly enter: (username: string, client: ClientGeneration['id']) => Promise<void>;
  readonly leave: () => void;
  /** As the same person, with the same client. */
  readonly logInAgain: () => void;
}

/** Who this tab is. An address that names somebody logs in as them, unless the tab is that person already, with that client. */
export function useIdentity(): IdentityControl {
  const [identity, setIdentity] = useState(initialIdentity);
  const [problem, setProblem] = useState<string>();

  const keep = useCallback((next: Identity | undefined) => {
    storeIdentity(next);
    setIdentity(next);
  }, []);
  const enter = useCallback(
    async (username: string, client: ClientGeneration['id']) => {
      try {
        keep({ login: await api.logIn(username, client), client });
        setProblem(undefined);
      } catch {
        setProblem(`There is nobody called "${username}" in this workspace.`);
      }
    },
    [keep],
  );
  const leave = useCallback(() => {
    history.replaceState(undefined, '', '/');
    keep(undefined);
  }, [keep]);

  const logInAgain = useCallback(() => {
    if (identity !== undefined) {
      void enter(identity.login.username, identity.client);
    }
  }, [identity, enter]);

  useEffect(() => {
    const { username, client = '8' } = askedFor(location.search);
    if (identity === undefined && username !== undefined) {
      void enter(username, client);
    }
    // Only when the page is opened: who leaves is not let in again by the address.
  }, []);
  useBrowserOf(identity);
  return { identity, problem, enter, leave, logInAgain };
}

function initialIdentity(): Identity | undefined {
  const stored = storedIdentity();
  const { username, client } = askedFor(location.search);
  const isOther =
    (username !== undefined && username !== stored?.login.username) ||
    (client !== undefined && client !== stored?.client);
  return isOther ? undefined : stored;
}

/** Whoever's tab has the focus, or follows a link, is who the consent page sees. */
function useBrowserOf(identity: Identity | undefined): void {
  useEffect(() => {
    if (identity === undefined) {
      return undefined;
    }
    const { login } = identity;
    const take = (): void => void api.takeBrowser(login).catch(() => undefined);
    const follow = ({ target }: MouseEvent): void => {
      if (target instanceof Element && target.closest('a[href]') !== null) {
        takeBrowserNow(login);
      }
    };
    take();
    window.addEventListener('focus', take);
    document.addEventListener('click', follow, true);
    return () => {
      window.removeEventListener('focus', take);
      document.removeEventListener('click', follow, true);
    };
  }, [identity]);
}
