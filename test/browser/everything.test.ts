import { generationOf } from '../../workspace/web/client/generations';
import { useBrowser } from './support/browserWorkspace';
import { unreadable } from './support/layout';

const workspace = useBrowser();

/** How often the workspace was asked to end every login of somebody. */
async function endings(): Promise<number> {
  return (await workspace.requests()).filter(({ path }) => path === '/api/v1/users.logout').length;
}

/** How each attempt to end everything of somebody came out, in order. */
async function recorded(): Promise<unknown[]> {
  const entries = (await workspace.auditEntries()).filter(({ action }) => action === 'logout-everything');
  return entries.map(({ outcome, reason, targetUsername }) => [
    outcome === 'unknown' ? outcome : outcome.result,
    targetUsername,
    reason,
  ]);
}

// Every client, every language and every licence without the module is seen once.
test.each([
  ['6.5', 'pt-BR', 'It had one, which has ended'],
  ['6.8', 'es', 'One without device management'],
  ['6.11', 'de', 'It had one, which has ended'],
  ['8', 'en', 'One without device management'],
] as const)('without the licence, in the client of %s in %s: %s', async (client, language, licence) => {
  const reason = 'ü, ção, ñ';
  await workspace.createAccount({ username: 'reader', language, roles: ['admin', 'user'], totp: true });
  await workspace.connected('reader');
  const tab = (await workspace.open('reader', client)).reading(language);
  const { dialog } = tab;
  const about = tab.text('everything:about', { person: '@alice' });
  const unlicensed = tab.text('everything:unlicensed', { person: '@alice' });
  await tab.choosesLicence(licence);

  await tab.types(workspace.alice.sessionId);
  expect(await unreadable(await tab.told('chat:error-license-required'))).toEqual([]);
  await tab.types('find ip:198.51.100.7');
  await tab.told('search:failed', {
    error: tab.text('chat:error-license-required'),
    about: tab.text('search:about'),
  });
  expect(await dialog.frame.count()).toBe(0);

  await tab.types(`@alice ${reason}`);
  await dialog.named('everything:title');
  const [title, why, code] = (['everything:title', 'modal:reason', 'modal:code:totp'] as const).map((key) =>
    tab.text(key),
  );
  const buttons = [tab.text('modal:cancel'), tab.text('everything:submit')];
  expect(await dialog.texts()).toBe([title, unlicensed, why, code, ...buttons].join(' '));
  expect(await dialog.field('modal:reason').inputValue()).toBe(reason);
  expect(await dialog.buttons()).toEqual(['×', ...buttons]);
  expect(await unreadable(dialog.frame)).toEqual([]);

  await dialog.endsEverything('modal:code:totp', '12345');
  if (generationOf(client).everySubmitCloses) {
    await tab.told('search:code-incorrect', { about });
    await tab.follows('search:code-incorrect', 'button:try-again');
    await dialog.named('everything:title');
  } else {
    await dialog.says('modal:code-incorrect');
    const incorrect = tab.text('modal:code-incorrect');
    expect(await dialog.texts()).toBe([title, unlicensed, why, incorrect, code, ...buttons].join(' '));
  }
  expect(await unreadable(dialog.frame)).toEqual([]);
  expect(await dialog.field('modal:reason').inputValue()).toBe(reason);
  expect(await endings()).toBe(0);
  expect(await workspace.isLoggedIn(workspace.alice)).toBe(true);

  await dialog.endsEverything('modal:code:totp', await tab.authenticatorCode());
  expect(await unreadable(await tab.told('batch:everything-ended', { about }))).toEqual([]);
  await dialog.gone();
  expect(await endings()).toBe(1);
  expect(await workspace.isLoggedIn(workspace.alice)).toBe(false);
  expect(await workspace.isLoggedIn(workspace.bob)).toBe(true);
  const entry = (result: string) => [result, 'alice', reason];
  expect(await recorded()).toEqual([entry('totp-required'), entry('totp-invalid'), entry('done')]);
  await workspace.expectRecorded(['error-license-required']);
});
