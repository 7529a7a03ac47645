import { createHash } from 'crypto';
import { recordAttempt, RecordPorts } from '../audit/recordAttempt';
import { AuthorizationPorts } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { AppError, WrongAccountError } from '../shared/errors';
import { Random } from '../shared/ports';
import { SingleUseMeta, SingleUseStore } from '../shared/singleUse';
import { CredentialPorts } from './currentCredential';

/** Who asked to connect, where, and what they were about to do. Kept under the hash of the state they were given. */
export interface ConnectRequest {
  readonly username: string;
  readonly roles: readonly string[];
  readonly correlationId: string;
  readonly roomId: string;
  readonly threadId?: string;
  /** The pending logout to go on with afterwards. */
  readonly pendingId?: string;
  /** The person's disconnects up to then: any other one ends this link. */
  readonly disconnects: readonly string[];
}

export type StoredConnectRequest = ConnectRequest & SingleUseMeta;

export type ConnectPorts = CredentialPorts &
  RecordPorts &
  AuthorizationPorts & {
    readonly states: SingleUseStore<ConnectRequest>;
    readonly people: {
      /** A person as they are now; undefined when there is no such account. */
      find(userId: string): Promise<Caller | undefined>;
    };
    readonly connections: CredentialPorts['connections'];
    readonly settings: CredentialPorts['settings'];
    readonly clock: CredentialPorts['clock'];
    readonly random: Random & { state(): string };
  };

/** Only the hash of a state is stored: someone who can read the store cannot use it. */
export function hashOfState(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

/** Records how a link to connect ended. */
export function recordConnect(
  request: StoredConnectRequest,
  error: AppError | undefined,
  ports: ConnectPorts,
): Promise<void> {
  const caller = { id: request.ownerId, username: request.username, roles: request.roles };
  const other = error instanceof WrongAccountError ? error.consentedBy : undefined;
  const { correlationId } = request;
  return recordAttempt(
    caller,
    {
      action: 'connect',
      via: 'browser',
      correlationId,
      otherAccountId: other?.id,
      otherAccountUsername: other?.username,
    },
    error?.code ?? 'done',
    ports,
  );
}
