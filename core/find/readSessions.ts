import { ConfirmedSecondFactor } from '../logout/confirmSecondFactor';
import { AppError } from '../shared/errors';
import { Credential, WorkspaceAddress } from '../shared/ports';
import { afterMail } from '../shared/secondFactor';
import { FoundSessions } from './foundSessions';
import { PageCall, PagesPorts, readPages } from './readPages';
import { ListAnswer, SessionListApi } from './sessionListApi';
import { SessionRow } from '../logout/sessionRow';

export type ReadPorts = PagesPorts & { readonly sessionList: SessionListApi };

/** Whose sessions are asked for: one person's, those that the workspace finds for a text, or everybody's. */
export interface ListQuery {
  /** Only rows of exactly this ID count. */
  readonly userId?: string;
  /** The workspace's own search text; of no effect beside `userId`. */
  readonly filter?: string;
}

export interface ReadRequest {
  /** The second factor that all calls carry, with the User-Agent for which the workspace was probed. */
  readonly confirmed: ConfirmedSecondFactor;
  readonly credential: Credential;
  readonly address: WorkspaceAddress;
  readonly query: ListQuery;
}

/**
 * Reads the workspace's list of sessions with a second factor that is in hand.
 *
 * One person's sessions are asked for by ID. The workspace also finds others for that text, whose name or session ID
 * contains it (apps/meteor/ee/server/api/sessions.ts), so only rows of exactly that ID are kept.
 *
 * A mailed code is good for one call of an access token, and every further one would mail another: then only the first
 * page is read.
 *
 * @returns newest login first, every session once; `complete: false` with what was read so far where a later page failed
 * @throws SecondFactorError when the workspace refuses the code
 * @throws AppError what the first page was refused with, or could not be read for
 */
export async function readSessions(request: ReadRequest, ports: ReadPorts): Promise<FoundSessions> {
  const { confirmed, credential, address, query } = request;
  const { userAgent, secondFactor, askedFor } = confirmed;
  const { workspaceUrl, timeoutMs } = address;
  const { userId } = query;
  if (userId === '') {
    throw new AppError('error-internal');
  }
  const call = { workspaceUrl, credential, userAgent, secondFactor, filter: userId ?? query.filter };
  const oneCall = credential.kind === 'access-token' && askedFor === 'email';
  const ask = async (page: PageCall): Promise<ListAnswer> => {
    const answer = await ports.sessionList.list({ ...call, ...page });
    return answer.kind === 'page' ? answer : { ...answer, challenge: afterMail(answer.challenge, confirmed) };
  };
  const { rows, complete, stoppedBy } = await readPages(ask, { timeoutMs, oneCall }, ports);
  const wanted = rows.filter((row) => userId === undefined || row.userId === userId);
  return { rows: newestOfEach(wanted), complete, stoppedBy, looked: rows.length };
}

/** Newest login first; of rows with one session ID the newest. Sessions of the same moment are in the order of their IDs. */
function newestOfEach(rows: readonly SessionRow[]): SessionRow[] {
  const sorted = Array.from(rows).sort(
    (one, other) => other.loginAt - one.loginAt || (one.sessionId < other.sessionId ? -1 : 1),
  );
  const seen = new Set<string>();
  return sorted.filter(({ sessionId }) => !seen.has(sessionId) && seen.add(sessionId));
}
