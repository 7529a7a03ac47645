import type { WorkspaceUser } from '../../model';
import type { WorkspaceStore } from '../../store';
import type { MailView } from '../shared/views';

interface Mail {
  id: number;
  at: number;
  code: string;
  expires: number;
}

/** Mails kept for each person. */
const LIMIT = 20;

/**
 * Everybody's mails with codes. The workspace keeps only the code that is valid now, as a real one does, so each one is
 * noted when it is first seen here; `watch` must be called often.
 */
export class Inboxes {
  private mails = new Map<string, Mail[]>();
  private lastId = 0;

  constructor(private readonly store: WorkspaceStore) {
    store.onRestore(() => this.mails.clear());
  }

  watch(): void {
    for (const { _id, emailCode } of this.store.users.all()) {
      const mails = this.mails.get(_id) ?? [];
      if (emailCode !== undefined && !isLast(mails, emailCode)) {
        this.lastId += 1;
        const mail = { id: this.lastId, at: this.store.now(), code: emailCode.code, expires: emailCode.expires };
        this.mails.set(_id, [...mails, mail].slice(-LIMIT));
      }
    }
  }

  /** Newest first. */
  of({ _id, emailCode }: WorkspaceUser): MailView[] {
    return [...(this.mails.get(_id) ?? [])].reverse().map((mail) => ({
      id: mail.id,
      at: new Date(mail.at).toISOString(),
      code: mail.code,
      state: emailCode !== undefined && isLast([mail], emailCode) ? 'valid' : 'used or replaced',
      validUntil: new Date(mail.expires).toISOString(),
    }));
  }
}

function isLast(mails: readonly Mail[], { code, expires }: { code: string; expires: number }): boolean {
  const last = mails.at(-1);
  return last?.code === code && last.expires === expires;
}
