import { ACTION, BLOCK } from '../../../views/ids';
import { NOTHING } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';
import type { Person } from './support/person';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

/** The client that had this view no longer has it open. */
const NOT_OPEN = [expect.objectContaining({ reason: 'no view with this id was open' })];

describe('a client that was tampered with', () => {
  const INJECTED = '123456\r\nX-Auth-Token: another';

  test.each<[string, unknown]>([
    ['no state', undefined],
    ['null', null],
    ['a text', 'code'],
    ['a number', 4711],
    ['an array', [['code', '123456']]],
    ['a block that is null', { [BLOCK.code]: null }],
    ['a block that is a text', { [BLOCK.code]: '123456' }],
    ['a number for the code', { [BLOCK.code]: { [ACTION.code]: 123456 } }],
    ['an array for the code', { [BLOCK.code]: { [ACTION.code]: ['123456'] } }],
    ['a query for the code', { [BLOCK.code]: { [ACTION.code]: { $ne: '' } } }],
    ['the code in another block', { [BLOCK.reason]: { [ACTION.code]: '123456' } }],
    ['the code at the top', { [ACTION.code]: '123456' }],
    ['true for the reason', { [BLOCK.reason]: { [ACTION.reason]: true } }],
    ['characters beyond ASCII', { [BLOCK.code]: { [ACTION.code]: '１２３４５６' } }],
    ['a megabyte', { [BLOCK.code]: { [ACTION.code]: '1'.repeat(1_000_000) } }],
    ['a megabyte of reason', { [BLOCK.reason]: { [ACTION.reason]: 'x'.repeat(1_000_000) } }],
  ])('%s in place of what a person types: the modal stays, and nothing is sent', async (_what, state) => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const { errors } = await admin.step(() => admin.sendState(question.id, state));

    expect(Object.values(errors).join()).not.toBe('');
    await expectLeft(chat, { received: { probes: expect.any(Number), logouts: 0 }, recorded: expect.any(Array) });

    await admin.submits(question, { code: await chat.code('admin') });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  test('a code with another header in it is incorrect', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const { errors } = await admin.submits(question, { code: INJECTED });

    expect(errors).toHaveProperty(ACTION.code);
    await expectLeft(chat, {
      received: expect.objectContaining({ logouts: expect.any(Number) }),
      recorded: expect.not.arrayContaining(['done']),
    });
  });

  test('another session in the state does not change which one is ended', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await admin.step(async () =>
      admin.sendState(question.id, {
        sessionId: chat.bob.sessionId,
        [BLOCK.what]: { sessionId: chat.bob.sessionId },
        [BLOCK.code]: { [ACTION.code]: await chat.code('admin'), sessionId: chat.bob.sessionId },
      }),
    );

    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: ['totp-required', 'done'],
    });
  });

  const code = { [BLOCK.code]: { [ACTION.code]: '123456' } };

  test('a view that was never made: refused and recorded', async () => {
    const { status } = await admin.sendState(`logout-${'x'.repeat(24)}`, code);

    expect(status).toBe(200);
    expect(await chat.newlyDropped()).toEqual(NOT_OPEN);
    await expectLeft(chat, { received: NOTHING, recorded: ['error-request-expired'] });
  });

  test.each<[string, unknown]>([
    ['of another app', 'some-other-view'],
    ['that of a logout, without its ID', 'logout-'],
    ['too long', `logout-${'x'.repeat(100_000)}`],
    ['not one that the app made', 'logout-../../%00$where'],
    ['a number', 4711],
    ['null', null],
    ['an object', { $ne: '' }],
    ['missing', undefined],
  ])('the ID of a view is %s: nothing happens', async (_what, id) => {
    const before = await admin.received();
    const submitted = await admin.sendState(id, code);
    const closed = await admin.sendInteraction({ type: 'viewClosed', payload: { view: { id } } });

    expect([submitted.status, closed.status]).toEqual([200, 200]);
    expect(await admin.received()).toEqual(before);
    await expectLeft(chat, { received: NOTHING, recorded: [] });
  });

  test.each<[string, object]>([
    ['an unknown action', { actionId: 'delete-everything', payload: { value: 'x' } }],
    ['a name that every object has', { actionId: 'constructor', payload: { value: 'x' } }],
    ['the prototype', { actionId: '__proto__', payload: { value: 'x' } }],
    ['no value', { actionId: ACTION.goOn, payload: {} }],
    ['an object for a value', { actionId: ACTION.goOn, payload: { value: { $ne: '' } } }],
  ])('a click with %s: nothing happens', async (_what, click) => {
    const { status } = await admin.sendInteraction({ type: 'blockAction', rid: 'GENERAL', mid: 'aMessage', ...click });

    expect(status).toBe(200);
    await expectLeft(chat, { received: NOTHING, recorded: [] });
  });

  test.each([ACTION.goOn, ACTION.connect, ACTION.sendAgain])(
    'the button "%s" from a modal that is not there: nothing happens to anybody',
    async (actionId) => {
      const payload = { blockId: BLOCK.actions, value: 'neverMade' };
      const container = { type: 'view', id: 'logout-neverMade' };
      const { status } = await admin.sendInteraction({ type: 'blockAction', actionId, payload, container });

      expect(status).toBe(200);
      await chat.newlyDropped();
      await expectLeft(chat, { received: NOTHING, recorded: expect.not.arrayContaining(['done']) });
    },
  );
});
