import recording from '../../fixtures/recorded-6.5.3.json';
import { type ProbedHost, startProbedHost } from './hostProcess';

interface Step {
  does: string;
  request: {
    method: string;
    path: string;
    as?: string;
    headers?: Record<string, string>;
    body?: unknown;
    text?: string;
  };
  answer: { status: number; contentType: string; body: unknown };
}

const steps = recording.scenarios.find(({ name }) => name === 'app host')?.steps as Step[];

/** What a real Rocket.Chat 6.5.3 answered for an app with the endpoints of the probing app, and the same ID. */
describe('the recorded exchanges with an app host', () => {
  let host: ProbedHost;

  beforeAll(async () => {
    host = await startProbedHost({ engine: 'vm' });
  });
  afterAll(async () => {
    await host.workspace.stop();
  });

  it.each(steps.map((step) => [step.does, step] as const))('%s', async (_does, { request, answer }) => {
    const { path, as, ...call } = request;
    const given = await host.client.call(path, { ...call, ...(as && { as: await host.client.logIn('alice') }) });
    const body: unknown = given.contentType === 'application/json' ? JSON.parse(given.text) : given.text;
    expect({
      status: given.status,
      contentType: given.contentType,
      body: answer.body === '<html page>' ? answer.body : body,
    }).toEqual(answer);
  });
});
