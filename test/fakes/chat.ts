import { connectionStore } from '../../adapters/connectionStore';
import { EncryptionKey } from '../../adapters/encryptionKey';
import { onceStore } from '../../adapters/onceStore';
import { AllChatPorts } from '../../adapters/chatPorts';
import { PendingLogout } from '../../core/pending';
import { ConnectRequest } from '../../core/connect';
import { OAuthClient, TokenGrant } from '../../core/connection';
import { AppError } from '../../core/errors';
import { LogoutSettings, WorkspaceReply } from '../../core/ports';
import { MemoryPersistence } from './persistence';
import { settings, world } from './ports';

export const HOUR = 3_600_000;
export const grant: TokenGrant = { accessToken: 'access-1', refreshToken: 'refresh-1', lifetimeMs: HOUR - 1000 };
export const client: OAuthClient = {
  clientId: 'client',
  clientSecret: 'client-secret',
  redirectUri: 'http://workspace.test/api/apps/public/app/oauth/callback',
};

/** A key that lives in one variable, as the app's lives in one setting. */
export function memoryKey(): EncryptionKey {
  let stored = '';
  const read = { getSettings: () => ({ getValueById: async () => stored }) };
  const write = { getSettings: () => ({ updateValue: async (_id: string, value: string) => void (stored = value) }) };
  return new EncryptionKey(
    read as unknown as ConstructorParameters<typeof EncryptionKey>[0],
    write as unknown as ConstructorParameters<typeof EncryptionKey>[1],
  );
}

/** One server of a workspace, for chat. Servers that share persistence and key are a cluster. */
export function chatWorld(
  answers: Array<WorkspaceReply | Error> = [],
  changed: Partial<LogoutSettings> = {},
  persistence = new MemoryPersistence(),
  key = memoryKey(),
) {
  const inForce = { ...settings, ...changed };
  const logout = world(answers, inForce);
  const oauth = {
    exchange: jest.fn(async (_code: string, _client: OAuthClient): Promise<TokenGrant> => grant),
    refresh: jest.fn(async (_token: string, _client: OAuthClient): Promise<TokenGrant> => {
      throw new AppError('error-connect-failed', 503);
    }),
    ownerOf: jest.fn(async (_token: string) => 'u1'),
  };
  const oauthClients = { current: jest.fn(async () => client) };
  const sendAgain = jest.fn(async () => undefined);
  const clock = { ...logout.ports.clock, sleep: async (ms: number) => logout.sleep(ms) };
  let states = 0;
  let ids = 0;
  const server = Math.random().toString(36).slice(2, 8);
  const random = { id: () => `${server}-${++ids}`, state: () => `state-${++states}`.padEnd(43, 'x') };
  const tools = { clock, random };
  const ports: AllChatPorts = {
    ...logout.ports,
    ...tools,
    connections: connectionStore(persistence, persistence, key, clock),
    oauthServer: oauth,
    oauthClients,
    codes: { sendAgain },
    pendings: onceStore<PendingLogout>('logout', persistence, persistence, tools),
    states: onceStore<ConnectRequest>('state', persistence, persistence, tools),
  };
  return { ...logout, ports, oauth, oauthClients, sendAgain, persistence, key, settings: inForce };
}

export const caller = { id: 'u1', username: 'admin', roles: ['admin'] };
export const stranger = { id: 'u2', username: 'pat', roles: ['admin'] };

/** Connects the caller for an hour, as after a consent. */
export async function connected(server: ReturnType<typeof chatWorld>): Promise<void> {
  const now = server.ports.clock.now();
  await server.ports.connections.save({
    id: 'connection-1',
    userId: caller.id,
    accessToken: 'access-1',
    connectedAt: now,
    accessExpiresAt: now + HOUR,
    expiresAt: now + HOUR,
  });
}
