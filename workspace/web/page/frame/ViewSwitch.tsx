import type { ReactElement } from 'react';

const VIEWS = { rooms: 'Rooms', chat: 'Chat', behind: 'Behind the scenes' } as const;
export type View = keyof typeof VIEWS;

interface ViewSwitchProps {
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** On a phone there is room for one thing at a time. */
export function ViewSwitch({ view, onView }: ViewSwitchProps): ReactElement {
  return (
    <nav className="switch" aria-label="Views">
      {(Object.keys(VIEWS) as View[]).map((name) => (
        <button key={name} type="button" aria-pressed={name === view} onClick={() => onView(name)}>
          {VIEWS[name]}
        </button>
      ))}
    </nav>
  );
}
