import type { LoginToken, WorkspaceUser } from '../model';
import { Collection } from './collection';
import { hashLoginToken, randomId, randomSecret } from './ids';

export type NewUser = Pick<WorkspaceUser, 'username'> & Partial<WorkspaceUser>;

/** People and app users, with their login tokens. */
export class UserStore extends Collection<WorkspaceUser> {
  private idByName = new Map<string, string>();
  private ownerByToken = new Map<string, { user: WorkspaceUser; loginToken: LoginToken }>();

  constructor(private readonly now: () => number) {
    super((user) => user._id);
  }

  /** Case does not matter, as at login. */
  byUsername(username: string): WorkspaceUser | undefined {
    return this.lookUp(this.idByName.get(username.toLowerCase()));
  }

  byEmail(address: string): WorkspaceUser | undefined {
    const wanted = address.toLowerCase();
    return this.all().find((user) => user.emails.some((email) => email.address.toLowerCase() === wanted));
  }

  /** Adds a user; by default an active person without a second factor, named like the username. */
  create(given: NewUser): WorkspaceUser {
    return this.put({
      _id: randomId(),
      name: given.username,
      type: 'user',
      active: true,
      createdAt: this.now(),
      roles: ['user'],
      emails: [],
      email2fa: false,
      loginTokens: [],
      ...given,
    });
  }

  /** A fresh login token. Its clear text leaves the store here and nowhere else. */
  issueToken(userId: string, kind: Pick<LoginToken, 'type' | 'name' | 'bypassTwoFactor'> = {}): string {
    const user = this.get(userId);
    if (user === undefined) {
      throw new Error('issueToken: no such user');
    }
    const token = randomSecret();
    const hashedToken = hashLoginToken(token);
    const loginToken = { hashedToken, ...kind };
    user.loginTokens.push(loginToken);
    this.ownerByToken.set(hashedToken, { user, loginToken });
    return token;
  }

  /** A login token and its owner, while the token is valid. */
  byToken(token: string): { user: WorkspaceUser; loginToken: LoginToken } | undefined {
    return this.ownerByToken.get(hashLoginToken(token));
  }

  /** The next call with this token gets a 401. Sockets stay as they are: see `Logins`. */
  removeToken(userId: string, hashedToken: string): void {
    const user = this.get(userId);
    if (user !== undefined) {
      user.loginTokens = user.loginTokens.filter((token) => token.hashedToken !== hashedToken);
    }
    this.ownerByToken.delete(hashedToken);
  }

  protected override indexed(user: WorkspaceUser): void {
    this.idByName.set(user.username.toLowerCase(), user._id);
    for (const loginToken of user.loginTokens) {
      this.ownerByToken.set(loginToken.hashedToken, { user, loginToken });
    }
  }

  protected override unindexed(user: WorkspaceUser): void {
    this.idByName.delete(user.username.toLowerCase());
    for (const { hashedToken } of user.loginTokens) {
      this.ownerByToken.delete(hashedToken);
    }
  }

  private lookUp(id: string | undefined): WorkspaceUser | undefined {
    return id === undefined ? undefined : this.get(id);
  }
}
