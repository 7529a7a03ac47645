import { PendingReading, Waiting } from '../../core/chat/pendingLogout';
import { ShownEntry } from '../../core/chat/reading';
import { entryActionId, entryIndexOf } from '../../views/ids';
import { recordModal } from '../../views/recordModal';
import { english } from '../../views/texts/catalogue';
import { NOW } from '../fakes/ports';

const context = { appId: 'app', t: english };
const reader = { callerId: 'u1', now: NOW, utcOffset: 0 };
const entry = (id: string): ShownEntry => ({
  id,
  at: NOW,
  correlationId: 'request-1',
  action: 'list',
  via: 'api',
  callerId: 'u1',
  callerUsername: `*${id}*`,
  callerRoles: ['admin'],
  outcome: { result: 'done', durationMs: 1 },
});

function modal(reading: Partial<PendingReading['reading']>) {
  const pending: Waiting<PendingReading> = {
    id: 'pending-1',
    turn: 2,
    roomId: 'general',
    correlationId: 'request-1',
    reading: { query: {}, pages: [[entry('a'), entry('b')], [entry('c')]], page: 0, ...reading },
  };
  return recordModal(pending, reader, context);
}

interface Button {
  readonly actionId: string;
  readonly value?: string;
}
interface Shown {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly accessory?: Button;
  readonly elements?: Button[];
}
const blocksOf = (reading: Partial<PendingReading['reading']>) => modal(reading).blocks as unknown as Shown[];
const buttonsOf = (reading: Partial<PendingReading['reading']>) =>
  blocksOf(reading)
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements.map(({ actionId, value }) => [actionId, value]));

test('a page: two lines for each entry, as they are, and a button that opens it', () => {
  const [head, ...rest] = blocksOf({});
  expect(head.text?.text).toBe('Newest first.');
  expect(rest.slice(0, 4).map(({ type }) => type)).toEqual(['section', 'context', 'section', 'context']);
  expect(rest[0].text).toMatchObject({ type: 'plain_text', text: expect.stringContaining('@*a*') });
  expect([rest[0].accessory, rest[2].accessory]).toMatchObject([
    { actionId: 'entry-0', value: 'pending-1' },
    { actionId: 'entry-1', value: 'pending-1' },
  ]);
});

test.each([
  [{ page: 0 }, [['older-entries', 'pending-1']]],
  [{ page: 1 }, [['newer-entries', 'pending-1']]],
  [
    { page: 1, cursor: 'more' },
    [
      ['newer-entries', 'pending-1'],
      ['older-entries', 'pending-1'],
    ],
  ],
  [{ page: 0, pages: [[entry('a')]] }, []],
])('buttons lead only where there is something: %j', (reading, buttons) => {
  expect(buttonsOf(reading)).toEqual(buttons);
});

test('one entry in full, and the way back', () => {
  const blocks = blocksOf({ entry: 1 });
  expect(blocks.map(({ text }) => text?.text)).toContain('Who (roles): @*b* (admin)');
  expect(blocks.filter(({ text }) => text).every(({ text }) => text?.type === 'plain_text')).toBe(true);
  expect(buttonsOf({ entry: 1 })).toEqual([['back-to-page', 'pending-1']]);
});

test('it says what is looked for, in the time of its reader', () => {
  const [head] = blocksOf({ query: { person: 'alice', from: NOW, result: 'failed' } });
  expect(head.text?.text).toBe(
    'By or about `@alice`, newest first. Since 2026-03-01 10:00 (UTC). Only what was refused or failed.',
  );
});

test.each([
  [{ pages: [[]], page: 0 }, 'Newest first. There are no entries.'],
  [{ pages: [[]], page: 0, cursor: 'more' }, 'Newest first. Nothing was found so far. Press “Older” to go on.'],
])('where nothing was found it says whether that is all: %j', (reading, text) => {
  expect(blocksOf(reading)[0].text?.text).toBe(text);
});

test('there is nothing to submit, and no button of the dialog before is left', () => {
  expect(modal({})).toMatchObject({ id: 'logout-pending-1', submit: null, close: { type: 'button' } });
});

test.each([0, 5, 42])('the button of entry %d is known by its name', (index) => {
  expect(entryIndexOf(entryActionId(index))).toBe(index);
});

test.each(['entry-', 'entry--1', 'entry-1.5', 'entry-100', 'entry-1x', 'go-on', ''])(
  '%j opens no entry',
  (actionId) => {
    expect(entryIndexOf(actionId)).toBeUndefined();
  },
);
