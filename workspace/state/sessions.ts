import type { DeviceSession } from '../model';
import { Collection } from './collection';

/** Session documents. Several of them may share a login token: the tabs of one browser. */
export class SessionStore extends Collection<DeviceSession> {
  private idsByToken = new Map<string, Set<string>>();

  constructor() {
    super((session) => session.sessionId);
  }

  byToken(hashedToken: string): DeviceSession[] {
    return [...(this.idsByToken.get(hashedToken) ?? [])].flatMap((id) => this.get(id) ?? []);
  }

  protected override indexed(session: DeviceSession): void {
    if (session.loginToken === '') {
      return;
    }
    const ids = this.idsByToken.get(session.loginToken) ?? new Set();
    this.idsByToken.set(session.loginToken, ids.add(session.sessionId));
  }

  protected override unindexed(session: DeviceSession): void {
    const ids = this.idsByToken.get(session.loginToken);
    ids?.delete(session.sessionId);
    if (ids?.size === 0) {
      this.idsByToken.delete(session.loginToken);
    }
  }
}
