import type { AppHost } from '../../engine/host';
import type { DeviceSession, Room, WorkspaceUser } from '../../model';
import { releaseOf } from '../../rest/info';
import { methodOf } from '../../rest/secondFactor/check';
import type { WorkspaceStore } from '../../store';
import { hashLoginToken } from '../../state/ids';
import type { PersonView, SessionView, StateView } from '../shared/views';
import { latestAudit } from './audit';
import type { Breakages } from './breakages';
import { hostedApp } from './hostedApp';
import type { Inboxes } from './inbox';
import { latestRequests } from './requests';
import { secondFactorView } from './secondFactorView';

const LATEST = 30;
/** Among so many of the app's latest documents the latest audit entries are found. */
const AUDITED = 1000;
/** Sessions shown, the newest and those that just ended first. */
const SESSIONS = 60;

/** People shown, of a workspace that was given thousands. */
const PEOPLE = 50;

export interface StateSources {
  readonly store: WorkspaceStore;
  readonly host: AppHost;
  readonly inboxes: Inboxes;
  readonly breakages: Breakages;
}

/** Everything that a tab shows of the workspace, as this person with this login token sees it. */
export async function stateView(sources: StateSources, user: WorkspaceUser, authToken: string): Promise<StateView> {
  const { store, host, inboxes, breakages } = sources;
  inboxes.watch();
  const app = await hostedApp(host, store, user);
  return {
    people: peopleView(store),
    rooms: store.rooms
      .all()
      .filter((room) => store.canAccessRoom(user, room))
      .map((room) => ({ id: room._id, name: roomName(store, room, user), type: room.type, kind: kindOf(room) })),
    secondFactor: secondFactorView(store, inboxes, user),
    sessions: sessionsView(store, hashLoginToken(authToken)),
    audit: latestAudit(host.newestDocuments(AUDITED), LATEST),
    requests: latestRequests(store, LATEST),
    broken: breakages.all(),
    licence: store.licence,
    app: app && { id: app.id, name: app.name, icon: app.icon },
    commands: app?.commands ?? [],
    reader: { roleIds: user.roles, permissions: store.permissionsOf(user) },
    actionButtons: app?.actionButtons ?? [],
    release: releaseOf(store),
    server: store.version === '6.5' ? '6.5' : '7 or later',
  };
}

/** Channels that belong to a team, and discussions, do not exist here. */
function kindOf({ type, memberIds }: Room): string {
  const direct = memberIds.length > 2 ? 'direct_multiple' : 'direct';
  return { c: 'public_channel', p: 'private_channel', d: direct }[type];
}

/** A direct message is named after the other people in it. */
function roomName(store: WorkspaceStore, { type, name, memberIds }: Room, reader: WorkspaceUser): string {
  const others = memberIds.filter((id) => id !== reader._id).map((id) => store.users.get(id)?.name ?? id);
  return type === 'd' && others.length > 0 ? others.join(', ') : name;
}

/** The people a tab can be opened as. */
export function peopleView(store: WorkspaceStore): PersonView[] {
  return store.users
    .all()
    .filter(({ type, active }) => type === 'user' && active)
    .slice(0, PEOPLE)
    .map((user) => ({
      id: user._id,
      username: user.username,
      name: user.name ?? user.username,
      roles: user.roles.map((id) => store.findRole(id)?.name ?? id),
      language: user.language,
      method: methodOf(store, user)?.name ?? null,
    }));
}

function sessionsView(store: WorkspaceStore, ownToken: string): SessionView[] {
  const nameOf = (id: string): string => store.users.get(id)?.username ?? id;
  return [...store.sessions.all()]
    .sort((a, b) => lastChange(b) - lastChange(a))
    .slice(0, SESSIONS)
    .map((session) => ({
      sessionId: session.sessionId,
      username: nameOf(session.userId),
      device: deviceName(session),
      ip: session.ip,
      loginAt: new Date(session.loginAt).toISOString(),
      ...(session.logoutAt !== undefined && {
        logoutAt: new Date(session.logoutAt).toISOString(),
        logoutBy: nameOf(session.logoutBy ?? ''),
      }),
      own: session.loginToken === ownToken,
    }));
}

function lastChange({ loginAt, logoutAt = 0 }: DeviceSession): number {
  return Math.max(loginAt, logoutAt);
}

function deviceName({ device }: DeviceSession): string {
  if (device === null || device.name === '') {
    return 'Unknown device';
  }
  return `${device.name} ${device.version.split('.')[0]} on ${device.os.name} ${device.os.version}`.trim();
}
