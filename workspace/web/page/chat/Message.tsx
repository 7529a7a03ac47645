import {
  Avatar,
  Message,
  MessageBlock,
  MessageBody,
  MessageContainer,
  MessageHeader,
  MessageLeftContainer,
  MessageName,
  MessageNameContainer,
  MessageStatusPrivateIndicator,
  MessageTimestamp,
  MessageUsername,
} from '@rocket.chat/fuselage';
import { type ReactElement, useMemo } from 'react';
import type { ActionButton } from '../../client/actionButtons';
import type { ChatMessage } from '../../client/messageList';
import { SurfaceContext, type SurfaceContextValue } from '../uikit/context';
import { Markup } from '../uikit/Markup';
import type { Surfaces } from '../uikit/useSurfaces';
import type { Client } from '../useClient';
import { avatarUrl } from './avatar';
import { MessageMenu } from './MessageMenu';
import { timeOf } from './time';

export interface Sender {
  readonly username: string;
  readonly name: string;
  readonly picture: string;
}

interface MessageProps {
  readonly message: ChatMessage;
  readonly sender: Sender;
  readonly client: Client;
  readonly surfaces: Surfaces;
  readonly appId: string;
  /** What apps offer in the menu of a message that is stored. */
  readonly actions: readonly ActionButton[];
}

/** One message. One with blocks does not show its text. */
export function ChatMessageView({ message, sender, client, surfaces, appId, actions }: MessageProps): ReactElement {
  const { id, at, roomId, text = '', blocks = [], ephemeral, edited, alias } = message;
  const { emit } = client;
  const context = useMemo<SurfaceContextValue>(
    () => ({
      appId,
      values: {},
      state: () => undefined,
      action: ({ actionId, blockId, value, appId: owner = appId }) =>
        emit(owner, {
          type: 'blockAction',
          actionId,
          payload: { blockId, value },
          container: { type: 'message', id },
          rid: roomId,
          mid: id,
        }),
    }),
    [appId, emit, id, roomId],
  );
  return (
    <Message role="article" aria-label={`Message from ${alias ?? sender.name}`}>
      <MessageLeftContainer>
        <Avatar size="x36" url={sender.picture} alt="" />
      </MessageLeftContainer>
      <MessageContainer>
        <MessageHeader>
          <MessageNameContainer>
            <MessageName>{alias ?? sender.name}</MessageName> <MessageUsername>@{sender.username}</MessageUsername>
          </MessageNameContainer>
          <MessageTimestamp>{timeOf(at)}</MessageTimestamp>
          {edited && <MessageTimestamp>(edited)</MessageTimestamp>}
          {ephemeral && <MessageStatusPrivateIndicator>Only you can see this message</MessageStatusPrivateIndicator>}
          {!ephemeral && actions.length > 0 && (
            <MessageMenu
              actions={actions}
              onAction={({ appId: owner, actionId, context: place }) => {
                const payload = { context: place };
                void emit(owner, { type: 'actionButton', actionId, payload, rid: roomId, mid: id });
              }}
            />
          )}
        </MessageHeader>
        {blocks.length > 0 ? (
          <MessageBlock fixedWidth>
            <SurfaceContext.Provider value={context}>{surfaces.message(blocks)}</SurfaceContext.Provider>
          </MessageBlock>
        ) : (
          <MessageBody>
            <Markup text={text} emoticons />
          </MessageBody>
        )}
      </MessageContainer>
    </Message>
  );
}

/** Who wrote it, as far as it is known here. */
export function senderOf(
  username: string,
  people: ReadonlyArray<{ readonly username: string; readonly name: string }>,
  app?: { readonly name: string; readonly icon?: string },
): Sender {
  const person = people.find((one) => one.username === username);
  if (person !== undefined) {
    return { username, name: person.name, picture: avatarUrl(username) };
  }
  return username === 'rocket.cat' || app === undefined
    ? { username, name: 'Rocket.Cat', picture: avatarUrl(username) }
    : { username, name: app.name, picture: app.icon ?? avatarUrl(username) };
}
