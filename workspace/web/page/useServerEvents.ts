import { useEffect, useRef, useState } from 'react';
import type { LoggedOutView, LoginView, StateView } from '../shared/views';

/** Something that was sent to this person's client. */
export type Delivered = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly at: string;
  readonly seq: number;
};

/** `forgotten`: the workspace was put back, and knows nothing of the session. */
export type LoggedOut = LoggedOutView & { readonly forgotten: boolean };

/**
 * Keeps the tab up to date while it can be seen. A browser allows six connections to one server: a hidden tab lets go of
 * its own, and catches up on what it missed when it is shown again.
 */
export function useServerEvents(
  { userId, authToken }: LoginView,
  onDelivery: (delivery: Delivered) => void,
): { readonly state?: StateView; readonly loggedOut?: LoggedOut } {
  const [state, setState] = useState<StateView>();
  const [loggedOut, setLoggedOut] = useState<LoggedOut>();
  const handler = useRef(onDelivery);
  handler.current = onDelivery;

  useEffect(() => {
    let source: EventSource | undefined;
    let after: string | undefined;
    let over = false;
    const parsed = <T>(event: Event): T => {
      const { data, lastEventId } = event as MessageEvent<string>;
      after = lastEventId;
      return JSON.parse(data) as T;
    };
    const connect = (): void => {
      const parameters = new URLSearchParams({ userId, authToken, ...(after !== undefined && { after }) });
      source = new EventSource(`/_page/events?${parameters.toString()}`);
      source.addEventListener('state', (event) => setState(parsed<StateView>(event)));
      source.addEventListener('delivery', (event) => handler.current(parsed<Delivered>(event)));
      source.addEventListener('logged-out', (event) => {
        over = true;
        source?.close();
        setLoggedOut(parsed<LoggedOut>(event));
      });
    };
    const followVisibility = (): void => {
      source?.close();
      if (!document.hidden && !over) {
        connect();
      }
    };
    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      source?.close();
    };
  }, [userId, authToken]);
  return { state, loggedOut };
}
