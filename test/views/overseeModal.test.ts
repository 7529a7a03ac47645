import { PendingReading, PendingUnlock, Waiting } from '../../core/chat/pendingLogout';
import { overseeModal } from '../../views/overseeModal';
import { english } from '../../views/texts/catalogue';

const context = { appId: 'app', t: english };
const begun = { id: 'pending-1', turn: 1, roomId: 'general', correlationId: 'request-1' };
const reading: Waiting<PendingReading> = { ...begun, reading: { query: {}, pages: [], page: 0 } };
const unlock: Waiting<PendingUnlock> = {
  ...begun,
  reason: 'new phone',
  unlock: { typed: 'alice', person: { id: 'u2', username: 'Alice', isEnabled: true } },
};
const question = { method: 'totp', mailed: false, failures: 0 } as const;
const blockIds = (modal: ReturnType<typeof overseeModal>) =>
  (modal.blocks as Array<{ blockId: string }>).map(({ blockId }) => blockId);

test('before the record: what is asked for, and that reading is recorded; no reason', () => {
  const modal = overseeModal(reading, question, context);
  expect(modal).toMatchObject({ title: { text: 'The record' }, submit: { text: { text: 'Show the record' } } });
  expect(blockIds(modal)).toEqual(['what', 'code']);
  expect(JSON.stringify(modal)).toContain('That you read it is recorded');
});

test('before a lockout is lifted: whose it is, and why', () => {
  const modal = overseeModal(unlock, question, context);
  expect(modal).toMatchObject({ title: { text: 'Let somebody in again' }, submit: { text: { text: 'Let them in' } } });
  expect(blockIds(modal)).toEqual(['what', 'reason', 'code']);
  expect(JSON.stringify(modal)).toContain('`@Alice`');
  expect(JSON.stringify(modal)).toContain('new phone');
});

test('an update says what went wrong, and leaves out what the person typed', () => {
  const modal = overseeModal(unlock, question, context, { problem: 'That code is incorrect.' });
  expect(blockIds(modal)).toEqual(['what', 'reason', 'problem', 'code']);
  expect(JSON.stringify(modal)).not.toContain('new phone');
});

test('where no code is asked for it only wants a yes', () => {
  expect(blockIds(overseeModal(reading, 'confirm', context))).toEqual(['what', 'note']);
});
