import { IConfigurationExtend, IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { AppError } from '../core/errors';
import { LogoutSettings, SettingsReader } from '../core/ports';
import { isAcceptable, parseSettings, SETTING_IDS, SettingId } from '../core/settings';
import { en } from '../views/texts/en';
import { ENCRYPTION_KEY } from './encryptionKey';

type Shape = Pick<ISetting, 'type' | 'packageValue' | 'values'>;

function setting(id: SettingId, section: 'section_logout' | 'section_chat', shape: Shape): ISetting {
  return {
    id,
    section,
    required: false,
    public: false,
    i18nLabel: `${id}_label`,
    i18nDescription: `${id}_description`,
    ...shape,
  };
}

/** What an admin can set, with the texts of `i18n/`. */
export const settings: readonly ISetting[] = [
  setting('allowed_roles', 'section_logout', { type: SettingType.STRING, packageValue: 'admin' }),
  setting('without_challenge', 'section_logout', {
    type: SettingType.SELECT,
    packageValue: 'refuse',
    values: [
      { key: 'refuse', i18nLabel: 'without_challenge_refuse' },
      { key: 'allow', i18nLabel: 'without_challenge_allow' },
    ],
  }),
  setting('workspace_url', 'section_logout', { type: SettingType.STRING, packageValue: '' }),
  setting('timeout_seconds', 'section_logout', { type: SettingType.NUMBER, packageValue: 10 }),
  setting('connection_hours', 'section_chat', { type: SettingType.NUMBER, packageValue: 1 }),
  setting('password_in_chat', 'section_chat', { type: SettingType.BOOLEAN, packageValue: false }),
];

/** Where the app keeps its key: apart from what it locks, hidden from the settings page. */
const encryptionKey: ISetting = {
  id: ENCRYPTION_KEY,
  type: SettingType.PASSWORD,
  packageValue: '',
  required: false,
  public: false,
  hidden: true,
  i18nLabel: 'encryption_key_label',
};

export async function provideSettings(configuration: IConfigurationExtend): Promise<void> {
  await Promise.all([...settings, encryptionKey].map((each) => configuration.settings.provideSetting(each)));
}

/**
 * Reads the app's settings, and the site URL beside them, in one go; once for all who ask during one call into the app.
 */
export function settingsReader(environment: IEnvironmentRead): SettingsReader {
  let reading: Promise<LogoutSettings> | undefined;
  return { read: () => (reading ??= readSettings(environment)) };
}

async function readSettings(environment: IEnvironmentRead): Promise<LogoutSettings> {
  try {
    const [siteUrl, ...values] = await Promise.all([
      environment.getServerSettings().getValueById('Site_Url') as Promise<unknown>,
      ...SETTING_IDS.map((id) => environment.getSettings().getValueById(id) as Promise<unknown>),
    ]);
    const stored: Partial<Record<SettingId, unknown>> = {};
    SETTING_IDS.forEach((id, index) => (stored[id] = values[index]));
    return parseSettings(stored as Record<SettingId, unknown>, siteUrl);
  } catch {
    throw new AppError('error-settings-unreadable');
  }
}

/**
 * Lets a setting be saved, or refuses it with a reason.
 *
 * Throwing would not refuse it: engines with Deno log what `onPreSettingUpdate` throws and save the value all the same
 * (server/ProxiedApp.ts, `call`). What is returned in place of the setting is given its time of update
 * (server/managers/AppSettingsManager.ts, `updateAppSetting`), which fails for a text, in every engine, and the failure
 * that the admin is shown quotes it. So a refusal is the reason itself. And what is returned is logged by the engine:
 * nothing is, when the value is fine, since one of the settings is the app's key.
 *
 * @returns nothing, for the setting as it is; or the reason why not
 */
export function checkedSetting(newSetting: ISetting): ISetting {
  const id = SETTING_IDS.find((each) => each === newSetting.id);
  const refusal = id !== undefined && !isAcceptable(id, newSetting.value) ? en[`setting:${id}` as const] : undefined;
  // The engine's type knows neither of the two.
  return refusal as unknown as ISetting;
}
