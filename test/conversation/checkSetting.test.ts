import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { checkSetting } from '../../conversation/checkSetting';

const saved = (id: string, value: unknown): ISetting => ({ id, value }) as ISetting;

test.each([
  ['allowed_roles', Array(51).fill('r').join(), '50 role IDs'],
  ['without_challenge', 'maybe', '"refuse" or "allow"'],
  ['workspace_url', 'http://localhost/?', 'Workspace address'],
  ['timeout_seconds', 26, 'from 1 to 25'],
  ['password_in_chat', 'yes', 'on or off'],
  ['connection_hours', 337, 'from 1 to 336'],
])('an admin who saves a bad %s is told why not', (id, value, text) => {
  expect(checkSetting(saved(id, value))).toContain(text);
});

test.each([
  ['timeout_seconds', 25],
  ['of_a_later_version', 'anything'],
])('%s = %j is saved without a word', (id, value) => {
  expect(checkSetting(saved(id, value))).toBeUndefined();
});
