import { listSessions, ListPorts } from '../../core/find/listSessions';
import { readListReply } from '../../core/find/readListReply';
import { ListCall, SessionListApi } from '../../core/find/sessionListApi';
import { WorkspaceReply } from '../../core/logout/readReply';
import { json, NOW, replies, request, Settings, world } from './ports';

export type ListRequest = Parameters<typeof listSessions>[0];

/** One login as a workspace keeps it. */
export interface Login {
  readonly sessionId: string;
  readonly userId: string;
  readonly loginAt: number;
  readonly name?: string;
}

/** So many logins of one person, a minute apart, the newest first. */
export function logins(count: number, userId = 'alice-id', prefix = 's'): Login[] {
  return Array.from({ length: count }, (_, index) => ({
    sessionId: `${prefix}${index}`,
    userId,
    loginAt: NOW - index * 60_000,
  }));
}

/** A row as servers send it. */
export const rowOf = ({ sessionId, userId, loginAt, name = userId }: Login): Record<string, unknown> => ({
  _id: sessionId,
  sessionId,
  userId,
  device: {
    type: 'browser',
    name: 'Chrome',
    longVersion: '120.0.0.0',
    version: '120.0.0',
    os: { name: 'Windows', version: '10' },
  },
  host: 'localhost:3000',
  ip: '203.0.113.24',
  loginAt: new Date(loginAt).toISOString(),
  _user: { username: userId.replace(/-id$/, ''), name },
});

/**
 * A workspace's list of sessions in memory: pages are cut from what there is at that moment. A search finds user IDs and
 * names.
 */
export class ListWorkspace implements SessionListApi {
  readonly sent: ListCall[] = [];
  /** How many calls wait for their answer, and how many did so at once at most. */
  private open = 0;
  mostOpen = 0;
  /** What an admin set as the most rows of a page. */
  upperLimit = 100;
  /** Happens before the answer to each call, by its number from 0; what it returns is the answer. */
  before: (call: ListCall, index: number) => WorkspaceReply | Error | undefined | void = () => undefined;

  constructor(public logins: Login[]) {}

  async list(call: ListCall) {
    this.sent.push(call);
    const index = this.sent.length - 1;
    this.mostOpen = Math.max(this.mostOpen, ++this.open);
    // Other calls may begin before this one is answered.
    await new Promise((resolve) => setImmediate(resolve));
    this.open--;
    const answered = this.before(call, index);
    if (answered instanceof Error) {
      throw answered;
    }
    return readListReply(answered ?? this.page(call));
  }

  private page({ filter = '', offset, count }: ListCall): WorkspaceReply {
    const found = this.logins
      .filter(({ sessionId, userId, name = '' }) => [sessionId, userId, name].some((text) => text.includes(filter)))
      .sort((one, other) => other.loginAt - one.loginAt);
    const size = Math.min(count, this.upperLimit);
    const sessions = found.slice(offset, offset + size).map(rowOf);
    return json(200, { sessions, count: size, offset, total: found.length, success: true });
  }
}

/** A workspace that asks for a code: it refuses calls without one, and any but `123456`. */
export function asksForCode(call: ListCall): WorkspaceReply | undefined {
  const { code } = call.secondFactor;
  return code === undefined ? replies.challenge : code === '123456' ? undefined : replies.incorrectCode;
}

export const listRequest: ListRequest = {
  caller: request.caller,
  credential: request.credential,
  wanted: async () => ({ query: {} }),
  code: '123456',
  method: 'totp',
  via: 'api',
  correlationId: 'request-1',
};

/** One world for a look at sessions. */
export function listWorld(there: Login[], settingsOrError?: Settings | Error) {
  const base = world([], settingsOrError);
  const list = new ListWorkspace(there);
  list.before = asksForCode;
  const ports: ListPorts = { ...base.ports, sessionList: list };
  return { ...base, ports, list };
}
