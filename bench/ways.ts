import { randomUUID } from 'crypto';
import { ROOM } from './connect';
import { type Answer, post } from './http';
import type { BenchWorkspace, Login } from './workspace';

/** Who logs out, and with what: fresh for every slice of the measurement, since codes expire. */
export interface Authority {
  login: Login;
  secondFactor: { method: string; code: string };
}

/** One way to end a session. */
export interface Way {
  title: string;
  /** @returns what ends one session; it throws when any answer is not the right one */
  with(workspace: BenchWorkspace, authority: Authority): (sessionId: string) => Promise<void>;
}

/** One call to the app's endpoint, which makes two to the workspace: the probe and the logout. */
export const byEndpoint: Way = {
  title: "app's endpoint",
  with:
    ({ appUrl }, { login, secondFactor }) =>
    async (sessionId) => {
      const headers = { ...login, ...codeHeaders(secondFactor) };
      expectDone(await post(`${appUrl}/sessions/logout`, headers, { sessionId }), sessionId);
    },
};

/** The command in one line, by somebody who is connected. Its result is a message: the answer says nothing about it. */
export const byCommand: Way = {
  title: "app's command",
  with:
    ({ url }, { login, secondFactor: { method, code } }) =>
    async (sessionId) => {
      const params = `${sessionId} --code ${code} --method ${method}`;
      const answer = await post(`${url}/api/v1/commands.run`, login, {
        command: 'logout-session',
        params,
        roomId: ROOM,
      });
      if (answer.status !== 200 || answer.body.success !== true) {
        throw unexpected('the command', answer);
      }
    },
};

/**
 * The floor: the same two calls, made by the client itself. Every pair has its own User-Agent, as the app's have;
 * otherwise the workspace would remember the first confirmation and stop asking for a code.
 */
export const directly: Way = {
  title: 'directly (the floor)',
  with:
    ({ url }, { login, secondFactor }) =>
    async (sessionId) => {
      const logout = `${url}/api/v1/sessions/logout`;
      const headers = { ...login, 'User-Agent': `bench ${randomUUID()}` };
      const probeHeaders = { ...headers, 'x-2fa-method': secondFactor.method };
      const challenge = await post(logout, probeHeaders, { sessionId: randomUUID() });
      if (challenge.status !== 400 || challenge.body.errorType !== 'totp-required') {
        throw unexpected('the probe', challenge);
      }
      expectDone(await post(logout, { ...headers, ...codeHeaders(secondFactor) }, { sessionId }), sessionId);
    },
};

function codeHeaders({ method, code }: Authority['secondFactor']): Record<string, string> {
  return { 'x-2fa-method': method, 'x-2fa-code': code };
}

function expectDone(answer: Answer, sessionId: string): void {
  if (answer.status !== 200 || answer.body.success !== true || answer.body.sessionId !== sessionId) {
    throw unexpected('the logout', answer);
  }
}

function unexpected(call: string, { status, text }: Answer): Error {
  return new Error(`Unexpected answer to ${call}: ${status} ${text}`);
}
