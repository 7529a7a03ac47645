import type { Request, Response } from 'express';
import type { DeviceSession } from '../../model';
import { hashLoginToken } from '../../state/ids';
import type { WorkspaceStore } from '../../store';
import type { LoggedOutView } from '../shared/views';
import type { Deliveries } from './deliveries';
import { type StateSources, stateView } from './state';

/** How soon a change of the workspace's state reaches an open tab, at most. */
const INTERVAL_MS = 250;

/**
 * `GET /_page/events?userId&authToken`: Server-Sent Events for one tab, until its session ends. `delivery` is what its
 * person's client was sent, at once; `state` everything else that the tab shows, whenever it changed; `logged-out` is
 * the last. A tab that begins is given the messages that are in the rooms already, as `earlier` deliveries. The id of a
 * delivery lets a browser that reconnects miss none.
 */
export async function sendEvents(
  sources: StateSources & { readonly deliveries: Deliveries },
  request: Request,
  response: Response,
): Promise<void> {
  const { store, deliveries } = sources;
  const { userId = '', authToken = '' } = request.query as Record<string, string | undefined>;
  const authenticate = () => store.authenticate({ 'x-user-id': userId, 'x-auth-token': authToken })?.user;

  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const send = (event: string, data: unknown, id = deliveries.position): void => {
    response.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const asked = request.get('last-event-id') ?? (request.query.after as string | undefined);
  const after = asked === undefined ? deliveries.position : Number(asked);
  const reader = authenticate();
  if (asked === undefined && reader !== undefined) {
    sources.host
      .postedFor(reader)
      .forEach((message) => send('delivery', { ...message, kind: 'message', earlier: true, seq: after }));
  }
  deliveries.since(after, userId).forEach((delivery) => send('delivery', delivery, delivery.seq));
  const unsubscribe = deliveries.subscribe((delivery) => {
    if (delivery.userId === userId) {
      send('delivery', delivery, delivery.seq);
    }
  });

  let sent = '';
  const watch = async (): Promise<void> => {
    while (!response.writableEnded && !response.destroyed) {
      const user = authenticate();
      if (user === undefined) {
        send('logged-out', loggedOutView(store, authToken));
        response.end();
        return;
      }
      const state = JSON.stringify(await stateView(sources, user, authToken));
      if (state !== sent) {
        sent = state;
        send('state', JSON.parse(state));
      }
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
  };
  await watch().finally(unsubscribe);
}

/** Who ended the session of this login token, and when; nothing of one that the workspace no longer knows. */
function loggedOutView(store: WorkspaceStore, authToken: string): LoggedOutView & { readonly forgotten: boolean } {
  const [session] = store.sessions.byToken(hashLoginToken(authToken)) as Array<DeviceSession | undefined>;
  const { logoutAt, logoutBy } = session ?? {};
  return {
    at: logoutAt === undefined ? undefined : new Date(logoutAt).toISOString(),
    by: logoutBy === undefined ? undefined : (store.users.get(logoutBy)?.username ?? logoutBy),
    forgotten: session === undefined,
  };
}
