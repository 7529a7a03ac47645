import type { AppHostPort } from '../../ports';
import { failure, forbidden, success } from '../answers';
import type { GuardedRoute } from '../route';

type CommandHost = Pick<AppHostPort, 'hasCommand' | 'runCommand'>;

/** Runs a slash command in a room, with the checks in the order of `apps/meteor/app/api/server/v1/commands.ts`. */
export function commandsRun(host?: CommandHost): GuardedRoute {
  return {
    method: 'POST',
    path: 'commands.run',
    async action({ store, caller, params }) {
      const { command, params: args, roomId, tmid, triggerId } = params;
      if (typeof command !== 'string') {
        return failure('You must provide a command to run.');
      }
      if (args && typeof args !== 'string') {
        return failure('The parameters for the command must be a single string.');
      }
      if (typeof roomId !== 'string') {
        return failure("The room's id where to execute this command must be provided and be a string.");
      }
      if (tmid && typeof tmid !== 'string') {
        return failure('The tmid parameter when provided must be a string.');
      }
      const name = command.toLowerCase();
      if (!host?.hasCommand(name)) {
        return failure('The command provided does not exist (or is disabled).');
      }
      const room = store.rooms.get(roomId);
      if (room === undefined || !store.canAccessRoom(caller.user, room)) {
        return forbidden();
      }
      await host.runCommand({
        command: name,
        sender: caller.user,
        room,
        params: typeof args === 'string' ? args : '',
        ...(typeof tmid === 'string' && tmid !== '' && { threadId: tmid }),
        ...(typeof triggerId === 'string' && triggerId !== '' && { triggerId }),
      });
      return success();
    },
  };
}
