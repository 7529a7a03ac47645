import { ToastBar } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { Client } from '../useClient';

/** What the client says in the corner of the window. */
export function Toasts({ client: { toasts, closeToast } }: { readonly client: Client }): ReactElement {
  return (
    <div className="toasts" role="status" aria-label="Notifications">
      {toasts.map(({ id, message }) => (
        <ToastBar key={id} id={String(id)} variant="error" time={8} onClose={() => closeToast(id)}>
          {message}
        </ToastBar>
      ))}
    </div>
  );
}
