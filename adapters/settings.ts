import { IConfigurationExtend, IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { AppError } from '../core/shared/errors';
import {
  ALARM_SETTING_IDS,
  CHAT_SETTING_IDS,
  isAcceptable,
  LOGOUT_SETTING_IDS,
  parseAlarmSettings,
  parseChatSettings,
  parseLogoutSettings,
  parseRecordSettings,
  RECORD_SETTING_IDS,
  SETTING_IDS,
  SettingId,
  SettingsReader,
} from '../core/shared/settings';

type Shape = Pick<ISetting, 'type' | 'packageValue' | 'values'>;

type Section = 'section_logout' | 'section_chat' | 'section_alarms' | 'section_record';

function setting(id: SettingId, section: Section, shape: Shape): ISetting {
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
  setting('tell_person', 'section_alarms', { type: SettingType.BOOLEAN, packageValue: true }),
  setting('tell_who', 'section_alarms', { type: SettingType.BOOLEAN, packageValue: false }),
  setting('security_room', 'section_alarms', { type: SettingType.STRING, packageValue: '' }),
  setting('auditor_roles', 'section_record', { type: SettingType.STRING, packageValue: '' }),
  setting('keep_days', 'section_record', { type: SettingType.NUMBER, packageValue: 400 }),
];

export async function provideSettings(configuration: IConfigurationExtend): Promise<void> {
  await Promise.all(settings.map((each) => configuration.settings.provideSetting(each)));
}

/** Reads each group of settings, and the site URL, at most once for all who ask during one call into the app. */
export function settingsReader(environment: IEnvironmentRead): SettingsReader {
  const siteUrl = once(async (): Promise<unknown> => environment.getServerSettings().getValueById('Site_Url'));
  const logout = once(() => read(environment, LOGOUT_SETTING_IDS, siteUrl, parseLogoutSettings));
  const chat = once(() => read(environment, CHAT_SETTING_IDS, siteUrl, parseChatSettings));
  const record = once(() => read(environment, RECORD_SETTING_IDS, undefined, parseRecordSettings));
  const alarms = once(() => read(environment, ALARM_SETTING_IDS, undefined, parseAlarmSettings));
  return { logout, chat, record, alarms, again: () => settingsReader(environment) };
}

async function read<Id extends SettingId, Settings>(
  environment: IEnvironmentRead,
  ids: readonly Id[],
  siteUrl: (() => Promise<unknown>) | undefined,
  parse: (values: Readonly<Record<Id, unknown>>, siteUrl: unknown) => Settings,
): Promise<Settings> {
  try {
    const settings = environment.getSettings();
    const [site, ...values] = await Promise.all([
      siteUrl?.(),
      ...ids.map((id) => settings.getValueById(id) as Promise<unknown>),
    ]);
    const stored: Partial<Record<Id, unknown>> = {};
    ids.forEach((id, index) => (stored[id] = values[index]));
    return parse(stored as Record<Id, unknown>, site);
  } catch {
    throw new AppError('error-settings-unreadable');
  }
}

function once<T>(look: () => Promise<T>): () => Promise<T> {
  let looking: Promise<T> | undefined;
  return () => (looking ??= look());
}

/**
 * Lets a setting be saved, or refuses it with a reason.
 *
 * Throwing would not refuse it: engines with Deno log what `onPreSettingUpdate` throws and save the value all the same
 * (server/ProxiedApp.ts, `call`). Whatever is returned in place of the setting is given its time of update
 * (server/managers/AppSettingsManager.ts, `updateAppSetting`), which fails for a text, in every engine, and the failure
 * that the admin is shown quotes it. So a refusal is the reason itself. Nothing is returned when the value is fine,
 * since the engine logs what is returned.
 *
 * @param reasons why a setting is refused, by its ID
 * @returns nothing, for the setting as it is; or the reason why not
 */
export function checkedSetting(newSetting: ISetting, reasons: Readonly<Record<SettingId, string>>): ISetting {
  const id = SETTING_IDS.find((each) => each === newSetting.id);
  return refusedSetting(id !== undefined && !isAcceptable(id, newSetting.value) ? reasons[id] : undefined);
}

/** What the engine takes for a refusal, or for none (see `checkedSetting`). Its type knows neither of the two. */
export function refusedSetting(reason: string | undefined): ISetting {
  return reason as unknown as ISetting;
}
