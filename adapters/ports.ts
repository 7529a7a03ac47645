import { CodeAttempts } from '../core/brake/codeAttempts';
import { ChatPorts } from '../core/chat/chatPorts';
import { PendingLogout } from '../core/chat/pendingLogout';
import { ConnectionStore } from '../core/connection/connection';
import { ConnectPorts, ConnectRequest } from '../core/connection/connectRequest';
import { PeopleDirectory } from '../core/find/findPerson';
import { ListPorts } from '../core/find/listSessions';
import { LogoutPorts } from '../core/logout/logoutSession';
import { LogoutEverythingPorts } from '../core/many/logoutEverything';
import { budgetFrom } from '../core/shared/budget';
import { SettingsReader } from '../core/shared/settings';
import { auditStore } from './auditStore';
import { people } from './caller';
import { codeAttempts } from './codeAttempts';
import { connectionStore } from './connectionStore';
import { EngineCall } from './engineCall';
import { operatorLog } from './engineLog';
import { OwnOAuthClients } from './oauthClients';
import { oauthServer } from './oauthServer';
import { peopleDirectory } from './peopleDirectory';
import { roleDirectory } from './roleDirectory';
import { settingsReader } from './settings';
import { sessionListClient } from './sessionListClient';
import { singleUseStore } from './singleUseStore';
import { secureRandom, systemClock } from './system';
import { tokenKey } from './tokenKey';
import { usersClient } from './usersClient';
import { Versions, versions } from './versions';
import { workspaceClient } from './workspaceClient';

const tools = { clock: systemClock, random: secureRandom };

export type AllLogoutPorts = LogoutPorts &
  ListPorts & {
    readonly codeAttempts: CodeAttempts;
    readonly connections: ConnectionStore;
    readonly settings: SettingsReader;
    readonly directory: PeopleDirectory;
  };
export type AllChatPorts = ChatPorts &
  ConnectPorts & { readonly versions: Versions; readonly codeAttempts: CodeAttempts };

/** Everything a logout needs, from what the engine hands to one call. */
export function logoutPorts(call: EngineCall, oauthClients = new OwnOAuthClients(call)): AllLogoutPorts {
  const { app, logger, read, http, persistence, startedAt } = call;
  const stored = read.getPersistenceReader();
  const key = async (): Promise<Buffer | undefined> => {
    const secret = await oauthClients.secret();
    return secret === undefined ? undefined : tokenKey(secret, app.getID());
  };
  const attempts = codeAttempts(persistence, stored, tools);
  return {
    ...tools,
    codeAttempts: attempts,
    lockouts: { of: readOnce((callerId) => attempts.of(callerId)) },
    settings: settingsReader(read.getEnvironmentReader()),
    roles: roleDirectory(read.getRoleReader(), app.getID()),
    sessions: workspaceClient(http, systemClock),
    sessionList: sessionListClient(http, systemClock),
    directory: peopleDirectory(read, http, systemClock),
    audit: auditStore(persistence, stored),
    log: operatorLog(logger),
    alarms: { ended: async () => undefined, lockedOut: async () => undefined },
    connections: connectionStore(persistence, stored, { key, ...tools }),
    budget: budgetFrom(startedAt, systemClock),
  };
}

/** Reads once for each ID, for all who ask during one call into the app. */
function readOnce<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const reading = new Map<string, Promise<T>>();
  return (id) => {
    const begun = reading.get(id) ?? read(id);
    reading.set(id, begun);
    return begun;
  };
}

/** Everything that ending the sessions of one person needs. */
export function batchPorts(call: EngineCall): AllLogoutPorts & LogoutEverythingPorts {
  return { ...logoutPorts(call), users: usersClient(call.http, systemClock) };
}

/** Everything chat needs besides what a logout needs anyway. */
export function chatPorts(call: EngineCall): AllChatPorts {
  const { read, http, persistence } = call;
  const stored = read.getPersistenceReader();
  const oauthClients = new OwnOAuthClients(call);
  const logout = logoutPorts(call, oauthClients);
  return {
    ...logout,
    ...tools,
    oauthClients,
    oauthServer: oauthServer(http, systemClock),
    codes: workspaceClient(http, systemClock),
    users: usersClient(http, systemClock),
    people: people(read),
    versions: versions(http, logout.settings),
    pendingLogouts: singleUseStore<PendingLogout>('logout', persistence, stored, tools),
    states: singleUseStore<ConnectRequest>('state', persistence, stored, tools),
  };
}
