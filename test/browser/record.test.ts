import { GENERATIONS } from '../../workspace/web/client/generations';
import { useBrowser } from './support/browserWorkspace';

const workspace = useBrowser();

test.each(GENERATIONS.map(({ id }) => id))(
  'in the client of %s: the record opens after one code, its pages turn, and an entry opens in full',
  async (client) => {
    const tab = await workspace.openConnected('admin', client);
    const { dialog } = tab;
    for (let index = 0; index < 7; index++) {
      await workspace.logout({ as: workspace.admin.as, sessionId: '' });
    }
    await tab.types('log');
    await dialog.named('record:title');
    await dialog.field('modal:code:totp').fill(await tab.authenticatorCode());
    await dialog.button('record:submit').click();
    await dialog.says('record:newest-first');
    await dialog.button('button:older').waitFor();
    expect(await dialog.button('record:submit').count()).toBe(0);

    await dialog.button('button:details').nth(1).click();
    await dialog.frame.getByText('Through: API', { exact: true }).waitFor();
    await dialog.button('button:back').click();
    await dialog.button('button:older').click();
    await dialog.button('button:newer').waitFor();
    await dialog.frame.getByText('Connect', { exact: false }).first().waitFor();
  },
);

test.each(['6.5', '8'] as const)('in the client of %s: somebody is let in again after one code', async (client) => {
  const tab = await workspace.openConnected('admin', client);
  await tab.types('unlock @alice');
  await tab.dialog.named('unlock:title');
  await tab.dialog.field('modal:code:totp').fill(await tab.authenticatorCode());
  await tab.dialog.button('unlock:submit').click();
  await tab.told('unlock:was-not-locked-out', { person: '@alice' });
  await tab.dialog.gone();
});

test('the person reads which device was logged out, in a direct message that is still there after a reload', async () => {
  const admin = await workspace.openConnected('admin');
  await admin.opensDialog(`${workspace.alice.sessionId} stolen bag`);
  await admin.dialog.answers('modal:code:totp', await admin.authenticatorCode());
  await admin.told('chat:done');
  const { page } = await workspace.open('alice');
  await page
    .getByRole('link', { name: 'Session Logout' })
    .or(page.getByRole('button', { name: 'Session Logout' }))
    .first()
    .click();
  await page.getByText('You were logged out on').waitFor();
  expect(await page.getByRole('log').getByText('stolen bag').count()).toBe(0);
});
