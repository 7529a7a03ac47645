import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { findSecurityRoom } from '../adapters/securityRoom';
import { checkedSetting, refusedSetting } from '../adapters/settings';
import { SETTING_IDS, SettingId, settingParsers } from '../core/shared/settings';
import { english } from '../views/texts/catalogue';

/**
 * Lets an admin's setting be saved, or tells them why not. Of a room it is looked up whether the app can post there.
 *
 * @returns what the engine is to make of it (see `checkedSetting`)
 */
export async function checkSetting(newSetting: ISetting, read: IRead): Promise<ISetting> {
  const reasons: Partial<Record<SettingId, string>> = {};
  SETTING_IDS.forEach((id) => (reasons[id] = english(`setting:${id}` as const)));
  const reason = newSetting.id === 'security_room' ? await reasonAgainstRoom(newSetting.value, read) : undefined;
  return reason === undefined
    ? checkedSetting(newSetting, reasons as Record<SettingId, string>)
    : refusedSetting(reason);
}

/** Undefined for a room where the app can post, for none, and for what cannot name a room: that is refused anyway. */
async function reasonAgainstRoom(value: unknown, read: IRead): Promise<string | undefined> {
  const room = settingParsers.security_room(value);
  if (room === undefined || room === '') {
    return undefined;
  }
  try {
    const { state } = await findSecurityRoom(read, room);
    switch (state) {
      case 'ok':
        return undefined;
      case 'missing':
        return english('setting:security_room');
      case 'read-only':
      case 'archived':
        return english(`setting:security_room:${state}` as const);
    }
  } catch {
    // A room that cannot be looked up now is not known to exist.
    return english('setting:security_room');
  }
}
