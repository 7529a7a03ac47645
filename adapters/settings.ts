import { IConfigurationExtend, IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { AppError } from '../core/errors';
import { SettingsReader } from '../core/ports';
import { isAcceptable, parseSettings, SETTING_IDS, SettingId } from '../core/settings';
import { en } from '../views/texts/en';

const SECTION = 'section_logout';

function setting(id: SettingId, shape: Pick<ISetting, 'type' | 'packageValue' | 'values'>): ISetting {
  return {
    id,
    required: false,
    public: false,
    section: SECTION,
    i18nLabel: `${id}_label`,
    i18nDescription: `${id}_description`,
    ...shape,
  };
}

/** What an admin can set, with the texts of `i18n/`. */
export const settings: readonly ISetting[] = [
  setting('allowed_roles', { type: SettingType.STRING, packageValue: 'admin' }),
  setting('without_challenge', {
    type: SettingType.SELECT,
    packageValue: 'refuse',
    values: [
      { key: 'refuse', i18nLabel: 'without_challenge_refuse' },
      { key: 'allow', i18nLabel: 'without_challenge_allow' },
    ],
  }),
  setting('workspace_url', { type: SettingType.STRING, packageValue: '' }),
  setting('timeout_seconds', { type: SettingType.NUMBER, packageValue: 10 }),
];

export async function provideSettings(configuration: IConfigurationExtend): Promise<void> {
  await Promise.all(settings.map((each) => configuration.settings.provideSetting(each)));
}

/** Reads the app's settings, and the site URL beside them, in one go. */
export function settingsReader(environment: IEnvironmentRead): SettingsReader {
  const value = (id: SettingId): Promise<unknown> => environment.getSettings().getValueById(id);
  return {
    async read() {
      try {
        const [allowed_roles, without_challenge, workspace_url, timeout_seconds, siteUrl] = await Promise.all([
          value('allowed_roles'),
          value('without_challenge'),
          value('workspace_url'),
          value('timeout_seconds'),
          environment.getServerSettings().getValueById('Site_Url') as Promise<unknown>,
        ]);
        return parseSettings({ allowed_roles, without_challenge, workspace_url, timeout_seconds }, siteUrl);
      } catch {
        throw new AppError('error-settings-unreadable');
      }
    },
  };
}

/**
 * Lets a setting be saved, or refuses it with a reason.
 *
 * Throwing would not refuse it: engines with Deno log what `onPreSettingUpdate` throws and save the value all the same
 * (server/ProxiedApp.ts, `call`). What is returned in place of the setting is given its time of update
 * (server/managers/AppSettingsManager.ts, `updateAppSetting`), which fails for a text, in every engine, and the failure
 * that the admin is shown quotes it. So a refusal is the reason itself.
 *
 * @returns the setting as it is, or the reason why not
 */
export function checkedSetting(newSetting: ISetting): ISetting {
  const id = SETTING_IDS.find((each) => each === newSetting.id);
  if (id === undefined || isAcceptable(id, newSetting.value)) {
    return newSetting;
  }
  return en[`setting:${id}` as const] as unknown as ISetting;
}
