import { toAppError } from '../core/errors';
import { parseWorkspaceUrl } from '../core/settings';
import { EngineCall } from './chatPorts';
import { removeConnections } from './connectionStore';
import { operatorLog } from './engineLog';
import { OwnOAuthClients } from './oauthClients';

/**
 * Makes the app's OAuth client at install and update. Where that fails, connecting tries again and tells.
 *
 * Nothing here may ask for the app's own settings: engines install an app before it has any (server/AppManager.ts,
 * `add`).
 */
export async function prepareConnecting({ app, logger, read, modify, persistence }: EngineCall): Promise<void> {
  try {
    const serverSettings = read.getEnvironmentReader().getServerSettings();
    const siteUrl = parseWorkspaceUrl(await serverSettings.getValueById('Site_Url'));
    if (siteUrl) {
      await new OwnOAuthClients(app.getID(), read, modify, persistence).current(siteUrl);
    }
  } catch (error) {
    const result = toAppError(error, 'error-internal').code;
    operatorLog(logger).note({ event: 'prepare', correlationId: '-', result });
  }
}

/** Removes at uninstall what lets the app act for people: their connections, and the OAuth client. */
export async function forgetPeople({ app, read, modify, persistence }: EngineCall): Promise<void> {
  try {
    await removeConnections(persistence, read.getPersistenceReader());
  } finally {
    // Without the client no token of it is good any more, wherever it is.
    await new OwnOAuthClients(app.getID(), read, modify, persistence).remove();
  }
}
