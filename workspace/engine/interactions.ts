import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import { type Request, type Response, Router } from 'express';
import type { WorkspaceUser } from '../model';
import type { ServerInteraction } from './clients';
import { toEngineRoom, toEngineUser } from './convert';
import { toDocument } from './document';
import { lookUp } from './lookUp';
import type { AppsState } from './state';

interface InteractionBody {
  type?: unknown;
  actionId?: string;
  triggerId?: string;
  container?: unknown;
  mid?: string;
  rid?: string;
  tmid?: string;
  payload?: { view?: { id?: string }; isCleared?: boolean; context?: unknown; message?: string };
}

/**
 * `POST /api/apps/ui.interaction/<app ID>`: clicks, submits and closed views on their way to an app, and the app's
 * answer on its way back (Rocket.Chat `apps/meteor/ee/server/apps/communication/uikit.ts`). Room and message are those
 * of the IDs the client sent, whether its user may see them or not; a body without a room's ID may bring any room at all
 * (see `lookUp`).
 */
export function createInteractionRouter(state: AppsState, manager: () => AppManager): Router {
  const { store, clients, messages } = state;
  const router = Router();

  router.post('/ui.interaction/:appId', (request, response) => void handle(request, response));

  async function handle(request: Request, response: Response): Promise<void> {
    const user = store.authenticate(request.headers)?.user;
    if (user === undefined) {
      response.status(401).send({ status: 'error', message: 'You must be logged in to do this.' });
      return;
    }
    const body = request.body as InteractionBody;
    const action = toAction(body, user);
    if (action === undefined) {
      response.status(400).send({ error: 'Unknown action' });
      return;
    }
    if (typeof body.triggerId === 'string') {
      clients.issueTrigger(user._id, body.triggerId);
    }
    try {
      const result = await trigger({ ...action, appId: request.params.appId, actionId: body.actionId });
      deliver(user._id, body, result);
      response.send(result);
    } catch (error) {
      response.status(500).send({ error: error instanceof Error ? error.message : error });
    }
  }

  function toAction(body: InteractionBody, person: WorkspaceUser) {
    const { type, triggerId, container, mid, rid, tmid, payload } = body;
    const user = toEngineUser(person);
    const place = lookUp(
      store,
      rid,
      (id) => store.rooms.get(id),
      () => store.rooms.all(),
    );
    const room = place && toEngineRoom(place, store);
    const posted = messages.get(mid ?? '');
    const message = posted && messages.toEngineMessage(posted);
    switch (type) {
      case 'blockAction':
        return { type, container, message, triggerId, payload, user, room };
      case 'viewClosed':
        return { type, user, payload: { view: payload?.view, isCleared: payload?.isCleared } };
      case 'viewSubmit':
        return { type, triggerId, payload, user };
      case 'actionButton':
        // `payload.message` is what was typed so far, beside the button of a composer.
        return {
          type,
          triggerId,
          user,
          room,
          message,
          ...(tmid !== undefined && { tmid }),
          payload: {
            context: payload?.context,
            ...(payload?.message !== undefined && { message: payload.message }),
          },
        };
      default:
        return undefined;
    }
  }

  async function trigger(action: object): Promise<ServerInteraction | undefined> {
    type Listener = ReturnType<AppManager['getListenerManager']>['executeListener'];
    const listeners = manager().getListenerManager();
    const event = 'IUIKitInteractionHandler' as Parameters<Listener>[0];
    const result: unknown = await listeners.executeListener(event, action as Parameters<Listener>[1]);
    return result === undefined || result === null ? undefined : (toDocument(result) as ServerInteraction);
  }

  /** What the person's client makes of the answer (web client, `ActionManager.emitInteraction`). */
  function deliver(userId: string, { type, payload }: InteractionBody, result: ServerInteraction | undefined): void {
    if (result?.type !== undefined) {
      clients.receive(userId, result, 'response');
    }
    const staysOpen = type === 'viewSubmit' && ['errors', 'modal.update'].includes(result?.type ?? '');
    const viewId = payload?.view?.id;
    if ((type === 'viewSubmit' || type === 'viewClosed') && viewId !== undefined && !staysOpen) {
      clients.closeView(userId, viewId);
    }
  }

  return router;
}
