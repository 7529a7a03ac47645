import { useCallback, useState } from 'react';
import type { ViewBlock } from '../client/interactions';
import { type ChatMessage, withMessage } from '../client/messageList';
import type { Delivered } from './useServerEvents';

const FIRST_ROOM = 'GENERAL';

export interface Rooms {
  readonly current: string;
  readonly messages: readonly ChatMessage[];
  /** How many messages came into a room since it was last looked at, by room. */
  readonly unread: Readonly<Record<string, number>>;
  readonly enter: (roomId: string) => void;
  /** @param isNew false: it was there before this tab, and is not counted as unread */
  readonly add: (message: ChatMessage, isNew?: boolean) => void;
  readonly remove: (messageId: string) => void;
}

/** What this tab has been shown in the rooms. Ephemeral messages live here alone: they are gone after a reload. */
export function useRooms(): Rooms {
  const [current, setCurrent] = useState(FIRST_ROOM);
  const [messages, setMessages] = useState<readonly ChatMessage[]>([]);
  const [unread, setUnread] = useState<Readonly<Record<string, number>>>({});

  const enter = useCallback((roomId: string) => {
    setCurrent(roomId);
    setUnread(({ [roomId]: _seen, ...others }) => others);
  }, []);
  const add = useCallback(
    (message: ChatMessage, isNew = true) => {
      setMessages((all) => withMessage(all, message));
      if (isNew && message.roomId !== current) {
        setUnread((all) => ({ ...all, [message.roomId]: (all[message.roomId] ?? 0) + 1 }));
      }
    },
    [current],
  );
  const remove = useCallback((messageId: string) => {
    setMessages((all) => all.filter(({ id }) => id !== messageId));
  }, []);
  return { current, unread, enter, add, remove, messages: messages.filter(({ roomId }) => roomId === current) };
}

/** A message as the workspace delivered it. @param room where one without a room is shown */
export function deliveredMessage(delivery: Delivered, room: string): ChatMessage {
  const text = (field: string): string | undefined => {
    const value = delivery[field];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    id: text('messageId') ?? `delivery-${delivery.seq}`,
    at: text('createdAt') ?? delivery.at,
    roomId: text('roomId') ?? room,
    sender: text('sender') ?? '',
    alias: text('alias'),
    text: text('text'),
    blocks: delivery.blocks as readonly ViewBlock[] | undefined,
    // What was posted says what happened to it: posted, edited, deleted.
    ephemeral: delivery.change === undefined,
    edited: delivery.change === 'edited',
  };
}

/** Something that the client itself says, as Rocket.Chat's does. */
export function clientMessage(text: string, roomId: string): ChatMessage {
  const at = new Date().toISOString();
  return { id: crypto.randomUUID(), at, roomId, sender: 'rocket.cat', text, ephemeral: true, edited: false };
}
