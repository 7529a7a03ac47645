import { NOTHING } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { callbackUrl, expectConnected, expectNotConnected, linkFor } from './support/connecting';
import { expectLeft, recordedAs, requestsOfApp } from './support/expectations';
import type { Person } from './support/person';
import { say, saying } from './support/texts';
import { sentencesOf } from './support/views';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.person('admin');
});

describe('by modal', () => {
  test('a button opens the consent page; then the person is connected, and is told so', async () => {
    const modal = (await admin.types('connect')).opened;
    expect(modal.title.text).toBe(say('modal:connect-title'));
    expect(sentencesOf(modal)).toEqual([say('modal:connect', { hours: '1' }), say('modal:connect-note')]);
    await expectLeft(chat, { received: NOTHING, recorded: [] });

    const { message } = await admin.consents(modal);
    expect(message.text).toEqual(saying('chat:connected'));
    expect(message.blocks ?? []).toEqual([]);
    await expectConnected(chat, admin);
  });

  test('the link names the client of the app, and a state that nobody can guess; no PKCE, which servers refuse', async () => {
    const { origin, pathname, searchParams } = new URL(await linkFor(admin));
    const [client] = (await chat.state()).oauthApps;

    expect(origin + pathname).toBe(`${chat.url}/oauth/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: callbackUrl(chat),
      state: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    });
    expect(client).toMatchObject({ name: 'Session Logout', active: true, redirectUri: callbackUrl(chat) });
  });

  test('every link has a state of its own; only its hash is stored, for ten minutes', async () => {
    const before = Date.now();
    const states = [await linkFor(admin), await linkFor(admin)].map((link) => new URL(link).searchParams.get('state'));

    expect(new Set(states).size).toBe(2);
    const stored = await chat.stored('state');
    expect(stored).toHaveLength(2);
    const { expiresAt } = stored[0].data as { expiresAt: number };
    expect(expiresAt).toBeGreaterThanOrEqual(before + 600_000);
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + 600_000);
    const everything = JSON.stringify(await chat.persistence());
    states.forEach((state) => expect(everything).not.toContain(state));
  });

  test('a person who consented before is sent on at once, and still has one connection', async () => {
    await admin.connects();
    const sentOn = await admin.browser.opens(await linkFor(admin));
    expect(sentOn.status).toBe(302);

    const page = await admin.browser.opens(sentOn.headers.get('location') ?? '');
    expect(page.status).toBe(200);
    await expectConnected(chat, admin, 2);
  });
});

describe('by link, if no modal can open', () => {
  test('a message gives the address, and it works', async () => {
    const { message } = await admin.types('connect', { modals: false });
    expect(message.text).toEqual(saying('chat:connect-here'));

    const [link] = /https?:\S+/.exec(message.text) ?? [''];
    expect((await admin.browser.opens(await admin.browser.allows(link))).status).toBe(200);
    await expectConnected(chat, admin);
  });
});

describe('how long it lasts', () => {
  const HOUR_MS = 3_600_000;

  test.each([1, 24, 336])('%i hours', async (hours) => {
    await chat.appSettings({ connection_hours: hours });
    const before = Date.now();
    const modal = (await admin.types('connect')).opened;
    expect(sentencesOf(modal)).toContain(say('modal:connect', { hours: String(hours) }));
    await admin.consents(modal);

    const [{ data }] = await chat.stored('connection-of-');
    const { expiresAt } = data as { expiresAt: number };
    expect(expiresAt).toBeGreaterThanOrEqual(before + hours * HOUR_MS);
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + hours * HOUR_MS);
  });

  test.each([0, 337, 1.5, 'long', null])('%s hours are refused when saved', async (hours) => {
    const { status, text } = await chat.tryAppSettings({ connection_hours: hours });

    expect(status).toBe(400);
    expect(text).toContain('1 to 336');
  });
});

describe('who may connect', () => {
  test('no allowed role: refused and recorded, no state is made, and the workspace is asked nothing', async () => {
    const max = await chat.person('max');

    expect((await max.types('connect')).message.text).toBe(say('chat:error-unauthorized'));
    expect((await max.types('connect', { modals: false })).message.text).toBe(say('chat:error-unauthorized'));
    expect(await chat.stored('state')).toEqual([]);
    expect(await requestsOfApp(chat)).toEqual([]);
    const entries = await recordedAs(chat, 'connect');
    // Two of a kind within a minute are one entry; a minute may end between them.
    expect(entries.reduce((sum, { times = 1 }) => sum + times, 0)).toBe(2);
    entries.forEach((entry) =>
      expect(entry).toMatchObject({ callerUsername: 'max', via: 'command', outcome: { result: 'error-unauthorized' } }),
    );
  });
});

describe('consent denied', () => {
  test('the workspace does not send the browser back; nothing is stored, and the link still works', async () => {
    const link = await linkFor(admin);
    const denied = await admin.browser.answers(link, 'no');

    expect(denied.status).toBe(401);
    expect(denied.headers.get('location')).toBeNull();
    expect(await chat.stored('connection')).toEqual([]);
    expect(await recordedAs(chat, 'connect')).toEqual([]);

    await admin.browser.opens(await admin.browser.allows(link));
    await expectConnected(chat, admin);
  });

  test('a server that does send it back, with the error: said so, recorded, and the state is used up', async () => {
    const link = await linkFor(admin);
    const state = new URL(link).searchParams.get('state');
    const page = await admin.browser.opens(`${callbackUrl(chat)}?error=access_denied&state=${state}`);

    expect(page.status).toBe(502);
    expect(page.text).toContain(say('error-connect-failed'));
    await expectNotConnected(chat, admin, ['error-connect-failed']);

    const later = await admin.browser.opens(await admin.browser.allows(link));
    expect(later.text).toContain(say('error-connect-link-invalid'));
    await expectNotConnected(chat, admin, ['error-connect-failed']);
  });
});

describe('the OAuth client', () => {
  const ownClient = async () => {
    const { oauthApps } = await chat.state();
    expect(oauthApps).toHaveLength(1);
    return oauthApps[0];
  };

  test('deleted by an admin: made again when somebody connects', async () => {
    const { clientId } = await ownClient();
    await chat.changeOAuthApp(clientId, 'delete');
    expect((await chat.state()).oauthApps).toEqual([]);

    await admin.connects();
    await expectConnected(chat, admin);
    const made = await ownClient();
    expect(made).toMatchObject({ name: 'Session Logout', active: true, redirectUri: callbackUrl(chat) });
    expect(made.clientId).not.toBe(clientId);
  });

  test('deleted while somebody is on the consent page: said so, nothing is stored, and another try works', async () => {
    const callback = await admin.browser.allows(await linkFor(admin));
    await chat.changeOAuthApp((await ownClient()).clientId, 'delete');

    const page = await admin.browser.opens(callback);
    expect(page.text).toContain(say('error-connect-failed'));
    await expectNotConnected(chat, admin, ['error-connect-failed']);

    await admin.connects();
    await expectConnected(chat, admin, 2);
  });

  test('disabled by an admin: left alone, and said so; enabled again: used again', async () => {
    const client = await ownClient();
    await chat.changeOAuthApp(client.clientId, 'disable');

    expect((await admin.types('connect')).message.text).toBe(say('error-oauth-client-disabled'));
    expect((await admin.types('connect', { modals: false })).message.text).toBe(say('error-oauth-client-disabled'));
    expect(await ownClient()).toMatchObject({ clientId: client.clientId, active: false });
    expect(await chat.stored('state')).toEqual([]);
    await expectNotConnected(chat, admin, ['error-oauth-client-disabled', 'error-oauth-client-disabled']);

    await chat.changeOAuthApp(client.clientId, 'enable');
    await admin.connects();
    await expectConnected(chat, admin, 3);
    expect(await ownClient()).toMatchObject({ clientId: client.clientId, active: true });
  });

  test('after the site URL changed, the redirect is set right and the client stays', async () => {
    const client = await ownClient();
    const elsewhere = chat.url.replace('127.0.0.1', 'localhost');
    await chat.settings({ Site_Url: elsewhere });
    const link = new URL(await linkFor(admin));

    expect(link.origin).toBe(elsewhere);
    const redirectUri = callbackUrl(chat).replace(chat.url, elsewhere);
    expect(link.searchParams.get('redirect_uri')).toBe(redirectUri);
    expect(await ownClient()).toMatchObject({ clientId: client.clientId, redirectUri });
  });
});
