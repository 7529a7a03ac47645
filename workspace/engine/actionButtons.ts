import type { IUIActionButton } from '@rocket.chat/apps-engine/definition/ui';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import { type Request, type Response, Router } from 'express';
import { toDocument } from './document';

/**
 * The buttons that installed apps put into menus. All of them, whoever asks: `when` is applied by clients alone. The
 * older engine answers at once, and the late one with a promise.
 */
export async function actionButtonsOf(manager: AppManager): Promise<IUIActionButton[]> {
  return toDocument(await manager.getUIActionButtonManager().getAllActionButtons());
}

/**
 * `GET /api/apps/actionButtons`, for everybody, logged in or not
 * (Rocket.Chat `apps/meteor/ee/server/apps/communication/rest.ts`).
 */
export function createActionButtonsRouter(manager: () => AppManager): Router {
  const router = Router();
  router.get('/actionButtons', (_request: Request, response: Response, next) => {
    actionButtonsOf(manager()).then((buttons) => response.json(buttons), next);
  });
  return router;
}
