import { HOST_APP, packageHostApp } from '../../support/hostApp';
import type { Call } from '../../../workspace/client/http';
import { WorkspaceClient } from '../../../workspace/client/workspaceClient';
import { type WorkspaceOptions, WorkspaceProcess } from '../../../workspace/client/workspaceProcess';

/** Both generations of the engine, for `describe.each`. */
export const GENERATIONS = ['deno', 'vm'] as const;

/** What the app is to ask for, with its arguments (`test/fixtures/host-app/endpoints/Engine.ts`). */
export interface Wish {
  ask: string;
  [detail: string]: unknown;
}

export type Outcome =
  | { outcome: 'value'; value: unknown }
  | { outcome: 'nothing' }
  | { outcome: 'error'; name: string; message: string };

/** A workspace with the probing app installed. */
export interface ProbedHost {
  workspace: WorkspaceProcess;
  client: WorkspaceClient;
  /** Calls an endpoint of the app, by POST unless it says otherwise. */
  endpoint(path: string, call?: Call): ReturnType<WorkspaceClient['call']>;
  /** Lets the app ask the engine for something. */
  ask(wish: Wish): Promise<Outcome>;
}

export async function startProbedHost(options: WorkspaceOptions): Promise<ProbedHost> {
  const workspace = await WorkspaceProcess.start({ ...options, app: await packageHostApp() });
  const client = new WorkspaceClient(workspace.url);
  const endpoint: ProbedHost['endpoint'] = (path, call) =>
    client.call(`/api/apps/public/${HOST_APP}/${path}`, { method: 'POST', ...call });
  return {
    workspace,
    client,
    endpoint,
    ask: async (wish) => JSON.parse((await endpoint('engine', { body: wish })).text) as Outcome,
  };
}

/** One workspace with the probing app for the tests around, as new before each of them. */
export function useProbedHost(options: WorkspaceOptions): ProbedHost {
  let started: ProbedHost | undefined;
  const running = (): ProbedHost => {
    if (started === undefined) {
      throw new Error('The workspace is not started.');
    }
    return started;
  };
  beforeAll(async () => {
    started = await startProbedHost(options);
  });
  beforeEach(async () => {
    await running().client.dev('reset', {});
  });
  afterAll(async () => {
    await started?.workspace.stop();
  });
  return {
    get workspace() {
      return running().workspace;
    },
    get client() {
      return running().client;
    },
    endpoint: (path, call) => running().endpoint(path, call),
    ask: (wish) => running().ask(wish),
  };
}
