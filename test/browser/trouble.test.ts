import { GENERATIONS } from '../../workspace/web/client/generations';
import { named } from '../e2e/chat/support/texts';
import { useBrowser } from './support/browserWorkspace';
import type { Tab } from './support/tab';

const workspace = useBrowser();
const LOGOUT = '/api/v1/sessions/logout';
/** Longer than a dialog waits, and shorter than a client does. */
const SLOW_SUBMIT_MS = 4_200;

const about = () => named(workspace.alice.sessionId);

const CLIENTS = GENERATIONS.map(({ id, everySubmitCloses }) => ({ client: id, everySubmitCloses }));

describe.each(CLIENTS)('in the client of $client', ({ client, everySubmitCloses }) => {
  describe('a workspace in trouble, broken on the page', () => {
    test('slow: a message says so, and the next one leads to the dialog', async () => {
      const tab = await workspace.openConnected('admin', client);
      await tab.turns('Workspace slow', 'on');
      await tab.types(workspace.alice.sessionId);
      await tab.told('chat:slow', about());
      await tab.told('chat:code-needed:totp', about());
      expect(await tab.dialog.frame.count()).toBe(0);
      await tab.turns('Workspace slow', 'off');
      await tab.follows('chat:code-needed:totp', 'button:enter-code');
      await tab.dialog.answers('modal:code:totp', await tab.authenticatorCode());
      await tab.told('chat:done', about());
      await workspace.expectEnded(tab, ['totp-required', 'done']);
    });

    test('unreachable: a message says so, and leads on once it is back', async () => {
      const tab = await workspace.openConnected('admin', client);
      await tab.turns('Workspace unreachable', 'on');
      await tab.types(workspace.alice.sessionId);
      await tab.told('error-workspace-unreachable');
      expect(await tab.dialog.frame.count()).toBe(0);
      await tab.turns('Workspace unreachable', 'off');
      await tab.follows('error-workspace-unreachable', 'button:try-again');
      await tab.dialog.answers('modal:code:totp', await tab.authenticatorCode());
      await tab.told('chat:done', about());
      await workspace.expectEnded(tab, ['error-workspace-unreachable', 'totp-required', 'done']);
    });

    test.each([
      ['Rate limit reached', 'error-too-many-requests'],
      ['Two-factor authentication off', 'error-2fa-not-enforced'],
    ] as const)('%s: it is said at once, and no dialog opens', async (thing, error) => {
      const tab = await workspace.openConnected('admin', client);
      await tab.turns(thing, 'on');
      await tab.types(workspace.alice.sessionId);
      await tab.told(error, { seconds: '42' });
      expect(await tab.dialog.frame.count()).toBe(0);
      await workspace.expectNotEnded([error]);
    });
  });

  describe('a submitted dialog', () => {
    test('a submit that takes too long: the result is announced, and follows', async () => {
      const tab = await workspace.openConnected('admin', client);
      await tab.opensDialog(workspace.alice.sessionId);
      await workspace.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_SUBMIT_MS });
      await tab.dialog.answers('modal:code:totp', await tab.authenticatorCode());
      if (everySubmitCloses) {
        await tab.told('chat:slow-result', about());
        await tab.dialog.gone();
      } else {
        await tab.dialog.says('modal:slow');
        expect(await tab.dialog.buttons()).toEqual(['×', tab.text('modal:close')]);
        await tab.dialog.button('modal:close').click();
      }
      await tab.told('chat:done', about());
      await workspace.expectEnded(tab, ['totp-required', 'done']);
    });

    test('unreachable when the code is sent: a message says so, and leads on once it is back', async () => {
      const tab = await workspace.openConnected('admin', client);
      await tab.opensDialog(workspace.alice.sessionId);
      await tab.turns('Workspace unreachable', 'on');
      await tab.dialog.answers('modal:code:totp', await tab.authenticatorCode());
      await tab.told('error-workspace-unreachable');
      await tab.dialog.gone();
      await tab.turns('Workspace unreachable', 'off');
      await tab.follows('error-workspace-unreachable', 'button:try-again');
      await tab.dialog.answers('modal:code:totp', await tab.authenticatorCode());
      await tab.told('chat:done', about());
      await workspace.expectEnded(tab, ['totp-required', 'error-workspace-unreachable', 'done']);
    });

    test('a double click on the button ends the session once, and says so once', async () => {
      const tab = await workspace.openConnected('admin', client);
      await tab.opensDialog(workspace.alice.sessionId);
      await tab.dialog.field('modal:code:totp').fill(await tab.authenticatorCode());
      await tab.dialog.button('modal:log-out').dblclick();
      await tab.told('chat:done', about());
      await workspace.untilRefusalsAreTold(1);
      expect(await tab.messages('chat:done').count()).toBe(1);
      await workspace.expectEndedWhileRefused(tab, ['totp-required', 'done', 'error-request-expired']);
    });
  });

  describe('a mailed code that ran out', () => {
    const EXPIRATION = 'Accounts_TwoFactorAuthentication_By_Email_Code_Expiration';
    const ATTEMPTS = 'Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts';

    beforeEach(() => workspace.appSettings({ allowed_roles: 'security-officer' }));

    /** Waits for the second mail, and reads the code in it. */
    async function secondCode(tab: Tab): Promise<string> {
      await tab.page.getByRole('list', { name: 'Inbox' }).getByRole('listitem').nth(1).waitFor();
      return tab.mailedCode();
    }

    test('in time: another one is mailed, which works', async () => {
      await workspace.settings({ [EXPIRATION]: 0 });
      const tab = await workspace.openConnected('olivia', client);
      await tab.opensDialog(workspace.alice.sessionId);
      const code = await tab.mailedCode();
      await workspace.settings({ [EXPIRATION]: 3600 });
      await tab.dialog.answers('modal:code:email', code);
      if (everySubmitCloses) {
        await tab.follows('chat:code-incorrect', 'button:try-again');
      } else {
        await tab.dialog.says('modal:code-incorrect-mailed');
      }
      await tab.dialog.answers('modal:code:email', await secondCode(tab));
      await tab.told('chat:done', about());
      await workspace.expectEnded(tab, ['totp-required', 'totp-invalid', 'done']);
    });

    test('by incorrect tries: a message says so, and typing the command again has another one mailed', async () => {
      await workspace.settings({ [ATTEMPTS]: 1 });
      const tab = await workspace.openConnected('olivia', client);
      await tab.opensDialog(workspace.alice.sessionId);
      await tab.dialog.answers('modal:code:email', '12345');
      await tab.told('chat:totp-max-attempts', about());
      await tab.dialog.gone();
      await workspace.expectNotEnded(['totp-required', 'totp-max-attempts']);
      await tab.opensDialog(workspace.alice.sessionId);
      await tab.dialog.says('modal:mailed');
      await tab.dialog.answers('modal:code:email', await secondCode(tab));
      await tab.told('chat:done', about());
      await workspace.expectEnded(tab, ['totp-required', 'totp-max-attempts', 'totp-required', 'done']);
    });
  });
});
