import { hashPassword } from '../../../../workspace/seed';
import type { Device } from '../../../../workspace/model';
import { hashLoginToken } from '../../../../workspace/state/ids';
import { FakeAppHost, TestWorkspace, TOTP_SECRET, type Actor } from '../harness';

/** A recorded scenario set up on a fresh workspace: who is who, and what the placeholders stand for. */
export interface Scene {
  workspace: TestWorkspace;
  actors: Record<string, Actor>;
  values: Record<string, string>;
}

/** Sets up what `given` says about a scenario, beyond the actors that all of them share. */
export type Preparation = (scene: Scene) => void | Promise<void>;

/** A workspace with the actors that the recordings list. */
export async function startScene(prepare: Preparation = () => {}): Promise<Scene> {
  const workspace = await TestWorkspace.start('6.5', new FakeAppHost(['shrug']));
  const scene: Scene = { workspace, actors: {}, values: {} };
  addActor(scene, 'totp', { username: 'totpadmin', roles: ['admin'], totpSecret: TOTP_SECRET });
  addActor(scene, 'email', { username: 'mailadmin', roles: ['admin'], email2fa: true });
  addActor(scene, 'password', { username: 'passadmin', roles: ['admin'] });
  addActor(scene, 'plain', { username: 'plain' });
  addActor(scene, 'victim', { username: 'victim' });
  addActor(scene, 'rcadmin', { username: 'rcadmin', roles: ['admin'] });
  scene.actors.totp.user.passwordHash = hashPassword('totpadmin-pass1');
  scene.actors.plain.user.passwordHash = hashPassword('plain-pass1');
  const memberIds = [scene.actors.rcadmin.id];
  workspace.store.rooms.put({ _id: 'GENERAL', name: 'general', type: 'c', memberIds });
  await prepare(scene);
  return scene;
}

/** Adds somebody whom a recording calls `name`. The ID is fixed: in a random one a filter could find a name. */
export function addActor(scene: Scene, name: string, given: Parameters<TestWorkspace['addActor']>[0]): Actor {
  const _id = `${String.fromCharCode(65 + Object.keys(scene.actors).length)}7h2K9w4X6b3Z8p5T`;
  const actor = scene.workspace.addActor({ _id, ...given });
  scene.actors[name] = actor;
  Object.assign(scene.values, { [`${name}.id`]: actor.id, [`${name}.token`]: actor.token });
  return actor;
}

/** Chrome on Linux, as the server described the sockets that were opened for the recordings. */
export const CHROME: Device = {
  type: 'browser',
  name: 'Chrome',
  longVersion: '120.0.0.0',
  version: '120.0.0',
  os: { name: 'Linux', version: 'x86_64' },
};

interface Socket {
  sessionId: string;
  token: string;
  device?: Device | null;
  ip?: string | null;
  host?: string;
}

/** A socket opened with a login token, a second after the one before. @returns its session ID */
export function openSocket({ workspace }: Scene, owner: Actor, { token, ...socket }: Socket): string {
  workspace.advance(1000);
  const document = { device: CHROME, ip: null, host: '127.0.0.1:3999', ...socket };
  const loginAt = workspace.store.now();
  workspace.store.sessions.put({ ...document, userId: owner.id, loginToken: hashLoginToken(token), loginAt });
  return socket.sessionId;
}

/** An OAuth2 access token, which a recording calls `<name>.access_token`. */
export function grantAccess({ workspace: { store }, actors, values }: Scene, name: string, clientId = 'client'): void {
  const accessToken = `access-token-of-${name}-${'x'.repeat(30)}`;
  const refreshToken = `refresh-token-of-${name}-${'x'.repeat(30)}`;
  const expires = store.now() + 3600_000;
  const refreshTokenExpires = store.now() + 14 * 24 * 3600_000;
  store.oauth.saveToken({ accessToken, refreshToken, clientId, userId: actors[name].id, expires, refreshTokenExpires });
  Object.assign(values, { [`${name}.access_token`]: accessToken, [`${name}.refresh_token`]: refreshToken });
}

/** A client of the OAuth2 provider. @returns its ID for `grantAccess` */
export function addClient({ workspace: { store }, actors, values }: Scene, redirectUri: string): string {
  const createdBy = { _id: actors.rcadmin.id, username: 'rcadmin' };
  const client = store.oauth.createApp({ name: 'client', active: true, redirectUri, createdBy });
  Object.assign(values, { 'client id': client.clientId, 'client secret': client.clientSecret });
  return client.clientId;
}

/** The code was confirmed with this User-Agent before the scenario begins. */
export async function confirm({ workspace, actors }: Scene, userAgent: string): Promise<void> {
  const headers = { 'user-agent': userAgent, 'x-2fa-code': workspace.totp() };
  const { status } = await workspace.call('GET', '/api/v1/sessions/list.all', { as: actors.totp, headers });
  expect(status).toBe(200);
}
