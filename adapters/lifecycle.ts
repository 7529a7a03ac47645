import { AppError } from '../core/errors';
import { chatPorts, EngineCall, encryptionKeyOf } from './chatPorts';
import { removeConnections } from './connectionStore';
import { OwnOAuthClients } from './oauthClients';

/**
 * Makes at install and update what connecting needs: the app's key, and its OAuth client at the workspace. Where that
 * fails, connecting tries again and tells.
 */
export async function prepareConnecting(call: EngineCall): Promise<void> {
  const { settings, oauthClients, log, random } = chatPorts(call);
  try {
    await encryptionKeyOf(call.app).findOrMake();
    await oauthClients.current((await settings.read()).siteUrl);
  } catch (error) {
    const result = error instanceof AppError ? error.code : 'error-internal';
    log.note({ event: 'prepare', correlationId: random.id(), result });
  }
}

/** Removes at uninstall what lets the app act for people: their connections, and the OAuth client. */
export async function forgetPeople({ app, read, modify, persistence }: EngineCall): Promise<void> {
  await removeConnections(persistence, read.getPersistenceReader());
  await new OwnOAuthClients(app.getID(), read, modify, persistence).remove();
}
