import { recordAttempt, RecordPorts } from '../audit/recordAttempt';
import { AuthorizationPorts, AuthorizedCaller, authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { AppError } from '../shared/errors';
import { SettingsReader } from '../shared/settings';
import { ConnectionStore, endOf } from './connection';

/** What a caller is to the app. */
export interface ConnectionStatus {
  /** They again, if one of their roles is allowed. */
  readonly allowed?: AuthorizedCaller;
  /** Until when they are connected, in milliseconds since the epoch; undefined when they are not. */
  readonly connectedUntil?: number;
}

type StatusPorts = RecordPorts &
  AuthorizationPorts & {
    readonly connections: Pick<ConnectionStore, 'find' | 'remove'>;
    readonly settings: SettingsReader;
  };

/**
 * Looks up what a caller is to the app. Asks the workspace nothing, so that no code is mailed for it.
 *
 * @throws AppError `error-account-deactivated`, recorded; `error-settings-unreadable`
 */
export async function connectionStatus(caller: Caller, ports: StatusPorts): Promise<ConnectionStatus> {
  const [allowed, connection, { connectionLifetimeMs }] = await Promise.all([
    allowedCaller(caller, ports),
    ports.connections.find(caller.id),
    ports.settings.chat(),
  ]);
  const end =
    connection && connection !== 'unreadable'
      ? Math.min(endOf(connection), connection.connectedAt + connectionLifetimeMs)
      : 0;
  return { allowed, connectedUntil: end > ports.clock.now() ? end : undefined };
}

async function allowedCaller(
  caller: Caller,
  ports: RecordPorts & AuthorizationPorts,
): Promise<AuthorizedCaller | undefined> {
  try {
    return await authorizeCaller(caller, ports);
  } catch (error) {
    if (error instanceof AppError && error.code === 'error-unauthorized') {
      return undefined;
    }
    if (error instanceof AppError && error.code === 'error-account-deactivated') {
      const request = { action: 'status', via: 'command', correlationId: ports.random.id() } as const;
      await recordAttempt(caller, request, error.code, ports);
    }
    throw error;
  }
}
