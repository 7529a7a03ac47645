import { Box } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { SlashCommand } from '../../client/slashCommand';

interface CommandOffersProps {
  readonly commands: readonly SlashCommand[];
  readonly chosen: number;
  readonly onChoose: (command: SlashCommand) => void;
}

export const optionId = (command: SlashCommand): string => `command-${command.command}`;

/** The slash commands that go with what is typed, with their parameters and what they do. */
export function CommandOffers({ commands, chosen, onChoose }: CommandOffersProps): ReactElement {
  return (
    <div className="offers" id="offers" role="listbox" aria-label="Slash commands">
      {commands.map((command, i) => (
        <div
          key={command.command}
          id={optionId(command)}
          className="offers__option"
          role="option"
          aria-selected={i === chosen}
          // Before the composer loses the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(command);
          }}
        >
          <CommandHint command={command} />
        </div>
      ))}
    </div>
  );
}

/** How a command is used. */
export function CommandHint({ command: { command, params, description } }: { command: SlashCommand }): ReactElement {
  return (
    <>
      <Box is="strong" fontScale="p2b">
        /{command}
      </Box>{' '}
      <Box is="span" color="hint">
        {params}
      </Box>
      <Box is="span" fontScale="c1" color="hint" display="block">
        {description}
      </Box>
    </>
  );
}
