/** A slash command as the client knows it. */
export interface SlashCommand {
  readonly command: string;
  readonly appId: string;
  readonly params: string;
  readonly description: string;
  /** Whether this person has the permission that the command asks for. */
  readonly allowed: boolean;
}

export type TypedLine =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'command'; readonly command: SlashCommand; readonly params: string }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * What a client makes of a line (Rocket.Chat apps/meteor/client/lib/chats/flows/processSlashCommand.ts). It refuses a
 * command that it does not know, or that the person lacks the permission for, without asking the server.
 */
export function readLine(line: string, commands: readonly SlashCommand[]): TypedLine {
  const match = /^\/(\S+)([^]*)/.exec(line);
  if (match === null) {
    return { kind: 'message', text: line };
  }
  const [, name, params] = match;
  const command = commands.find((known) => known.command === name);
  if (command === undefined) {
    return { kind: 'refused', message: `No such command: \`${name}\`` };
  }
  return command.allowed
    ? { kind: 'command', command, params: params.trim() }
    : { kind: 'refused', message: 'You do not have permission to execute this command' };
}

/** The commands that the composer offers while the first word is typed. Those a person may not use are left out. */
export function offered(line: string, commands: readonly SlashCommand[]): SlashCommand[] {
  const match = /^\/(\S*)$/.exec(line);
  return match === null
    ? []
    : commands.filter(({ command, allowed }) => allowed && command.startsWith(match[1].toLowerCase()));
}
