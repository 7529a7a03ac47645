import { BatchRequest } from '../../core/many/logoutMany';
import { readReply, WorkspaceReply } from '../../core/logout/readReply';
import { LogoutCall } from '../../core/logout/sessionsApi';
import { replies, request, Settings, settings, world } from './ports';

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
