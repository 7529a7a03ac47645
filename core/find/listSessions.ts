import { AuditEntry, auditEntry, AuditOutcome, Via, withSubject } from '../audit/auditEntry';
import { recordEntry, RecordPorts } from '../audit/recordAttempt';
import { AuthorizationPorts, AuthorizedCaller, authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { confirmSecondFactor, TypedInChat } from '../logout/confirmSecondFactor';
import { Probe } from '../logout/probeSecondFactor';
import { validCode } from '../logout/validateLogout';
import { AppError, toAppError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { knownMethod } from '../shared/secondFactor';
import { FoundSessions } from './foundSessions';
import { probeList, ProbeListPorts } from './probeList';
import { ListQuery, ReadPorts, readSessions } from './readSessions';
import { SessionRow } from './sessionRow';

/** What somebody looks for, once it is read and found well-formed. */
export interface Wanted {
  readonly query: ListQuery;
  /** Which of the workspace's rows are meant; default: all. */
  readonly matches?: (row: SessionRow) => boolean;
  /** Whose sessions, for the record. */
  readonly target?: { readonly id: string; readonly username: string };
}

/** One look at sessions as an edge read it: nothing in it has been checked but who the caller is. */
export interface ListRequest {
  readonly caller: Caller;
  readonly credential: Credential;
  /**
   * Reads what is looked for. Called once the caller is known to be allowed, since an answer can tell whether a person
   * exists.
   */
  readonly wanted: (caller: AuthorizedCaller) => Promise<Wanted>;
  /** The code as a program sends it, for the workspace to check as it is. */
  readonly code?: string;
  readonly method?: string;
  /** Present in chat alone. */
  readonly typed?: TypedInChat;
  readonly via: Via;
  readonly correlationId: string;
}

export type ListPorts = AuthorizationPorts & ProbeListPorts & ReadPorts & RecordPorts;

/**
 * Finds sessions for an authenticated caller, or refuses: authorize, validate, probe, confirm, read, record.
 *
 * Guarantees that no list is asked for before every check is passed, and that every way it can end is recorded: what
 * cannot be recorded is not shown.
 *
 * @throws AppError whatever went wrong
 */
export async function listSessions(request: ListRequest, ports: ListPorts): Promise<FoundSessions> {
  const { credential, correlationId, typed, via } = request;
  let entry = auditEntry(request.caller, { action: 'list', via, correlationId }, ports);
  let probe: Probe | undefined;
  const outcome = (result: AuditOutcome['result'], workspaceStatus?: number): AuditOutcome => ({
    result,
    workspaceStatus,
    secondFactor: probe && (probe.challenge ? probe.challenge.method : 'none'),
    durationMs: ports.clock.now() - entry.at,
  });

  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const given = { code: validCode(request.code), method: knownMethod(request.method) };
    const { query, matches = everyRow, target } = await request.wanted(caller);
    entry = withSubject(entry, { targetId: target?.id, targetUsername: target?.username });

    probe = await probeList(caller, credential, given.method, settings, ports);
    const confirmed = confirmSecondFactor(caller, given, probe, typed, settings);
    const found = await readSessions({ confirmed, credential, address: settings, query }, ports);
    await recordShown(entry, outcome('done', 200), ports);
    return { ...found, rows: found.rows.filter(matches) };
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordEntry(entry, outcome(error.code, error.workspaceStatus), ports);
    throw error;
  }
}

const everyRow = (): boolean => true;

async function recordShown(entry: AuditEntry, shown: AuditOutcome, { audit }: RecordPorts): Promise<void> {
  try {
    await audit.append(entry, shown);
  } catch {
    // The store's message might hold anything; the code says all the caller can act on.
    throw new AppError('error-audit-unavailable');
  }
}
