import { IHttp, ILogger, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { LogoutPorts } from '../core/logoutSessions';
import { auditStore } from './auditStore';
import { operatorLog } from './engineLog';
import { roleDirectory } from './roleDirectory';
import { settingsReader } from './settings';
import { secureRandom, systemClock } from './system';
import { workspaceClient } from './workspaceClient';

/** Everything a logout needs, from what the engine hands to one call. */
export function logoutPorts(
  app: IApp,
  logger: ILogger,
  read: IRead,
  http: IHttp,
  persistence: IPersistence,
): LogoutPorts {
  return {
    settings: settingsReader(read.getEnvironmentReader()),
    roles: roleDirectory(read.getRoleReader(), app.getID()),
    sessions: workspaceClient(http, systemClock),
    audit: auditStore(persistence, read.getPersistenceReader()),
    log: operatorLog(logger),
    clock: systemClock,
    random: secureRandom,
  };
}
