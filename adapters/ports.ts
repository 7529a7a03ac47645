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
import { promptAlarms } from './alarms';
import { auditStore } from './auditStore';
import { people } from './caller';
import { connectionStore } from './connectionStore';
import { EngineCall } from './engineCall';
import { operatorLog } from './engineLog';
import { outbox } from './outbox';
import { OwnOAuthClients } from './oauthClients';
import { oauthServer } from './oauthServer';
import { peopleDirectory } from './peopleDirectory';
import { roleDirectory } from './roleDirectory';
import { settingsReader } from './settings';
import { sessionInfoClient } from './sessionInfoClient';
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
    readonly connections: ConnectionStore;
    readonly settings: SettingsReader;
    readonly directory: PeopleDirectory;
  };
export type AllChatPorts = ChatPorts & ConnectPorts & { readonly versions: Versions };

/** Everything a logout needs, from what the engine hands to one call. */
export function logoutPorts(call: EngineCall, oauthClients = new OwnOAuthClients(call)): AllLogoutPorts {
  const { app, logger, read, modify, http, persistence, startedAt } = call;
  const settings = settingsReader(read.getEnvironmentReader());
  const log = operatorLog(logger);
  const stored = read.getPersistenceReader();
  const key = async (): Promise<Buffer | undefined> => {
    const secret = await oauthClients.secret();
    return secret === undefined ? undefined : tokenKey(secret, app.getID());
  };
  return {
    ...tools,
    settings,
    roles: roleDirectory(read.getRoleReader(), app.getID()),
    sessions: workspaceClient(http, systemClock),
    sessionInfo: sessionInfoClient(http, systemClock),
    sessionList: sessionListClient(http, systemClock),
    directory: peopleDirectory(read, http, systemClock),
    audit: auditStore(persistence, stored),
    log,
    alarms: promptAlarms({ ...tools, settings, log, outbox: outbox(persistence, stored, modify, tools) }),
    connections: connectionStore(persistence, stored, { key, ...tools }),
    budget: budgetFrom(startedAt, systemClock),
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
