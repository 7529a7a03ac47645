import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { CommandBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { Engine } from '../load';

/** Which slash commands there are, and whether they are enabled. */
export function createCommandBridge({ bridges }: Engine, commands: Map<string, { enabled: boolean }>): CommandBridge {
  const enable = (command: string, enabled: boolean): void => {
    const known = commands.get(command.toLowerCase());
    if (known === undefined) {
      throw new Error(`Command does not exist in the system currently: "${command}"`);
    }
    known.enabled = enabled;
  };

  return new (class extends bridges.CommandBridge {
    protected async doesCommandExist(command: string): Promise<boolean> {
      return commands.has(command.toLowerCase());
    }

    protected async enableCommand(command: string): Promise<void> {
      enable(command, true);
    }

    protected async disableCommand(command: string): Promise<void> {
      enable(command, false);
    }

    protected async modifyCommand({ command }: ISlashCommand): Promise<void> {
      enable(command, true);
    }

    protected async registerCommand({ command }: ISlashCommand): Promise<void> {
      commands.set(command.toLowerCase(), { enabled: true });
    }

    protected async unregisterCommand(command: string): Promise<void> {
      commands.delete(command.toLowerCase());
    }
  })();
}
