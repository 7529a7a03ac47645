import { EndedNotice, Notice } from './notice';

/** Why somebody cannot be told, now or later. */
export type Undeliverable =
  | 'person-missing'
  | 'person-deactivated'
  | 'room-missing'
  | 'room-read-only'
  | 'room-archived';

/** How it went: `failed` for what another try may mend. */
export type Telling = 'told' | 'failed' | Undeliverable;

/** Says what a notice is about, in the words and the language of those who read it. Never throws. */
export interface Messenger {
  /**
   * Sends one person one message about what was ended of theirs.
   *
   * @param withWho whether it says who did it, and why
   */
  tellPerson(userId: string, notice: EndedNotice, withWho: boolean): Promise<Telling>;
  /** Sends a room one message about all of the notices. @param room its name or ID */
  tellRoom(room: string, notices: readonly Notice[]): Promise<Telling>;
}
