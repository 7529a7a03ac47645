import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { checkedSetting } from '../adapters/settings';
import { SETTING_IDS, SettingId } from '../core/shared/settings';
import { english } from '../views/texts/catalogue';

/**
 * Lets an admin's setting be saved, or tells them why not.
 *
 * @returns what the engine is to make of it (see `checkedSetting`)
 */
export function checkSetting(newSetting: ISetting): ISetting {
  const reasons: Partial<Record<SettingId, string>> = {};
  SETTING_IDS.forEach((id) => (reasons[id] = english(`setting:${id}` as const)));
  return checkedSetting(newSetting, reasons as Record<SettingId, string>);
}
