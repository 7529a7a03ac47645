import { ACTION, BLOCK, codeActionId } from '../../views/ids';
import { connectModal, logoutModal, Modal, noticeModal } from '../../views/modals';
import { languageOf } from '../../views/texts/languages';

const context = { appId: 'the-app', t: languageOf('en').t };
const pending = { id: 'p1', turn: 3, sessionId: 'aLiveSession', reason: 'stolen laptop' };
const totp = { method: 'totp', mailed: false, failures: 0 } as const;
const mail = { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 } as const;

interface AnyBlock {
  readonly type: string;
  readonly blockId?: string;
  readonly element?: { readonly actionId?: string; readonly initialValue?: string };
}
const blocksIn = ({ blocks }: Modal): AnyBlock[] => blocks as unknown as AnyBlock[];
const idsIn = (modal: Modal): unknown[] => blocksIn(modal).map(({ blockId }) => blockId);
const blockIn = (modal: Modal, id: string) => blocksIn(modal).find(({ blockId }) => blockId === id);

describe('the dialog of a logout', () => {
  test('names the session, asks for the reason first, and then for the code', () => {
    const modal = logoutModal(pending, totp, context);
    expect(modal).toMatchObject({ id: 'logout-p1', title: { text: 'End a session' } });
    expect(idsIn(modal)).toEqual([BLOCK.what, BLOCK.reason, BLOCK.code]);
    expect(JSON.stringify(blockIn(modal, BLOCK.what))).toContain('`aLiveSession`');
    // Rocket.Chat puts the focus into the first element: Enter there ends nothing.
    const first = blocksIn(modal).find(({ element }) => element);
    expect(first).toMatchObject({ blockId: BLOCK.reason, element: { actionId: ACTION.reason, multiline: true } });
    expect(first).toMatchObject({ optional: true });
  });

  test('is submitted by a button that warns, and can be cancelled', () => {
    expect(logoutModal(pending, totp, context)).toMatchObject({
      submit: { type: 'button', style: 'danger', text: { text: 'End the session' } },
      close: { type: 'button', text: { text: 'Cancel' } },
    });
  });

  test('has a field for the code that is another one in every turn, and empty', () => {
    const fields = [3, 4].map((turn) => blockIn(logoutModal({ ...pending, turn }, totp, context), BLOCK.code)?.element);
    expect(fields.map((field) => field?.actionId)).toEqual(['code-3', 'code-4']);
    expect(codeActionId(3)).toBe('code-3');
    expect(fields.map((field) => field?.initialValue)).toEqual([undefined, undefined]);
  });

  test('opens with the reason so far', () => {
    expect(blockIn(logoutModal(pending, totp, context), BLOCK.reason)?.element?.initialValue).toBe('stolen laptop');
  });

  describe('updated', () => {
    const problem = 'That code is incorrect.';

    test('leaves the reason to the client, which keeps what was typed: the engine logs the answer', () => {
      const modals = [logoutModal(pending, mail, context, {}), logoutModal(pending, 'confirm', context, { problem })];
      for (const modal of modals) {
        expect(blockIn(modal, BLOCK.reason)?.element).not.toHaveProperty('initialValue', expect.anything());
        expect(JSON.stringify(modal)).not.toContain('stolen laptop');
      }
    });

    test('says what went wrong where it cannot be overlooked, before the code', () => {
      const modal = logoutModal(pending, totp, context, { problem });
      expect(idsIn(modal)).toEqual([BLOCK.what, BLOCK.reason, BLOCK.problem, BLOCK.code]);
      expect(blockIn(modal, BLOCK.problem)).toMatchObject({
        type: 'callout',
        variant: 'danger',
        text: { type: 'plain_text', text: problem },
      });
    });

    test('says nothing where nothing went wrong', () => {
      expect(idsIn(logoutModal(pending, totp, context, {}))).toEqual([BLOCK.what, BLOCK.reason, BLOCK.code]);
    });

    test('has the same view and blocks of the same names as opened, so that the client keeps what was typed', () => {
      const [opened, updated] = [logoutModal(pending, mail, context), logoutModal(pending, mail, context, {})];
      expect(updated.id).toBe(opened.id);
      expect(idsIn(updated)).toEqual(idsIn(opened));
    });
  });

  test.each([
    [true, 'We mailed a code to `o…@example.com`.'],
    [false, 'A code was mailed to `o…@example.com` earlier'],
  ])('says where the code was mailed to, just now: %s, and offers another', (mailed, text) => {
    const modal = logoutModal(pending, { ...mail, mailed }, context);
    expect(idsIn(modal)).toEqual([BLOCK.what, BLOCK.reason, BLOCK.note, BLOCK.actions, BLOCK.code]);
    expect(JSON.stringify(blockIn(modal, BLOCK.note))).toContain(text);
    expect(JSON.stringify(blockIn(modal, BLOCK.actions))).toMatch(/"actionId":"send-again","value":"p1"/);
  });

  test('mails nothing where no code was mailed, and says so when a password is asked for', () => {
    expect(JSON.stringify(logoutModal(pending, totp, context))).not.toContain('send-again');
    const password = JSON.stringify(logoutModal(pending, { ...totp, method: 'password' }, context));
    expect(password).not.toContain('send-again');
    expect(password).toContain('it can be read here');
  });

  test('that asks for nothing but a yes has no field for a code', () => {
    const modal = logoutModal(pending, 'confirm', context);
    expect(idsIn(modal)).toEqual([BLOCK.what, BLOCK.reason, BLOCK.note]);
    expect(JSON.stringify(modal)).toContain('does not ask you for a code');
    expect(modal.submit).toBeDefined();
  });

  test('shows what comes from elsewhere as plain text or as code', () => {
    const text = '`*[x](javascript:alert(1))\n@all`';
    const modal = logoutModal({ ...pending, sessionId: text }, { ...mail, address: text }, context);
    const shown = '`*[x](javascript:alert(1)) @all`';
    expect(blockIn(modal, BLOCK.what)).toMatchObject({ text: { text: expect.stringContaining(shown) } });
    expect(blockIn(modal, BLOCK.note)).toMatchObject({ text: { text: expect.stringContaining(shown) } });
    const problem = logoutModal(pending, totp, context, { problem: text });
    expect(blockIn(problem, BLOCK.problem)).toMatchObject({ text: { type: 'plain_text', text } });
  });
});

test('a notice takes the button away that the dialog had before it, and asks for nothing', () => {
  const modal = noticeModal('p1', 'The workspace is slow.', context);
  expect(modal.submit).toBeNull();
  // What is undefined does not arrive in the client, which would keep the old button.
  expect(JSON.parse(JSON.stringify(modal))).toHaveProperty('submit', null);
  expect(modal).toMatchObject({ id: 'logout-p1', close: { text: { text: 'Close' } } });
  expect(idsIn(modal)).toEqual([BLOCK.note]);
  expect(JSON.stringify(modal)).not.toContain('"input"');
});

test('the dialog that leads to the consent page names the address once, in its button', () => {
  const modal = connectModal('connect-1', 'http://workspace.test/oauth/authorize', 1, context);
  const text = JSON.stringify(modal);
  expect(text.match(/oauth\/authorize/g)).toHaveLength(1);
  expect(text).toContain('for 10 minutes');
  expect(modal.submit).toBeUndefined();
});
