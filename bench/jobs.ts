import { randomUUID } from 'crypto';
import type { Answer } from '../workspace/client/http';
import type { BenchWorkspace } from './benchWorkspace';
import { makeCalls, type Plan, type PlannedCall } from './plan';
import { type Authority, fieldsOf } from './ways';

/** Something that the app does by many calls to the workspace. */
export interface Job {
  /** The calls, for who makes them without the app. */
  readonly plan: Plan;
  /** What the app is asked. */
  readonly asked: { readonly path: string; readonly body?: object };
  /** How many sessions are found or ended. */
  readonly expected: number;
  /** How many the answers to the plan are about. */
  readonly inAnswers: (answers: readonly Answer[]) => number;
  /** How many the app's answer is about. */
  readonly inAppsAnswer: (answer: Answer) => number;
}

export interface Task {
  readonly title: string;
  /** How many sessions it ends; undefined if it only looks for some. */
  readonly ends?: number;
  /** Does what must not be timed. The job is good for one run. */
  prepare(workspace: BenchWorkspace, authority: Authority): Promise<Job>;
}

const LIST = '/api/v1/sessions/list.all';
const LOGOUT = '/api/v1/sessions/logout';
const INFO = '/api/v1/sessions/info.admin?sessionId=';
/** As `PAGE_ROWS` and `MAX_LISTED_ROWS` of the app. */
const PAGE_ROWS = 100;
const MOST_ROWS = 5_000;
/** A network that the workspace's own filter does not know, so that all rows have to be read. */
const NETWORK = '198.51.100.';

/** Finds the sessions from one network: the app reads all pages, or as many as it reads at most. */
export function finding(sessions: number): Task {
  const known = new Map<BenchWorkspace, Job>(); // it takes as long to prepare as to do, and nothing uses it up
  return {
    title: `find in ${sessions.toLocaleString('en')} sessions`,
    async prepare(workspace, authority) {
      const job = known.get(workspace) ?? (await findingJob(workspace, authority));
      known.set(workspace, job);
      return job;
    },
  };
}

async function findingJob(workspace: BenchWorkspace, authority: Authority): Promise<Job> {
  const page = (offset: number, count = PAGE_ROWS): PlannedCall => ({
    method: 'get',
    path: `${LIST}?offset=${offset}&count=${count}`,
    withCode: true,
  });
  const probe: PlannedCall = { method: 'get', path: `${LIST}?offset=0&count=1&filter=probe`, withCode: false };
  const [one] = await makeCalls(workspace, authority, [[page(0, 1)]]);
  const rows = Math.min(Number(fieldsOf(one).total), MOST_ROWS);
  const offsets = Array.from({ length: Math.ceil(rows / PAGE_ROWS) }, (_, index) => index * PAGE_ROWS);
  const [first, ...others] = offsets.map((offset) => page(offset));
  const plan = [[probe], [first], others];
  return {
    plan,
    asked: { path: `sessions/list.all?ip=${NETWORK}0%2F24` },
    expected: inNetwork(await makeCalls(workspace, authority, plan)),
    inAnswers: inNetwork,
    inAppsAnswer: (answer) => Number(fieldsOf(answer).total),
  };
}

/** Ends so many sessions of one person. */
export function ending(count: number): Task {
  return {
    title: `end ${count} sessions`,
    ends: count,
    async prepare(workspace) {
      const sessionIds = (await workspace.devices('alice', count)).map(({ sessionId }) => sessionId);
      const logout = (sessionId: string, withCode: boolean): PlannedCall => ({
        method: 'post',
        path: LOGOUT,
        body: { sessionId },
        withCode,
      });
      const info = (sessionId: string): PlannedCall => ({ method: 'get', path: `${INFO}${sessionId}`, withCode: true });
      const [first, ...others] = sessionIds;
      return {
        plan: [
          [logout(randomUUID(), false)],
          [info(first)],
          [logout(first, true)],
          others.map(info),
          others.map((sessionId) => logout(sessionId, true)),
        ],
        asked: { path: 'sessions/logout.many', body: { sessionIds } },
        expected: count,
        inAnswers: (answers) =>
          answers.filter((answer) => fieldsOf(answer).success === true && !('userId' in fieldsOf(answer))).length,
        inAppsAnswer: (answer) => (fieldsOf(answer).success === true ? Number(fieldsOf(answer).ended) : 0),
      };
    },
  };
}

function inNetwork(answers: readonly Answer[]): number {
  const rows = answers.flatMap((answer) => (fieldsOf(answer).sessions ?? []) as ReadonlyArray<{ ip: string | null }>);
  return rows.filter(({ ip }) => ip?.startsWith(NETWORK)).length;
}
