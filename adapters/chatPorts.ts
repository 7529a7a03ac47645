import { IHttp, ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { ChatPorts } from '../core/chatLogout';
import { PendingLogout } from '../core/pending';
import { ConnectPorts, ConnectRequest } from '../core/connect';
import { connectionStore } from './connectionStore';
import { EncryptionKey } from './encryptionKey';
import { logoutPorts } from './logoutPorts';
import { OwnOAuthClients } from './oauthClients';
import { oauthServer } from './oauthServer';
import { onceStore } from './onceStore';
import { secureRandom, systemClock } from './system';
import { mailedCodes } from './workspaceClient';

/** What the engine hands to one call into the app. */
export interface EngineCall {
  readonly app: IApp;
  readonly logger: ILogger;
  readonly read: IRead;
  readonly modify: IModify;
  readonly http: IHttp;
  readonly persistence: IPersistence;
}

export type AllChatPorts = ChatPorts & ConnectPorts;

/** Everything chat needs beside what a logout needs anyway. */
export function chatPorts({ app, logger, read, modify, http, persistence }: EngineCall): AllChatPorts {
  const stored = read.getPersistenceReader();
  const tools = { clock: systemClock, random: secureRandom };
  return {
    ...logoutPorts(app, logger, read, http, persistence),
    ...tools,
    connections: connectionStore(persistence, stored, encryptionKeyOf(app), systemClock),
    oauthClients: new OwnOAuthClients(app.getID(), read, modify, persistence),
    oauthServer: oauthServer(http, systemClock),
    codes: mailedCodes(http, systemClock),
    pendings: onceStore<PendingLogout>('logout', persistence, stored, tools),
    states: onceStore<ConnectRequest>('state', persistence, stored, tools),
  };
}

function encryptionKeyOf(app: IApp): EncryptionKey {
  const { environmentReader, environmentWriter } = app.getAccessors();
  return new EncryptionKey(environmentReader, environmentWriter);
}
