import type { RemoteLogin } from '../../remote/login';
import { shown } from '../../remote/texts';
import { APP_PATH } from '../app';
import { expectThat, inWords } from '../expectations';
import { send } from '../http';
import { CouldNotTry } from '../outcomes';
import { TEXTS } from '../texts';

const PATIENCE_MS = 30_000;

/**
 * Consents on the workspace's page as a browser does in which this person is logged in: the page posts the link's own
 * parameters, the login token and `allow=yes` (apps/meteor/client/views/oauth/components/AuthorizationFormPage.tsx,
 * apps/meteor/app/oauth2-server-config/server/oauth/oauth2-server.ts), and the browser is sent to the app.
 *
 * @param link as the app gave it. The token goes nowhere else than to the workspace that is being looked at
 * @throws CouldNotTry where the link leads to another address; Failed
 */
export async function consent(link: string, { remote, authToken }: RemoteLogin): Promise<void> {
  const page = new URL(link);
  if (page.origin + page.pathname !== `${remote.url}/oauth/authorize`) {
    throw new CouldNotTry(TEXTS.linkLeadsElsewhere(shown(page.origin)));
  }
  const form = new URLSearchParams([...page.searchParams, ['token', authToken], ['allow', 'yes']]);
  const answer = await send(page.origin + page.pathname, { method: 'POST', text: form }, PATIENCE_MS);
  const location = answer.headers.get('location') ?? '';
  const callback = `${remote.url}${APP_PATH}/oauth/callback`;
  expectThat(answer.status === 302 && location.startsWith(`${callback}?`), TEXTS.sentBack, () =>
    answer.status === 302 ? shown(location.split('?')[0]) : inWords(answer),
  );
  const back = await send(location, { method: 'GET' }, PATIENCE_MS);
  expectThat(back.status === 200, TEXTS.connectedPage, () => String(back.status));
}
