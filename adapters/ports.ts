import { CodeAttempts } from '../core/brake/codeAttempts';
import { ChatPorts } from '../core/chat/chatPorts';
import { PendingLogout } from '../core/chat/pendingLogout';
import { RetentionPorts } from '../core/audit/retention';
import { ConnectionStore } from '../core/connection/connection';
import { ConnectPorts, ConnectRequest } from '../core/connection/connectRequest';
import { PeopleDirectory } from '../core/find/findPerson';
import { ListPorts } from '../core/find/listSessions';
import { LogoutPorts } from '../core/logout/logoutSession';
import { VerifyPorts } from '../core/logout/verifyCaller';
import { SetupPorts } from '../core/oversight/checkSetup';
import { LogoutEverythingPorts } from '../core/many/logoutEverything';
import { ReadingPorts } from '../core/oversight/guardedReading';
import { ReadingGrant } from '../core/oversight/readingGrant';
import { budgetFrom } from '../core/shared/budget';
import { SettingsReader } from '../core/shared/settings';
import { promptAlarms } from './alarms';
import { auditStore, oldEntries } from './auditStore';
import { people } from './caller';
import { codeAttempts } from './codeAttempts';
import { connectionStore } from './connectionStore';
import { EngineCall } from './engineCall';
import { operatorLog } from './engineLog';
import { outbox } from './outbox';
import { licenceClient } from './licenceClient';
import { OwnOAuthClients } from './oauthClients';
import { installation } from './installation';
import { oauthServer } from './oauthServer';
import { peopleDirectory } from './peopleDirectory';
import { retentionStore } from './retentionStore';
import { roleDirectory } from './roleDirectory';
import { findSecurityRoom } from './securityRoom';
import { settingsReader } from './settings';
import { sessionInfoClient } from './sessionInfoClient';
import { sessionListClient } from './sessionListClient';
import { singleUseStore } from './singleUseStore';
import { secureRandom, systemClock } from './system';
import { tokenKey } from './tokenKey';
import { siteClient } from './siteClient';
import { tokensClient } from './tokensClient';
import { usersClient } from './usersClient';
import { Versions, versions } from './versions';
import { workspaceClient } from './workspaceClient';

const tools = { clock: systemClock, random: secureRandom };

export type AllLogoutPorts = LogoutPorts &
  ListPorts &
  VerifyPorts & {
    readonly codeAttempts: CodeAttempts;
    readonly connections: ConnectionStore;
    readonly settings: SettingsReader;
    readonly directory: PeopleDirectory;
  };
export type AllChatPorts = ChatPorts & ConnectPorts & SetupPorts & { readonly versions: Versions };

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
  const attempts = codeAttempts(persistence, stored, tools);
  return {
    ...tools,
    codeAttempts: attempts,
    lockouts: { of: readOnce((callerId) => attempts.of(callerId)) },
    settings,
    roles: roleDirectory(read.getRoleReader(), app.getID()),
    sessions: workspaceClient(http, systemClock),
    sessionInfo: sessionInfoClient(http, systemClock),
    sessionList: sessionListClient(http, systemClock),
    tokens: tokensClient(http, systemClock),
    licence: licenceClient(http, systemClock),
    directory: peopleDirectory(read, http, systemClock),
    audit: auditStore(persistence, stored),
    log,
    alarms: promptAlarms({ ...tools, settings, log, outbox: outbox(persistence, stored, modify, tools) }),
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

/** Everything that looking at the set-up needs. */
export function setupPorts(call: EngineCall, oauthClients = new OwnOAuthClients(call)): AllLogoutPorts & SetupPorts {
  const { app, read, http, persistence } = call;
  return {
    ...logoutPorts(call, oauthClients),
    installation: installation(persistence, read.getPersistenceReader(), secureRandom),
    retention: retentionStore(persistence, read.getPersistenceReader()),
    site: siteClient(http, systemClock, app.getID()),
    ownClient: oauthClients,
    room: { state: async (named) => (await findSecurityRoom(read, named)).state },
  };
}

/** Everything that reading the record needs. */
export function readingPorts(call: EngineCall): AllLogoutPorts & ReadingPorts {
  const { read, persistence } = call;
  const stored = read.getPersistenceReader();
  return {
    ...logoutPorts(call),
    ...tools,
    retention: retentionStore(persistence, stored),
    grants: singleUseStore<ReadingGrant>('reading', persistence, stored, tools),
  };
}

/** Everything that clearing away old days of the record needs. */
export function retentionPorts({ read, persistence, startedAt }: EngineCall): RetentionPorts {
  const stored = read.getPersistenceReader();
  return {
    settings: settingsReader(read.getEnvironmentReader()),
    retention: retentionStore(persistence, stored),
    oldEntries: oldEntries(persistence, stored),
    clock: systemClock,
    budget: budgetFrom(startedAt, systemClock),
  };
}

/** Everything chat needs besides what a logout needs anyway. */
export function chatPorts(call: EngineCall): AllChatPorts {
  const { read, http, persistence } = call;
  const stored = read.getPersistenceReader();
  const oauthClients = new OwnOAuthClients(call);
  const logout = setupPorts(call, oauthClients);
  return {
    ...logout,
    ...tools,
    oauthClients,
    oauthServer: oauthServer(http, systemClock),
    codes: workspaceClient(http, systemClock),
    users: usersClient(http, systemClock),
    people: people(read),
    versions: versions(http, logout.settings),
    grants: singleUseStore<ReadingGrant>('reading', persistence, stored, tools),
    pendingLogouts: singleUseStore<PendingLogout>('logout', persistence, stored, tools),
    states: singleUseStore<ConnectRequest>('state', persistence, stored, tools),
  };
}
