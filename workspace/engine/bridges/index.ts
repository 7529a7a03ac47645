import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { AppBridges } from '@rocket.chat/apps-engine/server/bridges';
import { countBridges } from '../calls';
import type { JobRunner } from '../jobs/jobRunner';
import type { Engine } from '../load';
import { signingKeys } from '../signingKeys';
import type { AppsState } from '../state';
import type { AppEndpoints } from './api';
import { createCommandBridge } from './commands';
import { createHttpBridge } from './http';
import { createMessageBridge, createUiInteractionBridge } from './messages';
import { createOAuthAppsBridge } from './oauthApps';
import { createRoleBridge, createUserBridge } from './people';
import { createPersistenceBridge } from './persistence';
import { createRoomBridge } from './rooms';
import { createSchedulerBridge } from './scheduler';
import { createServerSettingBridge } from './settings';
import { unsupportedBridge } from './unsupported';

export interface BridgeParts {
  state: AppsState;
  endpoints: AppEndpoints;
  commands: Map<string, { enabled: boolean }>;
  jobRunner: JobRunner;
  /** Told of every setting of an app that was written on this server. */
  onAppSettingsChange: (appId: string, setting: ISetting) => void;
}

/** What connects the engine to the workspace; features the workspace does not have say so when an app asks for them. */
export function createBridges(engine: Engine, parts: BridgeParts): AppBridges {
  const { state, endpoints, commands, jobRunner, onAppSettingsChange } = parts;
  const { store, calls } = state;
  const made = {
    Api: endpoints.createBridge(engine),
    Command: createCommandBridge(engine, commands),
    Http: createHttpBridge(engine, store),
    Message: createMessageBridge(engine, state),
    OAuthApps: createOAuthAppsBridge(engine, state),
    Persistence: createPersistenceBridge(engine, state),
    Role: createRoleBridge(engine, state),
    Room: createRoomBridge(engine, state),
    Scheduler: createSchedulerBridge(engine, state, jobRunner),
    ServerSetting: createServerSettingBridge(engine, store),
    UiInteraction: createUiInteractionBridge(engine, state),
    User: createUserBridge(engine, state),
    ...createLifecycleBridges(engine, onAppSettingsChange),
    ...Object.fromEntries(UNSUPPORTED.map((name) => [name, unsupportedBridge(`${name}Bridge`)])),
  };
  // The abstract class only declares the getters; they are given to the instance below.
  const Bridges = class extends (engine.bridges.AppBridges as unknown as new () => object) {};
  const bridges = new Bridges() as AppBridges;
  for (const [name, bridge] of Object.entries(countBridges(made, calls))) {
    Object.defineProperty(bridges, `get${name}Bridge`, { value: () => bridge });
  }
  return bridges;
}

const UNSUPPORTED = [
  'CloudWorkspace',
  'Contact',
  'Email',
  'EnvironmentalVariable',
  'Experimental',
  'Listener',
  'Livechat',
  'Moderation',
  'OutboundMessage',
  'Thread',
  'Upload',
  'VideoConference',
];

/** The bridges over which an engine tells its server what happens, and which an installation needs. */
function createLifecycleBridges({ bridges }: Engine, onAppSettingsChange: BridgeParts['onAppSettingsChange']) {
  const silent = async (): Promise<void> => undefined;
  return {
    AppActivation: new (class extends bridges.AppActivationBridge {
      protected appAdded = silent;
      protected appUpdated = silent;
      protected appRemoved = silent;
      protected appStatusChanged = silent;
      protected actionsChanged = silent;
    })(),
    AppDetailChanges: new (class extends bridges.AppDetailChangesBridge {
      protected onAppSettingsChange = onAppSettingsChange;
    })(),
    Internal: {
      doGetUsernamesOfRoomById: async () => [],
      doGetUsernamesOfRoomByIdSync: () => [],
      doGetWorkspacePublicKey: async () => ({ id: 'Cloud_Workspace_PublicKey', value: '' }),
    },
    InternalFederation: {
      getPrivateKey: async () => (await signingKeys()).privateKey,
      getPublicKey: async () => (await signingKeys()).publicKey,
    },
  };
}
