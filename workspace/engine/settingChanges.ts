import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

type Receive = (appId: string, setting: ISetting) => Promise<void>;

interface Member {
  receive: Receive;
  /** IDs of the settings it is being told of: its engine will announce them as its own. */
  receiving: Set<string>;
}

/**
 * How the servers of a cluster hear that an app's setting was written on one of them: each then writes it with its own
 * engine (Rocket.Chat `apps/meteor/ee/server/apps/communication/websockets.ts`).
 */
export class SettingChanges {
  private readonly members = new Map<object, Member>();
  private readonly underWay = new Set<Promise<void>>();

  join(server: object, receive: Receive): void {
    this.members.set(server, { receive, receiving: new Set() });
  }

  leave(server: object): void {
    this.members.delete(server);
  }

  /** @param from the server that wrote the setting */
  announce(from: object, appId: string, setting: ISetting): void {
    if (this.members.get(from)?.receiving.has(setting.id)) {
      return;
    }
    for (const [server, member] of this.members) {
      if (server !== from) {
        this.tell(member, appId, setting);
      }
    }
  }

  /** Resolves when every change announced so far has reached all servers. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private tell({ receive, receiving }: Member, appId: string, setting: ISetting): void {
    receiving.add(setting.id);
    const told = receive(appId, setting)
      .catch((error: Error) => console.error(`A server did not take the setting ${setting.id}: ${error.message}`))
      .finally(() => {
        receiving.delete(setting.id);
        this.underWay.delete(told);
      });
    this.underWay.add(told);
  }
}
