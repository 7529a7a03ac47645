/**
 * What the workspace has bought:
 *
 * - `true`: a licence with the module `device-management`
 * - `gone`: it had such a licence, which has ended
 * - `never`: it never had a licence
 * - `other`: it has a licence without the module, and had one with it before, such as a trial
 */
export type Licence = true | 'gone' | 'never' | 'other';

export const LICENCES: readonly Licence[] = [true, 'gone', 'never', 'other'];

/**
 * Stored by the first licence with the module, and kept after it (`apps/meteor/ee/server/startup/deviceManagement.ts`).
 * Not so its neighbour `view-device-management`, which is one of those that every workspace begins with: a 6.5.3 that
 * never had a licence asks an admin who lists sessions for a code, and only then refuses.
 */
const LICENSED_PERMISSION = 'logout-device-management';

const DEVICE_MANAGEMENT = 'device-management';

/** The modules of the licence that is in force. */
export function modulesOf(licence: Licence): string[] {
  switch (licence) {
    case true:
      return ['auditing', DEVICE_MANAGEMENT];
    case 'other':
      return ['auditing'];
    case 'gone':
    case 'never':
      return [];
  }
}

/** Whether the workspace has the module that everything about sessions needs. */
export const hasDeviceManagement = (licence: Licence): boolean => modulesOf(licence).includes(DEVICE_MANAGEMENT);

/** Whether it has a licence of any kind, which says nothing of the module. */
export const isEnterprise = (licence: Licence): boolean => licence === true || licence === 'other';

/** Nobody has a permission that the workspace does not know, whatever their roles. */
export const knowsPermission = (licence: Licence, permission: string): boolean =>
  licence !== 'never' || permission !== LICENSED_PERMISSION;
