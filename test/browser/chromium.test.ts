import { launchChromium } from '../support/chromium';

test('without any Chromium the tests fail, and say what to install', async () => {
  const launching = launchChromium({ CHROMIUM: '/nowhere/chromium' });
  await expect(launching).rejects.toThrow(/^No Chromium could be started\. Install one \(.*apt-get install chromium/);
  await expect(launching).rejects.toThrow('/nowhere/chromium');
});
