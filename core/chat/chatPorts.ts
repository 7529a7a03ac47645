import { CredentialPorts } from '../connection/currentCredential';
import { ListPorts } from '../find/listSessions';
import { LogoutEverythingPorts } from '../many/logoutEverything';
import { LiftPorts } from '../oversight/liftLockout';
import { ReadingPorts } from '../oversight/guardedReading';
import { Credential, WorkspaceAddress } from '../shared/ports';
import { PendingPorts } from './pendingLogout';

export interface MailedCodes {
  /**
   * Has the workspace mail a fresh code to a user.
   *
   * @throws AppError when it would not, or could not be asked
   */
  sendAgain(credential: Credential, username: string, address: WorkspaceAddress): Promise<void>;
}

/** Everything a logout in chat needs, and what goes the same way. */
export type ChatPorts = LogoutEverythingPorts &
  LiftPorts &
  ReadingPorts &
  ListPorts &
  CredentialPorts &
  PendingPorts & {
    readonly codes: MailedCodes;
    readonly connections: CredentialPorts['connections'];
    readonly settings: CredentialPorts['settings'];
    readonly clock: CredentialPorts['clock'];
  };
