import { ACTION, BLOCK, codeActionId } from '../../../views/ids';
import { NOTHING } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { fieldIn } from './support/views';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

/** The client that had this view no longer has it open. */
const NOT_OPEN = [expect.objectContaining({ reason: 'no view with this id was open' })];

describe('a client that was tampered with', () => {
  const INJECTED = '123456\r\nX-Auth-Token: another';

  /** The field of the code in a dialog that was just opened. */
  const FIELD = codeActionId(1);

  test.each<[string, unknown]>([
    ['no state', undefined],
    ['null', null],
    ['a text', 'code'],
    ['a number', 4711],
    ['an array', [['code', '123456']]],
    ['a block that is null', { [BLOCK.code]: null }],
    ['a block that is a text', { [BLOCK.code]: '123456' }],
    ['a number for the code', { [BLOCK.code]: { [FIELD]: 123456 } }],
    ['an array for the code', { [BLOCK.code]: { [FIELD]: ['123456'] } }],
    ['a query for the code', { [BLOCK.code]: { [FIELD]: { $ne: '' } } }],
    ['the code in another block', { [BLOCK.reason]: { [FIELD]: '123456' } }],
    ['the code at the top', { [FIELD]: '123456' }],
    ['the code in the field of another try', { [BLOCK.code]: { [codeActionId(2)]: '123456' } }],
    ['the code in a field that is inherited', { [BLOCK.code]: { __proto__: { [FIELD]: '123456' } } }],
    ['true for the reason', { [BLOCK.reason]: { [ACTION.reason]: true } }],
    ['characters beyond ASCII', { [BLOCK.code]: { [FIELD]: '１２３４５６' } }],
    ['a megabyte', { [BLOCK.code]: { [FIELD]: '1'.repeat(1_000_000) } }],
    ['a megabyte of reason', { [BLOCK.reason]: { [ACTION.reason]: 'x'.repeat(1_000_000) } }],
  ])('%s in place of what a person types: said so, and nothing is sent', async (_what, state) => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    expect(fieldIn(question, BLOCK.code)).toBe(FIELD);
    const { said, view } = await admin.goesOn(await admin.submitsState(question, state));

    expect(said).toMatch(/\S/);
    await expectLeft(chat, { received: { probes: expect.any(Number), logouts: 0 }, recorded: expect.any(Array) });

    await admin.submits(view, { code: await chat.code('admin') });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  test('a code with another header in it is incorrect', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await admin.goesOn(await admin.submits(question, { code: INJECTED }));

    await expectLeft(chat, {
      received: expect.objectContaining({ logouts: expect.any(Number) }),
      recorded: expect.not.arrayContaining(['done']),
    });
  });

  test('another session in the state does not change which one is ended', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    await admin.submitsState(question, {
      sessionId: chat.bob.sessionId,
      [BLOCK.what]: { sessionId: chat.bob.sessionId },
      [BLOCK.code]: { [FIELD]: code, sessionId: chat.bob.sessionId },
    });

    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
  });

  test('a view that was made up around the ID: what it shows and holds is not repeated', async () => {
    const { id } = await admin.opensDialog(chat.alice.sessionId);
    const view = {
      id,
      title: { type: 'plain_text', text: 'made-up' },
      blocks: [{ type: 'section', blockId: 'what', text: { type: 'mrkdwn', text: 'made-up' } }],
      state: { [BLOCK.code]: { [FIELD]: 'made-up' } },
    };
    await admin.step(() => admin.sendInteraction({ type: 'viewSubmit', payload: { view } }));

    expect(JSON.stringify(await admin.received())).not.toContain('made-up');
    await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'totp-invalid'] });
  });

  const code = { [BLOCK.code]: { [FIELD]: '123456' } };

  test('a view that was never made: refused and recorded', async () => {
    await chat.settings({ release: '8.0.0' });
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
