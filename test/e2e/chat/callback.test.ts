import { createHash } from 'crypto';
import type { Answer } from '../../../workspace/client/http';
import { useChat } from './support/chatWorkspace';
import { callbackUrl, expectConnected, expectNotConnected, linkFor } from './support/connecting';
import { recordedAs, requestsOfApp } from './support/expectations';
import { Reply, useImpostor } from './support/impostor';
import type { Person } from './support/person';
import { say } from './support/texts';

const chat = useChat();
const impostor = useImpostor(() => chat.url);
let admin: Person;

beforeEach(async () => {
  admin = await chat.person('admin');
});

/** Where the browser is sent back to when a person allows what a link asks for. */
const callbackFor = async (link: string, person: Person): Promise<URL> => new URL(await person.browser.allows(link));

/** The page as a browser sees it: what it may do, and what it says. */
function expectPage({ headers, text }: Answer, sentence: string, language = 'en'): void {
  const [style] = /(?<=<style>).*(?=<\/style>)/s.exec(text) ?? [''];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      `default-src 'none'; style-src 'sha256-${hash}'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(text).toMatch(/^<!DOCTYPE html>\n/);
  expect(text).toContain(`<html lang="${language}">`);
  expect(text).toContain('<meta name="viewport"');
  expect(text).toMatch(/<main><h1>[^<]+<\/h1><p>[^<]+<\/p><\/main>/);
  expect(text).not.toMatch(/<script|<img|<link|<a |https?:/);
  const entities: Record<string, string> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };
  expect(text.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity])).toContain(sentence);
}

describe('the page', () => {
  test('says that it is done, may not run or load anything, and is not stored anywhere', async () => {
    expectPage(await admin.connects(), say('page:connected'));
  });

  test('about a failure is the same kind of page', async () => {
    const page = await admin.browser.opens(`${callbackUrl(chat)}?code=x&state=y`);

    expect(page.status).toBe(400);
    expectPage(page, say('error-connect-link-invalid'));
    expect(page.text).toContain(`<h1>${say('page:failed-title')}</h1>`);
  });

  test("is in the browser's language if the person is not known", async () => {
    const page = await admin.browser.opens(callbackUrl(chat), { 'Accept-Language': 'de-CH,de;q=0.9,en;q=0.5' });

    expect(page.text).toContain('<html lang="de">');
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])(
    '%s: not allowed, and the link still works',
    async (method) => {
      const callback = await callbackFor(await linkFor(admin), admin);
      const response = await fetch(callback, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);

      expect((await admin.browser.opens(callback.href)).status).toBe(200);
      await expectConnected(chat, admin);
    },
  );
});

/** The page says that the link is not valid; nothing was stored, and the workspace was not asked for a token. */
async function expectLinkInvalid(page: Answer): Promise<void> {
  expect(page.status).toBe(400);
  expectPage(page, say('error-connect-link-invalid'));
  expect(await chat.stored('connection')).toEqual([]);
  expect(await requestsOfApp(chat)).toEqual([]);
}

describe('the state', () => {
  test('works once: opened again, the page says so, and the connection stays', async () => {
    const callback = await callbackFor(await linkFor(admin), admin);
    await admin.browser.opens(callback.href);
    const again = await admin.browser.opens(callback.href);

    expect(again.status).toBe(400);
    expectPage(again, say('error-connect-link-invalid'));
    await expectConnected(chat, admin);
  });

  test('works once, even with another code', async () => {
    const link = await linkFor(admin);
    const first = await callbackFor(link, admin);
    await admin.browser.opens(first.href);
    const second = await callbackFor(link, admin);
    expect(second.searchParams.get('code')).not.toBe(first.searchParams.get('code'));

    expect((await admin.browser.opens(second.href)).status).toBe(400);
    await expectConnected(chat, admin);
  });

  test('works once: when it is opened many times at once, one of them connects', async () => {
    const callback = await callbackFor(await linkFor(admin), admin);
    const pages = await Promise.all(Array.from({ length: 5 }, () => admin.browser.opens(callback.href)));

    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
    await expectConnected(chat, admin);
  });

  test.each([
    ['missing', ''],
    ['empty', 'state='],
    ['twice', `state=${'a'.repeat(43)}&state=${'b'.repeat(43)}`],
    ['an object', `state[$ne]=${'a'.repeat(43)}`],
    ['too short', 'state=abc'],
    ['too long', `state=${'a'.repeat(5000)}`],
    ['never made', `state=${'a'.repeat(43)}`],
    ['with markup in it', `state=${encodeURIComponent('"><script>alert(1)</script>')}`],
    ['the name of a property', 'state=__proto__'],
  ])('%s: the page says that the link is not valid, and nothing else happens', async (_what, query) => {
    await chat.fault({ path: '/oauth/token', kind: 'drop' });
    const page = await admin.browser.opens(`${callbackUrl(chat)}?code=aCode&${query}`);

    await expectLinkInvalid(page);
    expect(page.text).not.toContain('alert');
    // The fault is still armed: no token was asked for.
    expect((await chat.state()).faults).toHaveLength(1);
    expect(await chat.auditEntries()).toEqual([]);
  });

  test.each([
    ['missing', ''],
    ['empty', 'code='],
    ['twice', 'code=a&code=b'],
    ['an object', 'code[$ne]=a'],
    ['with characters that no code has', `code=${encodeURIComponent('a\r\nb')}`],
    ['too long', `code=${'a'.repeat(513)}`],
  ])('a valid one with a code that is %s: refused and recorded, and no token is asked for', async (_what, query) => {
    const state = new URL(await linkFor(admin)).searchParams.get('state');
    await chat.fault({ path: '/oauth/token', kind: 'drop' });
    const page = await admin.browser.opens(`${callbackUrl(chat)}?${query}&state=${state}`);

    expect(page.status).toBe(502);
    expectPage(page, say('error-connect-failed'));
    expect((await chat.state()).faults).toHaveLength(1);
    await expectNotConnected(chat, admin, ['error-connect-failed']);
  });
});

describe("somebody else's code or state", () => {
  /** Nobody was connected; that is recorded under the name of the person whose state it was. */
  const expectWrongAccount = async (page: Answer, owner: Person): Promise<void> => {
    expect(page.status).toBe(403);
    expectPage(page, say('error-connect-wrong-account'));
    await expectNotConnected(chat, owner, ['error-connect-wrong-account']);
    const [entry] = await recordedAs(chat, 'connect');
    expect(entry).toMatchObject({ via: 'browser', callerId: owner.login.userId });
  };

  test("an attacker's code slipped to the victim's state: the victim does not act as the attacker", async () => {
    const attacker = await chat.person('pat');
    const callback = await callbackFor(await linkFor(attacker), attacker);
    const state = new URL(await linkFor(admin)).searchParams.get('state') ?? '';
    callback.searchParams.set('state', state);

    await expectWrongAccount(await admin.browser.opens(callback.href), admin);
  });

  test("the victim's code caught with the attacker's state: the attacker does not act as the victim", async () => {
    const attacker = await chat.person('pat');
    const callback = await callbackFor(await linkFor(admin), admin);
    const state = new URL(await linkFor(attacker)).searchParams.get('state') ?? '';
    callback.searchParams.set('state', state);

    await expectWrongAccount(await attacker.browser.opens(callback.href), attacker);
  });

  test("the attacker's link opened by the victim, who consents", async () => {
    const attacker = await chat.person('pat');
    const callback = await callbackFor(await linkFor(attacker), admin);

    await expectWrongAccount(await admin.browser.opens(callback.href), attacker);
    expect((await attacker.received()).map(({ kind }) => kind)).toEqual(['modal', 'message']); // connect and status
  });

  test('logged in to the browser as another person than in chat', async () => {
    const other = await chat.person('alice');
    const callback = await callbackFor(await linkFor(admin), other);

    await expectWrongAccount(await other.browser.opens(callback.href), admin);
  });
});

describe('the workspace does not play its part', () => {
  /** The page says so and it is recorded; the link is used up, and a new one works. */
  const expectFailedAndMendable = async (result: Parameters<typeof say>[0], status: number): Promise<void> => {
    const callback = await callbackFor(await linkFor(admin), admin);
    const page = await admin.browser.opens(callback.href);
    expect(page.status).toBe(status);
    expectPage(page, say(result));
    await expectNotConnected(chat, admin, [result]);
    expect((await admin.browser.opens(callback.href)).status).toBe(400);

    impostor.startOver();
    await admin.connects();
    await expectConnected(chat, admin, 2);
  };

  describe.each(['/oauth/token', '/api/v1/me'])('%s', (path) => {
    test.each([
      ['is down', { kind: 'drop' }, 'error-workspace-unreachable', 502],
      ['answers 500', { kind: 'status', status: 500 }, 'error-workspace-invalid-response', 502],
      ['answers a page with 200', { kind: 'status', status: 200 }, 'error-workspace-invalid-response', 502],
      ['answers half of it', { kind: 'garbage' }, 'error-workspace-invalid-response', 502],
      ['is too slow', { kind: 'delay', ms: 2000 }, 'error-workspace-timeout', 504],
      ['loses its answer', { kind: 'drop', when: 'after' }, 'error-workspace-unreachable', 502],
    ] as const)('%s', async (_what, fault, result, status) => {
      await chat.appSettings({ timeout_seconds: 1 });
      await chat.fault({ path, ...fault });

      await expectFailedAndMendable(result, status);
    });
  });

  const INVALID = 'error-workspace-invalid-response';
  const REFUSED = 'error-connect-failed';

  const lies: Array<[string, string, (truth: Reply) => Reply, typeof INVALID | typeof REFUSED]> = [
    ['a grant without a token', '/oauth/token', changed({ access_token: undefined }), INVALID],
    ['a token that is not text', '/oauth/token', changed({ access_token: 4711 }), INVALID],
    ['a token with another header in it', '/oauth/token', changed({ access_token: 'abc\r\nX-Evil: 1' }), INVALID],
    ['a token of another type', '/oauth/token', changed({ token_type: 'mac' }), INVALID],
    ['a token that ended already', '/oauth/token', changed({ expires_in: -1 }), INVALID],
    ['a token without an end', '/oauth/token', changed({ expires_in: undefined }), INVALID],
    ['a token that it does not know', '/oauth/token', changed({ access_token: 'neverMade' }), REFUSED],
    ['an error with 200', '/oauth/token', () => ({ status: 200, body: { error: 'invalid_grant' } }), REFUSED],
    ['an owner without an id', '/api/v1/me', changed({ _id: undefined }), INVALID],
    ['an owner whose id is an object', '/api/v1/me', changed({ _id: { $ne: '' } }), INVALID],
  ];

  test.each(lies)('it gives %s', async (_what, path, lie, result) => {
    await chat.appSettings({ workspace_url: impostor.url });
    impostor.lieAbout(path, lie);

    await expectFailedAndMendable(result, 502);
  });

  test('it says that the token belongs to somebody else', async () => {
    await chat.appSettings({ workspace_url: impostor.url });
    impostor.lieAbout('/api/v1/me', changed({ _id: 'somebodyElse' }));

    await expectFailedAndMendable('error-connect-wrong-account', 403);
  });
});

/** The truth, except for these fields. */
function changed(fields: Record<string, unknown>): (truth: Reply) => Reply {
  return ({ status, body }) => ({ status, body: { ...body, ...fields } });
}
