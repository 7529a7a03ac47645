import { IConfigurationExtend } from '@rocket.chat/apps-engine/definition/accessors';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { provideSettings } from '../../adapters/settings';
import manifest from '../../app.json';
import { STATUS_OF } from '../../endpoints/answers';
import labels from '../../i18n/en.json';
import { codeSpansIn, readDocument, tableWith } from './support/markdown';

const api = readDocument('docs/api.md');
const admin = readDocument('docs/admin.md');
const chat = readDocument('docs/chat.md');

describe('the errors', () => {
  const endpointErrors = tableWith(['Status', '`errorType`', 'When', 'What to do'], api);
  const chatErrors = tableWith(['Result', 'When', 'What to do'], chat);
  const documented = endpointErrors.map(([status, code]) => [codeSpansIn(code), Number(status)] as const);
  const onlyInChat = chatErrors.flatMap(([code]) => codeSpansIn(code));

  test('docs/api.md lists every error of the endpoint once, with its status; docs/chat.md lists the others', () => {
    const all: Readonly<Record<string, number>> = STATUS_OF;
    const ofEndpoint = Object.keys(all).filter((code) => !onlyInChat.includes(code));
    expect(documented.filter(([codes]) => codes.length !== 1)).toEqual([]);
    expect(documented.map(([[code], status]) => `${code} ${status}`).sort()).toEqual(
      ofEndpoint.map((code) => `${code} ${all[code]}`).sort(),
    );
    expect(Object.keys(all)).toEqual(expect.arrayContaining(onlyInChat));
  });

  test('each row says when it happens and what to do', () => {
    for (const [, , when, whatToDo] of endpointErrors) {
      expect(when).toMatch(/\S/);
      expect(whatToDo).toMatch(/\S/);
    }
  });
});

describe('the settings', () => {
  test('docs/admin.md lists every setting an admin sees, by label and id, with its default', async () => {
    const rows = tableWith(['Setting', 'Default', 'What it does'], admin);
    const shown = (await providedSettings()).filter(({ hidden }) => !hidden);
    expect(rows.map(([setting, fallback]) => [setting, fallback])).toEqual(
      shown.map(({ id, i18nLabel, packageValue }) => [
        `${(labels as Readonly<Record<string, string>>)[i18nLabel]} (\`${id}\`)`,
        written(packageValue),
      ]),
    );
  });
});

describe('the licence', () => {
  const rows = tableWith(['What', 'With a licence', 'Without', 'Permissions the caller needs'], admin);

  test('docs/admin.md says of everything whether it works with and without one, and what it needs', () => {
    for (const [what, withOne, without, permissions] of rows) {
      expect([what, withOne]).toEqual([what, expect.stringMatching(/^yes\b/)]);
      expect([what, without]).toEqual([what, expect.stringMatching(/^(yes|no)\b/)]);
      expect([what, permissions]).toEqual([what, expect.stringMatching(/^none$|`[a-z-]+`/)]);
    }
  });

  test.each(['README.md', 'docs/chat.md', 'docs/api.md'])('%s leads there', (file) => {
    expect(readDocument(file).links.join()).toContain('admin.md#what-works-with-and-without-a-licence');
  });
});

describe('the permissions', () => {
  test('docs/admin.md explains every permission of app.json once', () => {
    const rows = tableWith(['App permission', 'What it is for'], admin);
    const explained = rows.flatMap(([names]) => codeSpansIn(names));
    expect(explained.sort()).toEqual(manifest.permissions.map(({ name }) => name).sort());
  });
});

/** What the app offers to an admin, in the order of the settings page. */
async function providedSettings(): Promise<ISetting[]> {
  const provided: ISetting[] = [];
  const settings = { provideSetting: async (setting: ISetting) => void provided.push(setting) };
  await provideSettings({ settings } as unknown as IConfigurationExtend);
  return provided;
}

function written(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? 'on' : 'off';
  }
  return value === '' ? 'empty' : `\`${String(value)}\``;
}
