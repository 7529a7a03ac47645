import { type ReactElement, useEffect, useRef } from 'react';
import type { ActionButton } from '../../client/actionButtons';
import type { ChatMessage } from '../../client/messageList';
import type { StateView } from '../../shared/views';
import type { Surfaces } from '../uikit/useSurfaces';
import type { Client } from '../useClient';
import { ChatMessageView, senderOf } from './Message';

interface MessageListProps {
  readonly room: string;
  /** What apps offer in the menu of a message here. */
  readonly actions: readonly ActionButton[];
  readonly messages: readonly ChatMessage[];
  readonly state: StateView;
  readonly client: Client;
  readonly surfaces: Surfaces;
}

/** The messages of a room, the newest in sight. */
export function MessageList({ room, actions, messages, state, client, surfaces }: MessageListProps): ReactElement {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [messages.length]);
  const { people, app } = state;
  return (
    <div className="messages" role="log" aria-label={`Messages in ${room}`} tabIndex={0}>
      {messages.length === 0 && (
        <p className="messages__start">
          Nothing here yet. Type <kbd>/</kbd> to see what the app offers.
        </p>
      )}
      {messages.map((message) => (
        <ChatMessageView
          key={message.id}
          message={message}
          sender={senderOf(message.sender, people, app)}
          client={client}
          surfaces={surfaces}
          appId={app?.id ?? ''}
          actions={actions}
        />
      ))}
      <div ref={end} />
    </div>
  );
}
