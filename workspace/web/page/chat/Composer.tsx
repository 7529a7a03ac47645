import { IconButton } from '@rocket.chat/fuselage';
import { type FormEvent, type KeyboardEvent, type ReactElement, type RefObject, useState } from 'react';
import { offered, type SlashCommand } from '../../client/slashCommand';
import { CommandHint, CommandOffers, optionId } from './CommandOffers';

interface ComposerProps {
  readonly room: string;
  readonly commands: readonly SlashCommand[];
  readonly draft: string;
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly onDraft: (draft: string) => void;
  readonly onSend: (line: string) => void;
}

/** Where one types. `/` offers the slash commands; Enter sends, Shift+Enter begins a line. */
export function Composer({ room, commands, draft, field, onDraft, onSend }: ComposerProps): ReactElement {
  const [chosen, setChosen] = useState(0);
  const offers = offered(draft, commands);
  const isOffering = offers.length > 0;
  const typed = commands.find(({ command, allowed }) => allowed && draft.startsWith(`/${command} `));

  const choose = ({ command }: SlashCommand): void => {
    onDraft(`/${command} `);
    setChosen(0);
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.trim() !== '') {
      onSend(draft);
      onDraft('');
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    if (isOffering && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      setChosen((chosen + (key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
    } else if (isOffering && (key === 'Enter' || key === 'Tab')) {
      event.preventDefault();
      choose(offers[chosen] ?? offers[0]);
    } else if (isOffering && key === 'Escape') {
      onDraft('');
    } else if (key === 'Enter' && !shiftKey) {
      send(event);
    }
  };

  return (
    <form className="composer" onSubmit={send}>
      {isOffering && <CommandOffers commands={offers} chosen={chosen} onChoose={choose} />}
      {typed !== undefined && (
        <div className="offers offers--hint">
          <CommandHint command={typed} />
        </div>
      )}
      <div className="composer__box">
        <textarea
          ref={field}
          rows={1}
          role="combobox"
          aria-label={`Message ${room}`}
          aria-autocomplete="list"
          aria-expanded={isOffering}
          aria-controls="offers"
          aria-activedescendant={isOffering ? optionId(offers[chosen] ?? offers[0]) : undefined}
          placeholder={`Message ${room}`}
          value={draft}
          onChange={({ target }) => onDraft(target.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton type="submit" icon="send" small aria-label="Send" disabled={draft.trim() === ''} />
      </div>
    </form>
  );
}
