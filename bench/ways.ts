import { randomUUID } from 'crypto';
import type { Answer, Call, Login } from '../workspace/client/http';
import type { BenchWorkspace, Hosted } from './benchWorkspace';

/** Who ends sessions, and with which code: fresh for every slice of the measurement, since codes expire. */
export interface Authority {
  readonly as: Login;
  readonly method: string;
  readonly code: string;
}

/** One way to end a session, or something to compare it with. */
export interface Way {
  readonly title: string;
  readonly hosted: Hosted;
  readonly endsSessions: boolean;
  /** Settings of the app that it needs. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Does it once. @throws Error when any answer is not the right one */
  run(workspace: BenchWorkspace, authority: Authority, sessionId: string): Promise<void>;
}

const LOGOUT = '/api/v1/sessions/logout';
const INFO = '/api/v1/sessions/info.admin?sessionId=';

/**
 * Three calls that a client makes itself: the probe, the question whose session it is, and the logout. All three have a
 * User-Agent of their own, as the app's have; otherwise the workspace would remember the first confirmation and stop
 * asking for a code.
 */
export const directly: Way = {
  title: 'three direct calls',
  hosted: 'product',
  endsSessions: true,
  async run(workspace, { as, method, code }, sessionId) {
    const headers = { 'User-Agent': `bench ${randomUUID()}`, 'x-2fa-method': method };
    const challenge = await workspace.call(LOGOUT, { as, headers, body: { sessionId: randomUUID() } });
    if (challenge.status !== 400 || fieldsOf(challenge).errorType !== 'totp-required') {
      throw unexpected('the probe', challenge);
    }
    const withCode = { ...headers, 'x-2fa-code': code };
    const info = await workspace.call(`${INFO}${sessionId}`, { as, headers: withCode });
    if (info.status !== 200) {
      throw unexpected('the look-up', info);
    }
    const logout = { as, headers: withCode, body: { sessionId } };
    expectDone(await workspace.call(LOGOUT, logout), sessionId);
  },
};

/** A call to an endpoint that does nothing. */
export const bareCall: Way = {
  title: 'bare engine call',
  hosted: 'fixture',
  endsSessions: false,
  async run(workspace, authority, sessionId) {
    const answer = await workspace.call(workspace.endpoint('nothing'), logoutCall(authority, sessionId));
    if (answer.status !== 200) {
      throw unexpected('the bare engine call', answer);
    }
  },
};

/** A call to an endpoint that forwards it, and checks nothing. */
export const naiveApp: Way = {
  title: 'naive app (one call, no checks)',
  hosted: 'fixture',
  endsSessions: true,
  async run(workspace, authority, sessionId) {
    expectDone(await workspace.call(workspace.endpoint('forward'), logoutCall(authority, sessionId)), sessionId);
  },
};

/** A call to an endpoint that makes the same three calls as the app, checks nothing and stores nothing. */
export const bareApp: Way = {
  title: 'bare app (the same three calls)',
  hosted: 'fixture',
  endsSessions: true,
  async run(workspace, { as, method, code }, sessionId) {
    const steps = [
      [{ method: 'post', path: LOGOUT, body: { sessionId: randomUUID() }, withCode: false }],
      [{ method: 'get', path: `${INFO}${sessionId}`, withCode: true }],
      [{ method: 'post', path: LOGOUT, body: { sessionId }, withCode: true }],
    ];
    const headers = { 'User-Agent': `bench ${randomUUID()}`, 'x-2fa-method': method, 'x-2fa-code': code };
    const answer = await workspace.call(workspace.endpoint('plan'), { as, headers, body: { steps, pool: 1 } });
    if (answer.status !== 200 || fieldsOf(answer).done !== 2) {
      throw unexpected('the bare app', answer);
    }
  },
};

/** A call to the app's endpoint, which makes three to the workspace. Nobody is told of it. */
export const byEndpointQuietly: Way = {
  title: "app's endpoint, nobody told",
  hosted: 'product',
  endsSessions: true,
  settings: { tell_person: false },
  run: (...given) => byEndpoint.run(...given),
};

/** The same, where the person is told. */
export const byEndpoint: Way = {
  title: "app's endpoint",
  hosted: 'product',
  endsSessions: true,
  settings: { tell_person: true },
  async run(workspace, authority, sessionId) {
    const answer = await workspace.call(workspace.endpoint('sessions/logout'), logoutCall(authority, sessionId));
    expectDone(answer, sessionId);
  },
};

/** The command in one line, by somebody who is connected. The result comes as a message: the answer says nothing of it. */
export const byCommand: Way = {
  title: "app's command",
  hosted: 'product',
  endsSessions: true,
  settings: { tell_person: true },
  async run(workspace, { method, code }, sessionId) {
    const answer = await workspace.runCommand(`${sessionId} --code ${code} --method ${method}`);
    if (answer.status !== 200 || fieldsOf(answer).success !== true) {
      throw unexpected('the command', answer);
    }
  },
};

/** What clients send to the app's endpoint, and to those that it is compared with. */
function logoutCall({ as, method, code }: Authority, sessionId: string): Call {
  return { as, headers: { 'x-2fa-method': method, 'x-2fa-code': code }, body: { sessionId } };
}

function expectDone(answer: Answer, sessionId: string): void {
  const { success, sessionId: ended } = fieldsOf(answer);
  if (answer.status !== 200 || success !== true || ended !== sessionId) {
    throw unexpected('the logout', answer);
  }
}

export function fieldsOf({ body }: Answer): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

export function unexpected(call: string, { status, text }: Answer): Error {
  return new Error(`Unexpected answer to ${call}: ${status} ${text}`);
}
