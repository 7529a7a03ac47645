import { ModalSlot, type OpenModal } from '../../../../workspace/web/client/modalSlot';
import { viewOf } from './clientHarness';

function slot() {
  const shown: Array<string | undefined> = [];
  const modals = new ModalSlot((modal: OpenModal | undefined) => shown.push(modal?.view.id));
  return { modals, shown };
}

test('opening a modal takes away the one that was there', () => {
  const { modals, shown } = slot();
  modals.open(viewOf('one'));
  modals.open(viewOf('two'));
  expect(shown).toEqual(['one', 'two']);
  modals.dismiss();
  expect(modals.current).toBeUndefined();
});

test('a modal opened again with the same id is a new one, with fresh values', () => {
  const { modals } = slot();
  modals.open(viewOf('one'));
  const first = modals.current?.key;
  modals.open(viewOf('one'));
  expect(modals.current?.key).not.toBe(first);
});

test('closing a modal takes the one that is there now', () => {
  const { modals } = slot();
  modals.open(viewOf('one'));
  modals.open(viewOf('two'));
  modals.dispose('one');
  expect(modals.current).toBeUndefined();
});

test('a modal dismissed by Esc can still take another one away when its late answer closes it', () => {
  const { modals } = slot();
  modals.open(viewOf('one'));
  modals.dismiss();
  modals.open(viewOf('two'));
  modals.dispose('one');
  expect(modals.current).toBeUndefined();
});

test('closing a modal that was closed already, or never opened, closes nothing', () => {
  const { modals } = slot();
  modals.open(viewOf('one'));
  modals.dispose('one');
  modals.open(viewOf('two'));
  modals.dispose('one');
  modals.dispose('three');
  expect(modals.current?.view.id).toBe('two');
});
