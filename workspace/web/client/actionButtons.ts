import type { ClientGeneration } from './generations';

/** When an entry is offered; all that is there must hold. */
export interface When {
  readonly roomTypes?: readonly string[];
  readonly messageActionContext?: readonly string[];
  readonly hasOnePermission?: readonly string[];
  readonly hasAllPermissions?: readonly string[];
  readonly hasOneRole?: readonly string[];
  readonly hasAllRoles?: readonly string[];
}

/** An entry that an app put into a menu, as every client gets it. */
export interface ActionButton {
  readonly appId: string;
  readonly actionId: string;
  /** Where: `messageAction` for the menu of a message. */
  readonly context: string;
  /** In the reader's language. */
  readonly label: string;
  readonly variant?: string;
  readonly when?: When;
}

/** Who looks at the menu: the IDs of their roles, and their permissions. */
export interface Reader {
  readonly roleIds: readonly string[];
  readonly permissions: readonly string[];
}

/** Where a message is shown, when it is neither in a thread nor in a list. */
const IN_ROOM = 'message';
/** Where an entry is offered unless it says otherwise (client/hooks/useAppActionButtons.ts). */
const EVERYWHERE = [IN_ROOM, 'message-mobile', 'threads', 'starred'];

/**
 * The apps' entries in the menu of a message in a room. Nobody else asks whether the reader may press them: the server
 * sends every entry to everybody, and passes every press on
 * (Rocket.Chat apps/meteor/client/hooks/useApplyButtonFilters.ts).
 */
export function messageActions(
  buttons: readonly ActionButton[],
  reader: Reader,
  room: { readonly kind: string },
  generation: ClientGeneration,
): ActionButton[] {
  return buttons.filter(({ context, when = {} }) => {
    const { roomTypes, messageActionContext = EVERYWHERE } = when;
    return (
      context === 'messageAction' &&
      messageActionContext.includes(IN_ROOM) &&
      (roomTypes === undefined || roomTypes.includes(room.kind)) &&
      isAllowed(when, reader, generation)
    );
  });
}

function isAllowed(when: When, { roleIds, permissions }: Reader, { ignoresAllRoles }: ClientGeneration): boolean {
  const { hasOneRole, hasAllRoles, hasOnePermission, hasAllPermissions } = when;
  return (
    (hasOneRole === undefined || hasOneRole.some((id) => roleIds.includes(id))) &&
    (ignoresAllRoles || hasAllRoles === undefined || hasAllRoles.every((id) => roleIds.includes(id))) &&
    (hasOnePermission === undefined || hasOnePermission.some((id) => permissions.includes(id))) &&
    (hasAllPermissions === undefined || hasAllPermissions.every((id) => permissions.includes(id)))
  );
}
