import type { Actor, Answer, TestWorkspace } from './harness';

export interface Listed {
  sessions: Array<{ sessionId: string; userId: string; _user?: { username: string } } & Record<string, unknown>>;
  total: number;
  count: number;
  offset: number;
}

/** `GET /api/v1/sessions/list.all` for one caller. */
export interface ListClient {
  ask(query?: string): Promise<Answer>;
  /** @throws when the answer is not 200 */
  all(query?: string): Promise<Listed>;
  ids(query?: string): Promise<string[]>;
}

/** @param as who has the permission, and is asked for no second factor */
export function listClient(workspace: TestWorkspace, as: Actor): ListClient {
  const ask = (query = '') => workspace.call('GET', `/api/v1/sessions/list.all?${query}`, { as });
  const all = async (query?: string) => {
    const answer = await ask(query);
    expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ success: true })]);
    return answer.body as Listed;
  };
  return { ask, all, ids: async (query) => (await all(query)).sessions.map(({ sessionId }) => sessionId) };
}
