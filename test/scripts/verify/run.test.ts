import type { Check } from '../../../scripts/verify/check';
import { CouldNotTry, Failed } from '../../../scripts/verify/outcomes';
import { type Result, runChecks } from '../../../scripts/verify/run';
import { Secrets } from '../../../scripts/verify/secrets';
import { NotTheTestPerson } from '../../../scripts/verify/targets';
import type { World } from '../../../scripts/verify/world';

const secrets = new Secrets();
const world = { secrets } as unknown as World;
let stop: AbortController;
let tried: string[];

beforeEach(() => {
  stop = new AbortController();
  tried = [];
});

function check(name: string, run: () => unknown): Check {
  return {
    id: `endpoint.${name}`,
    title: `The rule ${name}.`,
    async run() {
      tried.push(name);
      return (await run()) as string | undefined;
    },
  };
}

const throwing = (thrown: unknown) => () => Promise.reject(thrown as Error);
const run = (...checks: readonly Check[]): Promise<Result[]> =>
  runChecks(checks, world, { onResult: () => undefined, signal: stop.signal });
const outcomes = (results: readonly Result[]): string[] => results.map(({ result }) => result);

test('one that fails, or throws anything, stops no other', async () => {
  const results = await run(
    check('failing', throwing(new Failed('this', 'that'))),
    check('untried', throwing(new CouldNotTry('no'))),
    check('broken', throwing(new TypeError('a defect'))),
    check('holding', () => 'a note'),
  );

  expect(results).toEqual([
    expect.objectContaining({ id: 'endpoint.failing', result: 'failed', expected: 'this', saw: 'that' }),
    expect.objectContaining({ result: 'not-tried', why: 'no' }),
    expect.objectContaining({ result: 'failed', saw: 'a defect' }),
    expect.objectContaining({ result: 'held', note: 'a note' }),
  ]);
});

test.each([
  ['a failure', new Failed('this', 'that', true)],
  ['something that cannot be tried', new CouldNotTry('no', true)],
  ['a defect of this command', new NotTheTestPerson()],
])('where going on could do harm, nothing more is tried: %s', async (_what, thrown) => {
  const results = await run(
    check('one', throwing(thrown)),
    check('two', () => undefined),
  );

  expect(tried).toEqual(['one']);
  expect(results[1]).toMatchObject({ result: 'not-tried', why: expect.stringContaining('Nothing more was tried') });
});

test('stopped by the person: the check under way is given up, the others are not begun', async () => {
  const never = check('never', () => {
    setImmediate(() => stop.abort());
    return new Promise(() => undefined);
  });
  const results = await run(
    check('one', () => undefined),
    never,
    check('three', () => undefined),
  );

  expect(outcomes(results)).toEqual(['held', 'not-tried', 'not-tried']);
  expect(tried).toEqual(['one', 'never']);
});

test('nothing secret is in what it says', async () => {
  secrets.add('a token', 'aTokenThatIsLong');
  secrets.add('a code', '246810');
  const results = await run(
    check('one', throwing(new Failed('246810', 'X-Auth-Token: aTokenThatIsLong'))),
    check('two', throwing(new Error('aTokenThatIsLong was refused'))),
    check('three', throwing(new CouldNotTry('code 246810'))),
    check('four', () => 'aTokenThatIsLong'),
  );

  expect(JSON.stringify(results)).not.toMatch(/aTokenThatIsLong|246810/);
});
