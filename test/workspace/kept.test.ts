import { promises as fs } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { kept } from '../../workspace/kept';

let folder: string;
let made: number;
const at = (...names: string[]): string => path.join(folder, ...names);
const keepFor = (inputs: string[]): Promise<string> =>
  kept({ folder: at('kept'), inputs, make: async () => `made ${(made += 1)}` });
const ask = (): Promise<string> => keepFor([at('sources'), at('lock')]);

beforeEach(async () => {
  made = 0;
  folder = await fs.mkdtemp(path.join(tmpdir(), 'kept-'));
  await fs.mkdir(at('sources', 'inner'), { recursive: true });
  await Promise.all(
    [at('sources', 'a'), at('sources', 'inner', 'b'), at('lock')].map((file) => fs.writeFile(file, '1')),
  );
});
afterEach(() => fs.rm(folder, { recursive: true }));

test('what is kept is given to everybody who asks, for its owner to read only', async () => {
  expect([await ask(), await ask()]).toEqual(['made 1', 'made 1']);
  const [file] = await fs.readdir(at('kept'));
  expect((await fs.stat(at('kept', file))).mode & 0o777).toBe(0o600);
});

test.each<[string, () => Promise<void>]>([
  ['a file in a folder is changed', () => fs.writeFile(at('sources', 'inner', 'b'), '2')],
  ['a file is changed', () => fs.writeFile(at('lock'), '2')],
  ['a file is added', () => fs.writeFile(at('sources', 'c'), '')],
  ['a file is removed', () => fs.rm(at('sources', 'a'))],
  ['a file is renamed', () => fs.rename(at('sources', 'a'), at('sources', 'inner', 'a'))],
  [
    'two files change places',
    async () => {
      await fs.writeFile(at('sources', 'a'), '2');
      await ask();
      await fs.writeFile(at('sources', 'a'), '1');
      await fs.writeFile(at('sources', 'inner', 'b'), '2');
    },
  ],
])('it is made anew when %s, and what was kept is gone', async (_name, change) => {
  await ask();
  await change();
  const before = made;
  expect(await ask()).toBe(`made ${before + 1}`);
  expect(await ask()).toBe(`made ${before + 1}`);
  expect(await fs.readdir(at('kept'))).toHaveLength(1);
});

test('it is not kept when an input is missing, or changes while it is made', async () => {
  const missing = [at('sources'), at('nothing')];
  expect([await keepFor(missing), await keepFor(missing)]).toEqual(['made 1', 'made 2']);
  const changing = kept({
    folder: at('kept'),
    inputs: [at('lock')],
    make: async () => fs.writeFile(at('lock'), '2').then(() => 'of two states'),
  });
  expect(await changing).toBe('of two states');
  await fs.writeFile(at('lock'), '1');
  expect(await keepFor([at('lock')])).toBe('made 3');
});

test('it is not kept when it cannot be made', async () => {
  const failing = kept({ folder: at('kept'), inputs: [at('lock')], make: () => Promise.reject(new Error('no')) });
  await expect(failing).rejects.toThrow('no');
  expect(await keepFor([at('lock')])).toBe('made 1');
});
