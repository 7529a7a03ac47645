import { codeAttempts } from '../../adapters/codeAttempts';
import { connectionStore } from '../../adapters/connectionStore';
import { AllChatPorts } from '../../adapters/ports';
import { singleUseStore } from '../../adapters/singleUseStore';
import { tokenKey } from '../../adapters/tokenKey';
import { Caller } from '../../core/caller/caller';
import { advanceLogout } from '../../core/chat/advanceLogout';
import { askAgain, beginLogout } from '../../core/chat/beginLogout';
import { ChatStep } from '../../core/chat/chatStep';
import {
  findPending,
  keepPending,
  newPending,
  PendingLogout,
  PendingSession,
  StoredPendingLogout,
} from '../../core/chat/pendingLogout';
import { Typed } from '../../core/chat/typed';
import { ConnectRequest } from '../../core/connection/connectRequest';
import { connectionOf } from '../../core/connection/connection';
import { OAuthClient, TokenGrant } from '../../core/connection/oauth';
import { ReadingGrant } from '../../core/oversight/readingGrant';
import { WorkspaceReply } from '../../core/logout/readReply';
import { AppError } from '../../core/shared/errors';
import { directoryOf } from './directory';
import { asksForCode, ListWorkspace, logins } from './list';
import { MemoryPersistence } from './persistence';
import { tokensOf } from './tokens';
import { json, Settings, settings, settingsOf, world } from './ports';

export const HOUR = 3_600_000;
export const grant: TokenGrant = { accessToken: 'access-1', refreshToken: 'refresh-1', lifetimeMs: HOUR - 1000 };
export const client: OAuthClient = {
  clientId: 'client',
  clientSecret: 'client-secret',
  redirectUri: 'http://workspace.test/api/apps/public/app/oauth/callback',
};

export const caller: Caller = { id: 'u1', username: 'admin', roles: ['admin'], isEnabled: true };
export const stranger: Caller = { id: 'u2', username: 'pat', roles: ['admin'], isEnabled: true };
/** Somebody whose sessions are ended. */
export const alice: Caller = { id: 'alice-id', username: 'alice', roles: ['user'], isEnabled: true };

/** Servers with the same store and the same OAuth client are a cluster. */
export interface Shared {
  readonly persistence: MemoryPersistence;
  /** Of the OAuth client, from which the key of tokens is derived; undefined while there is no client. */
  readonly secret?: string;
}

/** One server of a workspace, for chat. */
export function chatWorld(
  answers: Array<WorkspaceReply | Error> = [],
  changed: Partial<Settings> = {},
  shared: Shared = { persistence: new MemoryPersistence(), secret: client.clientSecret },
) {
  const inForce = { ...settings, ...changed };
  const logout = world(answers, inForce);
  const oauth = {
    exchange: jest.fn(async (_code: string, _client: OAuthClient): Promise<TokenGrant> => grant),
    refresh: jest.fn(async (_token: string, _client: OAuthClient): Promise<TokenGrant> => {
      throw new AppError('error-connect-failed', 503);
    }),
    ownerOf: jest.fn(async (_token: string) => ({ id: 'u1', username: 'admin' })),
  };
  const oauthClients = { current: jest.fn(async () => client) };
  const sendAgain = jest.fn(async () => undefined);
  /** The version that the workspace tells; undefined when it does not. */
  const versions = {
    current: jest.fn(async () => ({ major: 8, minor: 0 }) as { major: number; minor: number } | undefined),
  };
  /** The workspace's accounts, as they are now. */
  const accounts = new Map<string, Caller>([caller, stranger, alice].map((each) => [each.id, each]));
  const list = new ListWorkspace(logins(3, alice.id));
  list.before = asksForCode;
  const tokens = tokensOf();
  const logoutEverywhere = jest.fn(async () => 200);
  const { clock } = logout.ports;
  let states = 0;
  let ids = 0;
  const server = Math.random().toString(36).slice(2, 8);
  const random = { id: () => `${server}-${++ids}`, state: () => `state-${++states}`.padEnd(43, 'x') };
  const tools = { clock, random };
  const { persistence, secret } = shared;
  const attempts = codeAttempts(persistence, persistence, tools);
  const key = async (): Promise<Buffer | undefined> => (secret === undefined ? undefined : tokenKey(secret, 'the-app'));
  const ports: AllChatPorts = {
    ...logout.ports,
    ...tools,
    codeAttempts: attempts,
    lockouts: attempts,
    sessionList: list,
    users: { logoutEverywhere },
    tokens,
    grants: singleUseStore<ReadingGrant>('reading', persistence, persistence, tools),
    installation: { id: async () => 'this-installation' },
    retention: { last: async () => ({ at: clock.now(), removedBefore: '2026-01-01' }) },
    site: {
      workspaceAt: async () => 'ok',
      installationAt: async () => 'this-installation',
    },
    ownClient: { state: async () => 'ok' },
    room: { state: async () => 'ok' },
    settings: settingsOf(inForce, () => inForce),
    connections: connectionStore(persistence, persistence, { ...tools, key }),
    oauthServer: oauth,
    oauthClients,
    codes: { sendAgain },
    people: { find: async (id) => accounts.get(id) },
    directory: directoryOf(accounts),
    versions,
    pendingLogouts: singleUseStore<PendingLogout>('logout', persistence, persistence, tools),
    states: singleUseStore<ConnectRequest>('state', persistence, persistence, tools),
  };
  return {
    ...logout,
    ports,
    list,
    logoutEverywhere,
    tokens,
    oauth,
    oauthClients,
    sendAgain,
    accounts,
    persistence,
    shared,
    settings: inForce,
  };
}

export type ChatWorld = ReturnType<typeof chatWorld>;

/** Connects the caller, as after a consent. */
export async function connected({ ports }: Pick<ChatWorld, 'ports'>, lifetimeMs = HOUR): Promise<void> {
  const connectedAt = ports.clock.now();
  const consent = { connectedAt, expiresAt: connectedAt + lifetimeMs };
  await ports.connections.save(connectionOf(caller.id, grant, consent, ports), []);
}

export const pending: PendingSession = {
  sessionId: 'aLiveSession',
  reason: 'stolen laptop',
  roomId: 'GENERAL',
  correlationId: 'request-1',
};

/** The workspace's demand for a second factor of a kind. */
export const challenge = (method: string, details = {}): WorkspaceReply =>
  json(400, {
    success: false,
    error: 'TOTP Required [totp-required]',
    errorType: 'totp-required',
    details: { method, codeGenerated: false, ...details },
  });

/** The workspace's refusal of a code. */
export const incorrect = (method: string): WorkspaceReply =>
  json(400, { errorType: 'totp-invalid', error: 'TOTP Invalid [totp-invalid]', details: { method } });

/** Submits a pending logout as a dialog does: looks it up, and goes one step further. */
export async function submitted(id: string, person: Caller, typed: Typed, ports: AllChatPorts): Promise<ChatStep> {
  return advanceLogout(await findPending(id, person, ports), person, typed, ports);
}

/** A connected caller whose logout was begun, and waits for the answer to the workspace's first reply. */
export async function waiting(
  answers: Array<WorkspaceReply | Error> = [challenge('totp')],
  changed: Partial<Settings> = {},
) {
  const server = chatWorld(answers, changed);
  await connected(server);
  const begun = await beginLogout(caller, pending, server.ports);
  const { id } = begun.pending;
  if (id === undefined) {
    throw new Error(`nothing waits after ${begun.kind}`);
  }
  const submit = (code?: string, reason?: string): Promise<ChatStep> =>
    submitted(id, caller, { code, reason }, server.ports);
  return { ...server, id, begun, submit };
}

/** A caller whose logout waits without a question, as before they connected. */
export async function unasked(
  answers: Array<WorkspaceReply | Error> = [],
  change: Partial<PendingSession> = {},
  changed: Partial<Settings> = {},
) {
  const server = chatWorld(answers, changed);
  const kept = await keep(server, change);
  const ask = async (person = caller): Promise<ChatStep> =>
    askAgain(await findPending(kept.id, person, server.ports), person, server.ports);
  return { ...server, id: kept.id, ask };
}

/** Keeps a logout that waits for its next step. */
export function keep(
  { ports }: Pick<ChatWorld, 'ports'>,
  change: Partial<PendingSession> = {},
): Promise<StoredPendingLogout> {
  return keepPending(newPending({ ...pending, ...change }, caller, ports), true, ports);
}
