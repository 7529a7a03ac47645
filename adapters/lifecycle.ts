import { toAppError } from '../core/shared/errors';
import { parseWorkspaceUrl } from '../core/shared/settings';
import { removeConnections } from './connectionStore';
import { EngineCall } from './engineCall';
import { operatorLog } from './engineLog';
import { OwnOAuthClients } from './oauthClients';

/**
 * Makes the app's OAuth client at install. Where that fails, connecting tries again and tells.
 *
 * An update needs nothing like it: whoever connects sets the client right, and Rocket.Chat 6.5 never tells an app that
 * it was updated. Nothing here may ask for the app's own settings: engines install an app before it has any
 * (server/AppManager.ts, `add`).
 */
export async function prepareConnecting(call: EngineCall): Promise<void> {
  try {
    const serverSettings = call.read.getEnvironmentReader().getServerSettings();
    const siteUrl = parseWorkspaceUrl(await serverSettings.getValueById('Site_Url'));
    if (siteUrl) {
      await new OwnOAuthClients(call).current(siteUrl);
    }
  } catch (error) {
    const result = toAppError(error, 'error-internal').code;
    operatorLog(call.logger).note({ event: 'prepare', correlationId: '-', result });
  }
}

/** Removes at uninstall what lets the app act for people: their connections, and the OAuth client. */
export async function forgetPeople(call: EngineCall): Promise<void> {
  try {
    await removeConnections(call.persistence, call.read.getPersistenceReader());
  } finally {
    // Without the client none of its tokens is any good, wherever it is.
    await new OwnOAuthClients(call).remove();
  }
}
