import { UndoStack } from '../../../scripts/verify/undo';

let undo: UndoStack;
let done: string[];
const make = (what: string, fails = false): void =>
  undo.add(what, async () => {
    if (fails) {
      throw new Error('no');
    }
    done.push(what);
  });

beforeEach(() => {
  undo = new UndoStack();
  done = [];
});

test('the last is taken back first, and what fails stops nothing and is named', async () => {
  make('one');
  make('two', true);
  make('three');

  expect(await undo.all()).toEqual(['two']);
  expect(done).toEqual(['three', 'one']);
});

test('each is taken back once, however often it is asked for', async () => {
  make('one');
  await Promise.all([undo.all(), undo.all()]);
  await undo.all();

  expect(done).toEqual(['one']);
});

test('what a check that was given up still makes is taken back, too', async () => {
  make('one');
  await undo.all();
  make('two');
  make('three', true);

  expect(await undo.all()).toEqual(['three']);
  expect(done).toEqual(['one', 'two']);
});
