import manifest from '../../../app.json';
import { type Answer, credentialHeaders } from '../../../workspace/client/http';
import type { ReceivedRequest } from '../../../workspace/model';
import { expectErrorContract, expectRecorded, isLookUp, requestsOfApp } from './expectations';
import type { CallerHeaders, Workspace } from './workspace';

/** A list as the app answers it. */
export interface Listed {
  readonly sessions: ReadonlyArray<{ readonly sessionId: string; readonly userId: string; readonly loginAt: string }>;
  readonly count: number;
  readonly offset: number;
  readonly total: number;
  readonly complete: boolean;
  readonly success: true;
}

/** Asks the app for sessions. */
export function list(workspace: Workspace, { as, code, method }: CallerHeaders, query = ''): Promise<Answer> {
  const headers = {
    ...credentialHeaders(as),
    ...(code && { 'x-2fa-code': code }),
    ...(method && { 'x-2fa-method': method }),
  };
  return workspace.call(`/api/apps/public/${manifest.id}/sessions/list.all${query}`, { headers });
}

/** What the app asked of the workspace, but for look-ups that neither end nor show a session. */
export async function receivedFromApp(workspace: Workspace): Promise<ReceivedRequest[]> {
  return (await requestsOfApp(workspace)).filter((request) => !isLookUp(request));
}

/** The app refused, said so, sent just so many calls, and recorded it. None of the calls can have ended anything. */
export async function expectListRefused(
  workspace: Workspace,
  answer: Answer,
  { status, errorType, calls }: { readonly status: number; readonly errorType: string; readonly calls: number },
): Promise<void> {
  expectErrorContract(answer, status, errorType);
  expect(answer.text).not.toContain(workspace.alice.sessionId);
  const received = await receivedFromApp(workspace);
  expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual(
    Array(calls).fill('GET /api/v1/sessions/list.all'),
  );
  expect(await expectRecorded(workspace, answer, errorType)).toMatchObject({ action: 'list' });
}
