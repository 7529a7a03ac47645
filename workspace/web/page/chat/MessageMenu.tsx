import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { ActionButton } from '../../client/actionButtons';

interface MessageMenuProps {
  readonly actions: readonly ActionButton[];
  readonly onAction: (action: ActionButton) => void;
}

/** The "…" of a message, with what apps offer there. Arrows move in it, Esc leaves it. */
export function MessageMenu({ actions, onAction }: MessageMenuProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) {
      entriesOf(menu.current)[0]?.focus();
    }
  }, [isOpen]);

  const leave = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const entries = entriesOf(menu.current);
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: entries.length - 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      entries[(at + step) % entries.length]?.focus();
    } else if (event.key === 'Escape') {
      leave();
    }
  };
  return (
    <span
      className="message-menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) {
          setOpen(false);
        }
      }}
    >
      <button
        ref={button}
        type="button"
        className="message-menu__button"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        …
      </button>
      {isOpen && (
        <div ref={menu} className="message-menu__entries" role="menu" aria-label="Apps" onKeyDown={onKeyDown}>
          {actions.map((action) => (
            <button
              key={`${action.appId}/${action.actionId}`}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={action.variant === 'danger' ? 'message-menu__danger' : undefined}
              onClick={() => {
                leave();
                onAction(action);
              }}
            >
              {action.label}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

function entriesOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}
