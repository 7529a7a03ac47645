import { GENERATIONS } from '../../workspace/web/client/generations';
import { named } from '../e2e/chat/support/texts';
import { useBrowser } from './support/browserWorkspace';
import type { Tab } from './support/tab';

const workspace = useBrowser();

/** What a person sees of a logout, in each of the web clients. */
describe.each(GENERATIONS.map(({ id, everySubmitCloses }) => ({ client: id, everySubmitCloses })))(
  'in the client of $client',
  ({ client, everySubmitCloses }) => {
    const about = () => named(workspace.alice.sessionId);

    /** What was wrong is said, and the question can be answered again with nothing lost. */
    async function isAskedAgain(
      tab: Tab,
      problem: 'modal:code-incorrect' | 'modal:code-incorrect-tries',
    ): Promise<void> {
      if (everySubmitCloses) {
        await tab.dialog.gone();
        await tab.told('chat:code-incorrect', about());
        await tab.follows('chat:code-incorrect', 'button:try-again');
        await tab.dialog.named('modal:title');
      } else {
        await tab.dialog.says(problem, { tries: '4' });
      }
      expect(await tab.dialog.field('modal:reason').inputValue()).toBe('stolen laptop');
    }

    async function seesItDone(tab: Tab, results: readonly string[]): Promise<void> {
      await tab.told('chat:done', about());
      await tab.dialog.gone();
      await tab.seesEnded('alice', workspace.alice.sessionId, tab.username);
      await workspace.expectEnded(tab, results);
    }

    test('a person connects by the consent page, goes on with their logout, and ends it with a code', async () => {
      const tab = await workspace.open('admin', client);
      await tab.types(workspace.alice.sessionId);
      await tab.follows('chat:connect-first', 'button:connect');
      await tab.connects();
      const entry = tab.page.getByRole('list', { name: 'Audit entries' }).getByRole('listitem').first();
      await entry.filter({ hasText: 'connect by browser' }).getByText('done').waitFor();
      await tab.dialog.button('modal:close').click();
      await tab.dialog.gone();
      await tab.follows('chat:connected-go-on', 'button:go-on');

      await tab.dialog.named('modal:title');
      await tab.dialog.says('modal:session', about());
      expect(await tab.dialog.buttons()).toEqual(['×', tab.text('modal:cancel'), tab.text('modal:log-out')]);
      await tab.dialog.answers('modal:code:totp', await tab.authenticatorCode());
      await seesItDone(tab, ['error-not-connected', 'totp-required', 'done']);
    });

    test('with the keyboard alone: an incorrect code, then the right one', async () => {
      const tab = await workspace.openConnected('admin', client);
      const { keyboard } = tab.page;
      await tab.composer.focus();
      await keyboard.type('/log');
      await keyboard.press('Enter');
      await keyboard.type(`${workspace.alice.sessionId} stolen laptop`);
      await keyboard.press('Enter');
      await tab.dialog.named('modal:title');
      await keyboard.press('Tab');
      await keyboard.type('12345');
      await keyboard.press('Enter');
      await isAskedAgain(tab, 'modal:code-incorrect');

      const code = tab.dialog.field('modal:code:totp');
      expect(await code.inputValue()).toBe('');
      await tab.dialog.field('modal:reason').focus();
      await keyboard.press('Tab');
      await keyboard.type(await tab.authenticatorCode());
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.press('Space');
      await seesItDone(tab, ['totp-required', 'totp-invalid', 'done']);
    });

    test('with a mailed code: an incorrect one, then the right one', async () => {
      await workspace.appSettings({ allowed_roles: 'admin, security-officer' });
      const tab = await workspace.openConnected('olivia', client);
      await tab.opensDialog(`${workspace.alice.sessionId} stolen laptop`);
      await tab.dialog.answers('modal:code:email', '12345');
      await isAskedAgain(tab, 'modal:code-incorrect-tries');
      await tab.dialog.answers('modal:code:email', await tab.mailedCode());
      await seesItDone(tab, ['totp-required', 'totp-invalid', 'done']);
    });

    test('with a password, where that is allowed: an incorrect one, then the right one', async () => {
      await workspace.appSettings({ password_in_chat: true });
      const tab = await workspace.openConnected('pat', client);
      await tab.opensDialog(`${workspace.alice.sessionId} stolen laptop`);
      await tab.dialog.answers('modal:code:password', 'forgotten');
      await isAskedAgain(tab, 'modal:code-incorrect');
      await tab.dialog.answers('modal:code:password', await tab.ownPassword());
      await seesItDone(tab, ['totp-required', 'totp-invalid', 'done']);
    });
  },
);
