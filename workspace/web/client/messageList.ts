import type { ViewBlock } from './interactions';

/** A message as a client holds it. */
export interface ChatMessage {
  readonly id: string;
  /** ISO time; the list is sorted by it. */
  readonly at: string;
  readonly roomId: string;
  /** Username. */
  readonly sender: string;
  /** Shown in the place of the sender's name. */
  readonly alias?: string;
  readonly text?: string;
  readonly blocks?: readonly ViewBlock[];
  /** Only its reader sees it; it is stored nowhere. */
  readonly ephemeral: boolean;
  readonly edited: boolean;
}

/**
 * Puts a message into the list. One with the id of another replaces it: that is how an ephemeral message is changed
 * (Rocket.Chat apps/meteor/client/startup/incomingMessages.ts upserts by `_id`). An edited one stays in its place.
 */
export function withMessage(messages: readonly ChatMessage[], message: ChatMessage): ChatMessage[] {
  const before = messages.find(({ id }) => id === message.id);
  const placed = message.edited && before !== undefined ? { ...message, at: before.at } : message;
  return [...messages.filter(({ id }) => id !== message.id), placed].sort((a, b) => a.at.localeCompare(b.at));
}
