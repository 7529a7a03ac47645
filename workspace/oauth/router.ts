import OAuth2Server, { OAuthError } from '@node-oauth/oauth2-server';
import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { WorkspaceStore } from '../store';
import { browserLogin, handleLoginForm, sendLoginPage } from './browser';
import { oauthModel } from './model';
import { consentContent, sendPage } from './pages';

type Handler = (request: Request, response: Response) => Promise<void>;

/**
 * The workspace as an OAuth2 provider, under `/oauth` (`apps/meteor/server/oauth2-server/oauth.ts` and the consent page
 * of the web client). Bodies must have been parsed already.
 */
export function oauthRouter(store: WorkspaceStore): Router {
  const oauth = new OAuth2Server({ model: oauthModel(store) });
  const router = Router();
  router.get(
    '/authorize',
    run((request, response) => showConsent(store, oauth, request, response)),
  );
  router.post(
    '/authorize',
    run((request, response) => handleConsent(store, oauth, request, response)),
  );
  router.all(
    '/token',
    run((request, response) => handleToken(store, oauth, request, response)),
  );
  router.post(
    '/login',
    run((request, response) => handleLoginForm(store, request, response)),
  );
  router.get('/error/:error', (_request, response) => {
    sendPage(response, 200, 'Invalid OAuth client', '<p>The client or its redirect address is not registered.</p>');
  });
  router.use(oauthErrors);
  return router;
}

function run(handler: Handler): RequestHandler {
  return (request, response, next) => {
    handler(request, response).catch(next);
  };
}

async function showConsent(
  store: WorkspaceStore,
  oauth: OAuth2Server,
  request: Request,
  response: Response,
): Promise<void> {
  const { client_id: clientId, redirect_uri: redirectUri, state, response_type: responseType } = request.query;
  const client = typeof clientId === 'string' ? store.oauth.appByClientId(clientId) : undefined;
  if (!client?.active) {
    response.redirect('/oauth/error/404');
    return;
  }
  if (typeof redirectUri === 'string' && !client.redirectUri.split(',').includes(redirectUri)) {
    response.redirect('/oauth/error/invalid_redirect_uri');
    return;
  }
  const login = browserLogin(store, request);
  if (login === undefined) {
    sendLoginPage(response, request.originalUrl);
    return;
  }
  if (store.oauth.hasConsented(login.user._id, client.clientId)) {
    await authorize(store, oauth, login.user._id, request, response);
    return;
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const fields = {
    token: login.token,
    client_id: client.clientId,
    response_type: text(responseType),
    redirect_uri: text(redirectUri),
    state: text(state),
  };
  sendPage(response, 200, 'Authorize access?', consentContent(client.name, login.user.username, fields));
}

/** Handles the consent form. Its `token` identifies the user: no page of another site can know it. */
async function handleConsent(
  store: WorkspaceStore,
  oauth: OAuth2Server,
  request: Request,
  response: Response,
): Promise<void> {
  const { allow, token } = request.body as Record<string, unknown>;
  if (allow !== 'yes') {
    response
      .status(401)
      .send({ error: 'access_denied', error_description: 'The user denied access to your application' });
    return;
  }
  const user = typeof token === 'string' ? store.users.byToken(token)?.user : undefined;
  if (user === undefined) {
    response.status(401).send(token === undefined ? 'No token' : 'Invalid token');
    return;
  }
  await authorize(store, oauth, user._id, request, response);
}

async function authorize(
  store: WorkspaceStore,
  oauth: OAuth2Server,
  userId: string,
  request: Request,
  response: Response,
): Promise<void> {
  const body = request.body as Record<string, unknown>;
  const clientId = body.client_id ?? request.query.client_id;
  const answer = new OAuth2Server.Response(response);
  const handle = async () => {
    if (typeof clientId === 'string') {
      store.oauth.consent(userId, clientId);
    }
    return { id: userId };
  };
  await oauth.authorize(libraryRequest(request, body), answer, { authenticateHandler: { handle } });
  send(response, answer);
}

async function handleToken(
  store: WorkspaceStore,
  oauth: OAuth2Server,
  request: Request,
  response: Response,
): Promise<void> {
  const { code_verifier: verifier, ...body } = request.body as Record<string, unknown>;
  // The library in 6.5 did not know PKCE and ignored a verifier; later ones refuse it without a stored challenge.
  const known = store.version === '6.5' || verifier === undefined ? body : { ...body, code_verifier: verifier };
  const answer = new OAuth2Server.Response(response);
  await oauth.token(libraryRequest(request, known), answer);
  send(response, answer);
}

/** Fields may also come in the query or as JSON: a real workspace always tells the library that it was a form. */
function libraryRequest(request: Request, body: Record<string, unknown>): OAuth2Server.Request {
  const isForm = Boolean(request.is('application/x-www-form-urlencoded')) || request.method !== 'POST';
  return new OAuth2Server.Request({
    method: request.method,
    query: request.query as Record<string, string>,
    headers: {
      ...(request.headers as Record<string, string>),
      ...(!isForm && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1' }),
    },
    body: isForm ? body : { ...body, ...request.query },
  });
}

function send(response: Response, { status, headers = {}, body }: OAuth2Server.Response): void {
  const { location, ...others } = headers;
  response.set(others);
  if (status === 302 && location !== undefined) {
    response.redirect(location);
  } else {
    response.status(status ?? 200).send(body);
  }
}

const oauthErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof OAuthError) {
    response.status(error.code).send({ error: error.name, error_description: error.message });
  } else {
    next(error);
  }
};
