import type { Answer } from '../../../workspace/client/http';
import { useChat } from './support/chatWorkspace';
import { expectConnected, expectNotConnected, linkFor } from './support/connecting';
import { recordedAs, requestsOfApp, resultOf } from './support/expectations';
import { whileHeldUp } from './support/heldUp';
import type { Person } from './support/person';
import { say } from './support/texts';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.person('admin');
});

const INVALID = 'error-connect-link-invalid';

/** The page says that the link is no longer valid; nothing is stored, and that is recorded. */
async function expectEnded(page: Answer): Promise<void> {
  expect(page.status).toBe(400);
  expect(page.text).toContain(say(INVALID));
  await expectNotConnected(chat, admin, [INVALID]);
  expect((await recordedAs(chat, 'disconnect')).map(resultOf)).toEqual(['done']);
}

describe('a disconnect ends what was begun before it', () => {
  test('a link that nobody has opened yet', async () => {
    const link = await linkFor(admin);
    await admin.types('disconnect');
    const page = await admin.browser.opens(await admin.browser.allows(link));

    await expectEnded(page);
    // The code that came with it was not exchanged.
    expect(await requestsOfApp(chat)).toEqual([]);
  });

  test('a link whose consent was given already', async () => {
    const callback = await admin.browser.allows(await linkFor(admin));
    await admin.types('disconnect');

    await expectEnded(await admin.browser.opens(callback));
  });

  test('every link, not only the newest', async () => {
    const links = [await linkFor(admin), await linkFor(admin)];
    await admin.types('disconnect');
    for (const link of links) {
      const page = await admin.browser.opens(await admin.browser.allows(link));
      expect(page.status).toBe(400);
    }
    await expectNotConnected(chat, admin, [INVALID, INVALID]);
  });

  test.each(['/oauth/token', '/api/v1/me'])('a callback that waits for %s', async (path) => {
    const callback = await admin.browser.allows(await linkFor(admin));
    const page = await whileHeldUp(
      chat,
      path,
      () => admin.browser.opens(callback),
      () => admin.types('disconnect'),
    );

    await expectEnded(page);
  });
});

describe('a disconnect ends nothing else', () => {
  test('a link made after it connects', async () => {
    await admin.connects();
    await admin.types('disconnect');
    await admin.connects();

    await expectConnected(chat, admin, 2);
  });

  test("another person's link connects", async () => {
    const link = await linkFor(admin);
    await (await chat.person('pat')).types('disconnect');
    await admin.browser.opens(await admin.browser.allows(link));

    await expectConnected(chat, admin);
  });
});
