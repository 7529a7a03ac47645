import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { checkedSetting, settings } from '../../adapters/settings';
import { isAcceptable, SETTING_IDS } from '../../core/settings';

const saved = (id: string, value: unknown): ISetting => ({ id, value }) as ISetting;

test('every setting has a parser, and its default can be saved', () => {
  expect(settings.map(({ id }) => id).sort()).toEqual([...SETTING_IDS].sort());
  for (const { id, packageValue } of settings) {
    expect(isAcceptable(SETTING_IDS.find((each) => each === id)!, packageValue)).toBe(true);
  }
});

test('none is public', () => {
  expect(settings.filter((setting) => setting.public)).toEqual([]);
});

test('a bad value is refused with its reason, as a text that no engine can save', () => {
  expect(checkedSetting(saved('timeout_seconds', 26))).toContain('from 1 to 25');
});

test.each([
  ['timeout_seconds', 25],
  ['encryption_key', 'a-key-that-must-not-be-logged'],
  ['of_a_later_version', 1],
])('%s is let through without a word, since the engine logs what is returned', (id, value) => {
  expect(checkedSetting(saved(id, value))).toBeUndefined();
});
