import type { OAuthAccessToken, OAuthApp, OAuthAuthCode } from '../model';
import { Collection } from './collection';
import { randomId, randomSecret } from './ids';

export type NewOAuthApp = Pick<OAuthApp, 'name' | 'active' | 'redirectUri' | 'createdBy'> & Partial<OAuthApp>;

/** What the workspace keeps as an OAuth2 provider: clients, authorization codes, tokens, and who consented to what. */
export class OAuthStore {
  private readonly codes = new Collection<OAuthAuthCode>((code) => code.authCode);
  private readonly accessTokens = new Collection<OAuthAccessToken>((token) => token.accessToken);
  private readonly accessByRefresh = new Map<string, string>();
  private readonly clients = new Collection<OAuthApp>((app) => app._id);
  /** `userId clientId` of every consent given. */
  private consents = new Set<string>();

  constructor(private readonly now: () => number) {}

  createApp(given: NewOAuthApp): OAuthApp {
    return this.clients.put({
      _id: randomId(),
      clientId: randomId(),
      clientSecret: randomSecret(),
      createdAt: this.now(),
      updatedAt: this.now(),
      ...given,
    });
  }

  app(id: string): OAuthApp | undefined {
    return this.clients.get(id);
  }

  appByClientId(clientId: string): OAuthApp | undefined {
    return this.clients.all().find((app) => app.clientId === clientId);
  }

  appsByName(name: string): OAuthApp[] {
    return this.clients.all().filter((app) => app.name === name);
  }

  apps(): OAuthApp[] {
    return this.clients.all();
  }

  /** @returns the changed client, or undefined when no client has this ID. */
  updateApp(id: string, change: Partial<Omit<OAuthApp, '_id'>>): OAuthApp | undefined {
    const app = this.clients.get(id);
    return app && this.clients.put({ ...app, ...change, updatedAt: this.now() });
  }

  /** Removes the client and everything granted through it: its tokens end at once. */
  removeApp(id: string): OAuthApp | undefined {
    const app = this.clients.remove(id);
    if (app !== undefined) {
      this.codes.all().forEach((code) => code.clientId === app.clientId && this.codes.remove(code.authCode));
      this.accessTokens.all().forEach((token) => token.clientId === app.clientId && this.removeToken(token));
      this.consents.forEach((consent) => consent.endsWith(` ${app.clientId}`) && this.consents.delete(consent));
    }
    return app;
  }

  saveCode(code: OAuthAuthCode): void {
    this.codes.put(code);
  }

  code(authCode: string): OAuthAuthCode | undefined {
    return this.codes.get(authCode);
  }

  removeCode(authCode: string): boolean {
    return this.codes.remove(authCode) !== undefined;
  }

  saveToken(token: OAuthAccessToken): void {
    this.accessTokens.put(token);
    if (token.refreshToken !== undefined) {
      this.accessByRefresh.set(token.refreshToken, token.accessToken);
    }
  }

  accessToken(accessToken: string): OAuthAccessToken | undefined {
    return this.accessTokens.get(accessToken);
  }

  tokenByRefresh(refreshToken: string): OAuthAccessToken | undefined {
    const accessToken = this.accessByRefresh.get(refreshToken);
    return accessToken === undefined ? undefined : this.accessTokens.get(accessToken);
  }

  removeToken(token: OAuthAccessToken): void {
    this.accessTokens.remove(token.accessToken);
    if (token.refreshToken !== undefined) {
      this.accessByRefresh.delete(token.refreshToken);
    }
  }

  consent(userId: string, clientId: string): void {
    this.consents.add(`${userId} ${clientId}`);
  }

  hasConsented(userId: string, clientId: string): boolean {
    return this.consents.has(`${userId} ${clientId}`);
  }

  snapshot() {
    return {
      clients: this.clients.snapshot(),
      codes: this.codes.snapshot(),
      tokens: this.accessTokens.snapshot(),
      consents: [...this.consents],
    };
  }

  restore(snapshot: ReturnType<OAuthStore['snapshot']>): void {
    this.clients.restore(snapshot.clients);
    this.codes.restore(snapshot.codes);
    this.accessTokens.restore([]);
    this.accessByRefresh.clear();
    structuredClone(snapshot.tokens).forEach((token) => this.saveToken(token));
    this.consents = new Set(snapshot.consents);
  }
}
