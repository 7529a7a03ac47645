import { ACTION } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { useChat } from './support/chatWorkspace';
import { expectConnected, linkFor } from './support/connecting';
import { expectLeft, resultOf } from './support/expectations';
import type { Person } from './support/person';
import { say, sayingOfRequest } from './support/texts';
import { buttonOf } from './support/views';

const chat = useChat({ nodes: 2 });
/** The same person, with their client on one server and on the other. */
let here: Person;
let there: Person;

beforeEach(async () => {
  here = await chat.person('admin');
  there = here.at(chat.urls[1]);
});

test('every step on another server', async () => {
  const connectFirst = (await here.types(chat.alice.sessionId)).message;
  const link = buttonOf((await here.clicks(connectFirst, ACTION.connect)).opened, ACTION.consent).url ?? '';
  const callback = await here.browser.allows(link);
  const goOn = (await there.step(() => there.browser.opens(callback.replace(chat.urls[0], chat.urls[1])))).message;
  const question = (await here.clicks(goOn, ACTION.goOn)).opened;
  const code = await chat.code('admin');
  const { view } = await here.goesOn(await there.submits(question, { code: incorrect(code) }));
  const done = (await there.submits(view, { code })).message;

  expect(done.text).toEqual(sayingOfRequest('chat:done'));
  await expectLeft(chat, {
    ended: { device: chat.alice, by: here },
    received: { probes: 3, logouts: 1 },
    recorded: ['error-not-connected', 'totp-required', 'totp-invalid', 'done'],
  });
});

test('submitted on both servers at once: one logout', async () => {
  await here.connects();
  const code = await chat.code('admin');
  // More than once, since which server comes first is a matter of luck.
  const devices = await chat.devices('alice', 5);
  for (const [round, { sessionId }] of devices.entries()) {
    const question = await here.opensDialog(sessionId);
    await Promise.all([here, there, here, there].map((each) => each.sendSubmit(question, { code })));
    await chat.untilRefusalsAreTold(3 * (round + 1));
    await chat.newlyDropped();
  }

  const entries = await chat.auditEntries();
  for (const { sessionId } of devices) {
    const done = entries.filter((entry) => entry.sessionId === sessionId && resultOf(entry) === 'done');
    expect(done).toHaveLength(1);
  }
  const logouts = (await chat.requests()).filter(({ method, twoFactorCode }) => method === 'POST' && twoFactorCode);
  expect(logouts).toHaveLength(devices.length);
});

test('the page opened on both servers at once: connected once', async () => {
  const link = await linkFor(here);
  const callback = await here.browser.allows(link);
  const pages = await Promise.all(chat.urls.map((url) => here.browser.opens(callback.replace(chat.urls[0], url))));

  expect(pages.map(({ status }) => status).sort()).toEqual([200, 400]);
  await expectConnected(chat, here);
});

test('disconnected on one server means disconnected on the other', async () => {
  await here.connects();
  await there.types('disconnect');
  expect((await here.types('status')).message.text).toContain(say('chat:not-connected'));
});

test('connected on both servers at once: one connection stays, and it works', async () => {
  await here.connects(); // the key is made now: two servers that make one at once may lose what they locked with it
  // More than once, since which server comes first is a matter of luck.
  for (let round = 0; round < 5; round++) {
    const links = [await linkFor(here), await linkFor(there)];
    const callbacks = await Promise.all(links.map((link) => here.browser.allows(link)));
    const pages = await Promise.all(
      callbacks.map((callback, node) => here.browser.opens(callback.replace(chat.urls[0], chat.urls[node]))),
    );
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect((await chat.stored('connection-of-')).length).toBeGreaterThan(0);
  }

  const question = await there.opensDialog(chat.alice.sessionId);
  await here.submits(question, { code: await chat.code('admin') });
  await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
});
