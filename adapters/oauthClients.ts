import { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IOAuthApp } from '@rocket.chat/apps-engine/definition/accessors/IOAuthApp';
import { OAuthClient, OAuthClients } from '../core/connection/oauth';
import { Finding } from '../core/oversight/setup';
import { AppError } from '../core/shared/errors';
import { EngineCall } from './engineCall';
import { misc } from './misc';

const NAME = 'Session Logout';
export const CALLBACK_PATH = 'oauth/callback';

const OWN_CLIENT = misc('oauth-client');

/** What the workspace hands out by name: a stored document, whose ID the engine's type calls something else. */
type StoredClient = IOAuthApp & { readonly _id?: string };

/**
 * The app's own OAuth client at the workspace. Looked up once for all who ask during one call into the app.
 *
 * The app remembers the ID of the client that it made: one that only has the same name is somebody else's.
 */
export class OwnOAuthClients implements OAuthClients {
  private readonly appId: string;
  private readonly read: IRead;
  private readonly modify: IModify;
  private readonly persistence: IPersistence;
  private finding?: Promise<StoredClient | undefined>;

  constructor({ app, read, modify, persistence }: EngineCall) {
    this.appId = app.getID();
    this.read = read;
    this.modify = modify;
    this.persistence = persistence;
  }

  public async current(siteUrl: string): Promise<OAuthClient> {
    const redirectUri = this.redirectUriOf(siteUrl);
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

  /** The client's secret; undefined while there is no client. */
  public async secret(): Promise<string | undefined> {
    return (await this.find())?.clientSecret || undefined;
  }

  /** How the client is, without making or changing it. */
  public async state(siteUrl: string): Promise<Finding<'oauth-client'>> {
    const client = await this.find();
    if (!client) {
      return 'missing';
    }
    if (!client.active) {
      return 'disabled';
    }
    return client.redirectUri === this.redirectUriOf(siteUrl) ? 'ok' : 'elsewhere';
  }

  /** Removes the client from the workspace, and what the app remembers of it. */
  public async remove(): Promise<void> {
    const client = await this.find();
    if (client) {
      await this.modify.getOAuthAppsModifier().deleteOAuthApp(idOf(client), this.appId);
    }
    await this.persistence.removeByAssociation(OWN_CLIENT);
  }

  private redirectUriOf(siteUrl: string): string {
    return `${siteUrl}/api/apps/public/${this.appId}/${CALLBACK_PATH}`;
  }

  private find(): Promise<StoredClient | undefined> {
    return (this.finding ??= this.look());
  }

  private async look(): Promise<StoredClient | undefined> {
    const [remembered, named] = await Promise.all([
      this.read.getPersistenceReader().readByAssociation(OWN_CLIENT) as Promise<Array<{ id: string }>>,
      this.read.getOAuthAppsReader().getOAuthAppByName(NAME, this.appId) as Promise<StoredClient[]>,
    ]);
    return named.find((client) => remembered.some(({ id }) => id === idOf(client)));
  }

  private async make(redirectUri: string): Promise<StoredClient> {
    const id = await this.modify
      .getOAuthAppsModifier()
      .createOAuthApp({ name: NAME, active: true, redirectUri }, this.appId);
    await this.persistence.removeByAssociation(OWN_CLIENT);
    await this.persistence.createWithAssociation({ id }, OWN_CLIENT);
    this.finding = undefined;
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
