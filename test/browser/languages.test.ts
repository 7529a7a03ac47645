import { GENERATIONS } from '../../workspace/web/client/generations';
import { named } from '../e2e/chat/support/texts';
import { useBrowser } from './support/browserWorkspace';

const workspace = useBrowser();

describe.each(GENERATIONS.map(({ id, everySubmitCloses }) => ({ client: id, everySubmitCloses })))(
  'in the client of $client',
  ({ client, everySubmitCloses }) => {
    test.each(['en', 'pt-BR', 'es', 'de'])('all of a logout in %s, from connecting on', async (language) => {
      const about = named(workspace.alice.sessionId);
      await workspace.createAccount({ username: 'reader', language, roles: ['admin', 'user'], totp: true });
      const tab = (await workspace.open('reader', client)).reading(language);

      await tab.types(workspace.alice.sessionId);
      await tab.follows('chat:connect-first', 'button:connect');
      await tab.dialog.says('modal:connect', { hours: '1' });
      await tab.dialog.says('modal:connect-note');
      await tab.connects();
      await tab.dialog.button('modal:close').click();
      await tab.follows('chat:connected-go-on', 'button:go-on');

      await tab.dialog.named('modal:title');
      await tab.dialog.says('modal:session', about);
      expect(await tab.dialog.buttons()).toEqual(['×', tab.text('modal:cancel'), tab.text('modal:log-out')]);
      await tab.dialog.field('modal:reason').fill('ü, ção, ñ');
      await tab.dialog.answers('modal:code:totp', '12345');
      if (everySubmitCloses) {
        await tab.follows('chat:code-incorrect', 'button:try-again');
      } else {
        await tab.dialog.says('modal:code-incorrect');
      }
      await tab.dialog.answers('modal:code:totp', await tab.authenticatorCode());
      await tab.told('chat:done', about);
      await tab.told('chat:request');
      await workspace.expectEnded(tab, ['error-not-connected', 'totp-required', 'totp-invalid', 'done']);
    });
  },
);
