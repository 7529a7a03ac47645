import { BatchRequest } from '../../core/many/logoutMany';
import { readReply, WorkspaceReply } from '../../core/logout/readReply';
import { LogoutCall } from '../../core/logout/sessionsApi';
import { Person } from '../../core/find/findPerson';
import { LogoutEverythingPorts } from '../../core/many/logoutEverything';
import { readUsersLogout } from '../../core/many/readUsersLogout';
import { UsersLogoutCall } from '../../core/many/usersApi';
import { directoryOf } from './directory';
import { ListWorkspace, logins } from './list';
import { tokensOf } from './tokens';
import { json, replies, request, Settings, settings, world } from './ports';

/** What a workspace answers to one logout of a batch; probes are answered apart. */
export type AnswerOne = (call: LogoutCall, index: number) => WorkspaceReply | Error | Promise<WorkspaceReply | Error>;

export interface BatchWorldOptions {
  readonly probe?: WorkspaceReply | Error;
  readonly settings?: Settings | Error;
}

export const sessionIds = (count: number): string[] => Array.from({ length: count }, (_, index) => `session-${index}`);

/** A request to end so many sessions. */
export const batchOf = (count: number, change: Partial<BatchRequest> = {}): BatchRequest => ({
  ...request,
  body: { sessionIds: sessionIds(count), reason: 'stolen laptop' },
  ...change,
});

/** One world for a batch: a workspace that ends whatever it is asked to, unless `answer` says otherwise. */
export function batchWorld(
  answer: AnswerOne = ({ sessionId }) => replies.done(sessionId),
  { probe = replies.challenge, settings: given = settings }: BatchWorldOptions = {},
) {
  const base = world([], given);
  const calls: LogoutCall[] = [];
  let logouts = 0;
  let underWay = 0;
  let mostAtOnce = 0;
  const ports: typeof base.ports = {
    ...base.ports,
    sessions: {
      async logout(call) {
        calls.push(call);
        const isProbe = call.sessionId.startsWith('probe-');
        mostAtOnce = Math.max(mostAtOnce, ++underWay);
        try {
          const reply = await (isProbe ? probe : answer(call, logouts++));
          if (reply instanceof Error) {
            throw reply;
          }
          return readReply(reply);
        } finally {
          underWay--;
        }
      },
    },
  };
  return {
    ...base,
    ports,
    sent: calls,
    endings: () => calls.filter(({ sessionId }) => !sessionId.startsWith('probe-')),
    /** The most calls that were under way at one time. */
    mostAtOnce: () => mostAtOnce,
  };
}

/** Lets so many turns of the event loop pass. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export const ALICE: Person = { id: 'alice-id', username: 'alice', isEnabled: true };

/** One world for all of a person's sessions: a batch's, with a list, people, and `users.logout`. */
export function personWorld({
  answer,
  verify = replies.notFound,
  ...options
}: BatchWorldOptions & { answer?: AnswerOne; verify?: WorkspaceReply | Error } = {}) {
  const list = new ListWorkspace([...logins(3, ALICE.id), ...logins(2, 'bob-id', 'b')]);
  const people = new Map([[ALICE.id, ALICE]]);
  const steps: string[] = [];
  const server = batchWorld((call, index) => {
    const isVerification = call.sessionId.startsWith('verify-');
    steps.push(isVerification ? 'verify' : 'logout');
    return isVerification ? verify : (answer ?? (({ sessionId }) => replies.done(sessionId)))(call, index);
  }, options);
  const everywhere: UsersLogoutCall[] = [];
  const demanding = tokensOf();
  const workspace = { usersLogout: json(200, { message: 'done', success: true }) as WorkspaceReply | Error };
  const ports: LogoutEverythingPorts = {
    ...server.ports,
    directory: directoryOf(people),
    sessionList: {
      list: (call) => {
        steps.push('list');
        return list.list(call);
      },
    },
    tokens: {
      async removeUnknown(call) {
        steps.push(call.secondFactor.code === undefined ? 'probe token' : 'verify by token');
        return demanding.removeUnknown(call);
      },
    },
    users: {
      async logoutEverywhere(call) {
        steps.push('users.logout');
        everywhere.push(call);
        if (workspace.usersLogout instanceof Error) {
          throw workspace.usersLogout;
        }
        return readUsersLogout(workspace.usersLogout);
      },
    },
  };
  return {
    ...server,
    ports,
    list,
    people,
    /** What was asked of the workspace after the probe, in order. */
    steps,
    /** The calls that a code was verified by in every edition. */
    tokens: demanding.sent,
    /** The calls of `users.logout`. */
    everywhere,
    workspace,
    endings: () => server.endings().filter(({ sessionId }) => !sessionId.startsWith('verify-')),
  };
}
