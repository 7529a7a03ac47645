import { checkHealth, HealthPorts } from '../../../core/oversight/checkHealth';
import { AppError } from '../../../core/shared/errors';
import { NOW, settings, settingsOf } from '../../fakes/ports';

const DAY = 86_400_000;
const unreadable = new AppError('error-settings-unreadable');

const portsWith = (changed: Partial<HealthPorts> = {}): HealthPorts => ({
  settings: settingsOf(settings),
  clock: { now: () => NOW },
  installation: { id: async () => 'this-one' },
  retention: { last: async () => ({ at: NOW - DAY, failed: false }) },
  ...changed,
});

test('all is well', async () => {
  await expect(checkHealth(portsWith())).resolves.toEqual({
    installation: 'this-one',
    checks: [
      { part: 'settings', finding: 'ok', state: 'ok' },
      { part: 'retention', finding: 'ok', state: 'ok' },
    ],
  });
});

test('settings that cannot be read are found, and then nothing is said of the record', async () => {
  const { checks } = await checkHealth(portsWith({ settings: settingsOf(unreadable) }));
  expect(checks).toMatchObject([{ finding: 'unreadable' }, { finding: 'unknown' }]);
});

test.each(['logout', 'chat', 'record', 'alarms'] as const)(
  'one unreadable group of settings is enough: %s',
  async (group) => {
    const broken = { ...settingsOf(settings), [group]: async () => Promise.reject(unreadable) };
    const { checks } = await checkHealth(portsWith({ settings: broken }));
    expect(checks[0]).toMatchObject({ part: 'settings', finding: 'unreadable', state: 'problem' });
  },
);

test('without the data of the app there is no ID', async () => {
  const down = async () => Promise.reject(new Error('the store is down'));
  const { installation, checks } = await checkHealth(
    portsWith({ installation: { id: down }, retention: { last: down } }),
  );
  expect(installation).toBeUndefined();
  expect(checks[1]).toMatchObject({ part: 'retention', finding: 'unknown' });
});

test.each([
  ['not-yet', undefined],
  ['ok', { at: NOW - 2 * DAY, failed: false }],
  ['late', { at: NOW - 3 * DAY, failed: false }],
  ['failed', { at: NOW, failed: true }],
] as const)('clearing the record: %s with %j', async (finding, last) => {
  const { checks } = await checkHealth(portsWith({ retention: { last: async () => last } }));
  expect(checks[1]).toMatchObject({ part: 'retention', finding });
});

test('where everything is kept, it does not matter whether it runs', async () => {
  const forGood = settingsOf({ ...settings, keepDays: 0 });
  const { checks } = await checkHealth(portsWith({ settings: forGood, retention: { last: async () => undefined } }));
  expect(checks[1]).toMatchObject({ finding: 'for-good', state: 'ok' });
});
