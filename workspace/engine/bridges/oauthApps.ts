import { randomUUID } from 'crypto';
import type { IOAuthApp, IOAuthAppParams } from '@rocket.chat/apps-engine/definition/accessors/IOAuthApp';
import type { OAuthAppsBridge } from '@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge';
import type { OAuthApp } from '../../model';
import type { Engine } from '../load';
import type { AppsState } from '../state';

/**
 * The OAuth clients an app registers with the workspace
 * (Rocket.Chat `apps/meteor/app/apps/server/bridges/oauthApps.ts`).
 */
export function createOAuthAppsBridge({ OAuthAppsBridge: Base }: Engine, state: AppsState): OAuthAppsBridge {
  const { store, appUsers } = state;
  const { oauth } = store;
  const own = (id: string, appId: string): OAuthApp | undefined => {
    const app = oauth.app(id);
    return app?.appId === appId ? app : undefined;
  };

  return new (class extends Base {
    protected async create(given: IOAuthAppParams, appId: string): Promise<string | null> {
      const creator = store.users.get(appUsers.get(appId) ?? '');
      if (creator === undefined) {
        throw new Error(`The user for app ${appId} is not registered.`);
      }
      const { name, active, redirectUri, clientId, clientSecret } = given;
      const createdBy = { _id: creator._id, username: creator.username };
      const credentials = { ...(clientId && { clientId }), ...(clientSecret && { clientSecret }) };
      return oauth.createApp({ _id: randomUUID(), name, active, redirectUri, createdBy, appId, ...credentials })._id;
    }

    protected async getById(id: string, appId: string): Promise<IOAuthApp | null> {
      const app = own(id, appId);
      return app === undefined ? null : toEngineShape(app);
    }

    /** Unlike `getById` it gives stored documents: the ID is in `_id`. */
    protected async getByName(name: string, appId: string): Promise<IOAuthApp[]> {
      const documents = oauth.appsByName(name).filter((app) => app.appId === appId);
      return documents.map(toStoredShape) as unknown as IOAuthApp[];
    }

    protected async update(given: IOAuthAppParams, id: string, appId: string): Promise<void> {
      if (own(id, appId) !== undefined) {
        oauth.updateApp(id, { ...given });
      }
    }

    protected async delete(id: string, appId: string): Promise<void> {
      if (own(id, appId) !== undefined) {
        oauth.removeApp(id);
      }
    }

    protected async purge(appId: string): Promise<void> {
      oauth
        .apps()
        .filter((app) => app.appId === appId)
        .forEach((app) => oauth.removeApp(app._id));
    }
  })();
}

function toEngineShape({ _id, createdBy, createdAt, updatedAt, ...rest }: OAuthApp): IOAuthApp {
  return {
    ...rest,
    id: _id,
    createdAt: new Date(createdAt).toDateString(),
    updatedAt: new Date(updatedAt).toDateString(),
    createdBy: { id: createdBy._id, username: createdBy.username },
  };
}

function toStoredShape({ createdBy, createdAt, updatedAt, ...rest }: OAuthApp): object {
  return { ...rest, _createdAt: new Date(createdAt), _updatedAt: new Date(updatedAt), _createdBy: createdBy };
}
