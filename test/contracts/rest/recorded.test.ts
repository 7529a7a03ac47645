import { readFileSync } from 'fs';
import { join } from 'path';
import type { Answer } from './harness';
import { codeFor, interludes, setUp, type Scene } from './recordedScenarios';
import { expectAsRecorded, filled } from './placeholders';

/** Everything that was said between a client and a real 6.5.3 server, scenario by scenario. */
interface Recording {
  scenarios: Array<{ name: string; given: string; steps: Exchange[] }>;
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

const recording = JSON.parse(readFileSync(join(__dirname, '../../fixtures/recorded-6.5.3.json'), 'utf8')) as Recording;

/** What is not reproduced here, and why. */
const NOT_REPRODUCED: Record<string, string> = Object.fromEntries(
  [
    'unknown path',
    'method not defined',
    'interaction, not logged in',
    'interaction, unknown type',
    'interaction, unknown app',
  ].map((exchange) => [`app host: ${exchange}`, 'answered by the host of the apps, with an app installed']),
);

describe.each(recording.scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (name, { steps }) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setUp(name);
  });

  afterAll(() => scene.workspace.close());

  const replayed = steps.filter(({ does }) => !(`${name}: ${does}` in NOT_REPRODUCED));

  it.each(replayed.map((step) => [step.does, step] as const))('%s', async (does, { request, answer }) => {
    await interludes[`${name}: ${does}`]?.(scene);
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
  });
});

it('lists nothing as not reproduced that was not recorded', () => {
  const recorded = recording.scenarios.flatMap(({ name, steps }) => steps.map(({ does }) => `${name}: ${does}`));
  expect(recorded).toEqual(expect.arrayContaining(Object.keys(NOT_REPRODUCED)));
});

async function send(request: Exchange['request'], scene: Scene): Promise<Answer> {
  const { workspace, actors, values } = scene;
  const as = request.as === undefined ? undefined : actors[request.as];
  // Calls with a header pair of their own are all made for the user with TOTP.
  const code = request.code === undefined ? undefined : codeFor(request.code, scene, as ?? actors.totp);
  return workspace.call(request.method, filled(request.path, values), {
    as,
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
