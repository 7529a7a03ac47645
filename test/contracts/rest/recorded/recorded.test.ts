import { readFileSync } from 'fs';
import { join } from 'path';
import * as ending from './endingScenarios';
import * as first from './firstScenarios';
import * as list from './listScenarios';
import { replay, type Recording } from './replay';
import { startScene, type Scene } from './scene';

const preparations = { ...first.preparations, ...list.preparations, ...ending.preparations };
const interludes = { ...first.interludes, ...list.interludes, ...ending.interludes };
const { observers } = ending;
const notReproduced: Record<string, string> = {
  ...first.notReproduced,
  ...list.notReproduced,
  ...ending.notReproduced,
};

const recordings = [
  ['recorded-6.5.3.json', 156],
  ['recorded-6.5.3-more.json', 181],
] as const;
const scenarios = recordings.flatMap(([file]) => scenariosOf(file));

function scenariosOf(file: string): Recording['scenarios'] {
  return (JSON.parse(readFileSync(join(__dirname, '../../../fixtures', file), 'utf8')) as Recording).scenarios;
}

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (name, { steps }) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene(preparations[name]);
  });

  afterAll(() => scene.workspace.close());

  for (const step of steps) {
    const key = `${name}: ${step.does}`;
    const run = async () => {
      await interludes[key]?.(scene);
      await replay(step, scene, observers[key]);
    };
    if (key in notReproduced) {
      it(`${step.does} (not reproduced: ${notReproduced[key]})`, () => expect(run()).rejects.toThrow());
    } else {
      it(step.does, run);
    }
  }
});

it.each(recordings)('%s has %i exchanges', (file, count) => {
  expect(scenariosOf(file).flatMap(({ steps }) => steps)).toHaveLength(count);
});

it('names only scenarios and exchanges that were recorded', () => {
  const names = scenarios.map(({ name }) => name);
  const steps = scenarios.flatMap(({ name, steps }) => steps.map(({ does }) => `${name}: ${does}`));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(Object.keys(preparations)));
  for (const table of [interludes, observers, notReproduced]) {
    expect(steps).toEqual(expect.arrayContaining(Object.keys(table)));
  }
});
