import type { Answer } from '../harness';
import { codeFor } from './codes';
import { encodedQuery, expectAsRecorded, filled } from './placeholders';
import type { Scene } from './scene';

/** Everything that was said between a client and a real 6.5.3 server, scenario by scenario. */
export interface Recording {
  scenarios: Array<{ name: string; given: string; steps: Step[] }>;
}

/** An exchange, or what was seen elsewhere: at sockets, in the database. */
export type Step = Exchange | Observation;

interface Observation {
  does: string;
  observed: unknown;
}

interface Exchange {
  does: string;
  request: {
    method: string;
    path: string;
    as?: string;
    headers?: Record<string, string>;
    userAgent?: string;
    code?: string;
    codeMethod?: string;
    body?: unknown;
    text?: string;
  };
  answer: {
    status: number;
    contentType: string;
    body: unknown;
    location?: string;
    rateLimit?: string;
    meKeys?: string[];
  };
}

/** What happened before an exchange without being written down. */
export type Interlude = (scene: Scene) => void | Promise<void>;
/** What can be seen in this workspace in the place of an observation. */
export type Observer = (scene: Scene) => unknown;

/** Does the step again. @throws unless everything is as recorded */
export async function replay(step: Step, scene: Scene, observe?: Observer): Promise<void> {
  if ('observed' in step) {
    if (observe === undefined) {
      throw new Error('nothing here corresponds to this observation');
    }
    expectAsRecorded(await observe(scene), step.observed, scene.values);
    return;
  }
  const { request, answer } = step;
  const got = await send(request, scene);
  expect({ status: got.status, contentType: got.contentType }).toEqual({
    status: answer.status,
    contentType: answer.contentType,
  });
  expect(got.headers.get('x-ratelimit-limit')).toBe(answer.rateLimit ?? null);
  if (answer.location !== undefined) {
    expectAsRecorded(got.headers.get('location'), answer.location, scene.values);
  }
  if (answer.meKeys !== undefined) {
    const { me } = (got.body as { data: { me: object } }).data;
    expect(Object.keys(me).sort()).toEqual([...answer.meKeys].sort());
  }
  expectAsRecorded(got.body, answer.body, scene.values);
}

async function send(request: Exchange['request'], scene: Scene): Promise<Answer> {
  const { workspace, actors, values } = scene;
  const code = request.code === undefined ? undefined : codeFor(request.code, scene, callerOf(request, scene));
  return workspace.call(request.method, encodedQuery(filled(request.path, values)), {
    as: request.as === undefined ? undefined : actors[request.as],
    headers: {
      ...(request.userAgent !== undefined && { 'user-agent': request.userAgent }),
      ...(code !== undefined && { 'x-2fa-code': code }),
      ...(request.codeMethod !== undefined && { 'x-2fa-method': request.codeMethod }),
      ...Object.fromEntries(
        Object.entries(request.headers ?? {}).map(([name, value]) => [name, filled(value, values)]),
      ),
    },
    ...('body' in request && { body: JSON.parse(filled(JSON.stringify(request.body), values)) as unknown }),
    ...(request.text !== undefined && { text: filled(request.text, values) }),
  });
}

/** Whose code it is: `as` says so, or the placeholder of a bearer token; otherwise it is the user with TOTP. */
function callerOf({ as, headers }: Exchange['request'], { actors }: Scene) {
  const bearer = /<(\w+)\.access_token>/.exec(headers?.authorization ?? '');
  return actors[as ?? bearer?.[1] ?? 'totp'];
}
