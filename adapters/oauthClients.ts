import { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IOAuthApp } from '@rocket.chat/apps-engine/definition/accessors/IOAuthApp';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { OAuthClients } from '../core/connection';
import { AppError } from '../core/errors';

const NAME = 'Session Logout';
export const CALLBACK_PATH = 'oauth/callback';

const OWN_CLIENT = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'oauth-client');

/** What the workspace hands out by name: a stored document, whose id the engine's type calls otherwise. */
type StoredClient = IOAuthApp & { readonly _id?: string };

/**
 * The app's own OAuth client at the workspace.
 *
 * The app remembers the id of the client that it made: one that only has the same name is somebody else's.
 */
export class OwnOAuthClients implements OAuthClients {
  constructor(
    private readonly appId: string,
    private readonly read: IRead,
    private readonly modify: IModify,
    private readonly persistence: IPersistence,
  ) {}

  public async current(siteUrl: string): ReturnType<OAuthClients['current']> {
    const redirectUri = `${siteUrl}/api/apps/public/${this.appId}/${CALLBACK_PATH}`;
    const client = (await this.find()) ?? (await this.make(redirectUri));
    if (!client.active) {
      throw new AppError('error-oauth-client-disabled');
    }
    if (!client.clientId || !client.clientSecret) {
      throw new AppError('error-connect-failed');
    }
    if (client.redirectUri !== redirectUri) {
      await this.redirectTo(redirectUri, client);
    }
    return { clientId: client.clientId, clientSecret: client.clientSecret, redirectUri };
  }

  /** Removes the client from the workspace, and what the app remembers of it. */
  public async remove(): Promise<void> {
    const client = await this.find();
    if (client) {
      await this.modify.getOAuthAppsModifier().deleteOAuthApp(idOf(client), this.appId);
    }
    await this.persistence.removeByAssociation(OWN_CLIENT);
  }

  private async find(): Promise<StoredClient | undefined> {
    const remembered = (await this.read.getPersistenceReader().readByAssociation(OWN_CLIENT)) as Array<{ id: string }>;
    if (remembered.length === 0) {
      return undefined;
    }
    const named = (await this.read.getOAuthAppsReader().getOAuthAppByName(NAME, this.appId)) as StoredClient[];
    return named.find((client) => remembered.some(({ id }) => id === idOf(client)));
  }

  private async make(redirectUri: string): Promise<StoredClient> {
    const id = await this.modify
      .getOAuthAppsModifier()
      .createOAuthApp({ name: NAME, active: true, redirectUri }, this.appId);
    await this.persistence.removeByAssociation(OWN_CLIENT);
    await this.persistence.createWithAssociation({ id }, OWN_CLIENT);
    const made = await this.find();
    if (!made) {
      throw new AppError('error-connect-failed');
    }
    return made;
  }

  private async redirectTo(redirectUri: string, client: StoredClient): Promise<void> {
    const { name, active, clientId, clientSecret } = client;
    await this.modify
      .getOAuthAppsModifier()
      .updateOAuthApp({ name, active, clientId, clientSecret, redirectUri }, idOf(client), this.appId);
  }
}

function idOf(client: StoredClient): string {
  return client._id ?? client.id;
}
