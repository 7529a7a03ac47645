import { AuthorizationPorts, AuthorizedCaller, authorizeCaller } from '../caller/authorizeCaller';
import { AttemptPorts, beginAttempt } from '../logout/attempt';
import { confirmSecondFactor } from '../logout/confirmSecondFactor';
import { LicencePorts, unlessUnlicensed } from '../logout/licence';
import { EndingRequest } from '../logout/logoutSession';
import { validSecondFactor } from '../logout/validateLogout';
import { FoundSessions } from './foundSessions';
import { probeList, ProbeListPorts } from './probeList';
import { ListQuery, ReadPorts, readSessions } from './readSessions';
import { SessionRow } from '../logout/sessionRow';

/** What somebody looks for, once it is read and found well-formed. */
export interface Wanted {
  readonly query: ListQuery;
  /** Which of the workspace's rows are meant; default: all. */
  readonly matches?: (row: SessionRow) => boolean;
  /** Whose sessions, for the record. */
  readonly target?: { readonly id: string; readonly username: string };
}

/** One look at sessions as an edge read it: nothing in it has been checked but who the caller is. */
export interface ListRequest extends Omit<EndingRequest, 'body'> {
  /**
   * Reads what is looked for. Called once the caller is known to be allowed, since an answer can tell whether a person
   * exists.
   */
  readonly wanted: (caller: AuthorizedCaller) => Promise<Wanted>;
}

export type ListPorts = AuthorizationPorts & ProbeListPorts & LicencePorts & ReadPorts & AttemptPorts;

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
  const attempt = beginAttempt(request.caller, { action: 'list', via, correlationId }, ports);
  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const given = validSecondFactor(request.code, request.method);
    const { query, matches = everyRow, target } = await request.wanted(caller);
    attempt.about({ targetId: target?.id, targetUsername: target?.username });

    const brought = { given, typed };
    const turn = attempt.takeTurn(brought); // while the probe runs
    const probing = probeList(caller, credential, given.method, settings, ports);
    const probe = await unlessUnlicensed(probing, brought, { credential, address: settings }, ports);
    attempt.probed(probe);
    const confirmed = confirmSecondFactor(caller, await turn, probe, settings);
    const found = await readSessions({ confirmed, credential, address: settings, query }, ports);
    await attempt.doneAtOnce({ result: 'done', workspaceStatus: 200 });
    return { ...found, rows: found.rows.filter(matches) };
  } catch (thrown) {
    throw await attempt.failed(thrown);
  }
}

const everyRow = (): boolean => true;
