import { randomUUID } from 'crypto';
import pLimit from 'p-limit';
import type { Answer } from '../workspace/client/http';
import type { BenchWorkspace } from './benchWorkspace';
import { type Authority, fieldsOf, unexpected } from './ways';

/** As `LOGOUTS_AT_ONCE` of the app, which reads as many pages at once. */
export const POOL = 4;

/** A request to the workspace. */
export interface PlannedCall {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly body?: object;
  /** Without a code it is a probe: the workspace must ask for one. */
  readonly withCode: boolean;
}

/** Steps that follow each other; the calls of one are made at once, up to `POOL`. */
export type Plan = ReadonlyArray<readonly PlannedCall[]>;

export function callsIn(plan: Plan): number {
  return plan.reduce((sum, step) => sum + step.length, 0);
}

/**
 * Makes all calls of a plan, directly to the workspace.
 *
 * @returns the answers to those with a code
 * @throws Error when any answer is not the right one
 */
export async function makeCalls(workspace: BenchWorkspace, authority: Authority, plan: Plan): Promise<Answer[]> {
  const limit = pLimit(POOL);
  const userAgent = `bench ${randomUUID()}`; // a known one would not be asked for a code
  const answers: Answer[] = [];
  for (const step of plan) {
    const made = step.map((call) => limit(() => makeCall(workspace, authority, userAgent, call)));
    answers.push(...(await Promise.all(made)).filter((_, index) => step[index].withCode));
  }
  return answers;
}

/** Makes one call. @throws Error when the answer is not the right one */
async function makeCall(
  workspace: BenchWorkspace,
  { as, method: factor, code }: Authority,
  userAgent: string,
  { method, path, body, withCode }: PlannedCall,
): Promise<Answer> {
  const headers = { 'User-Agent': userAgent, 'x-2fa-method': factor, ...(withCode && { 'x-2fa-code': code }) };
  const answer = await workspace.call(path, { method: method.toUpperCase(), as, headers, body });
  const isRight = withCode
    ? answer.status === 200
    : answer.status === 400 && fieldsOf(answer).errorType === 'totp-required';
  if (!isRight) {
    throw unexpected(withCode ? path : 'the probe', answer);
  }
  return answer;
}
