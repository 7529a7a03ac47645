import type { RequestHandler } from 'express';
import { answerFor } from '../../rest/answers';
import { RateLimited } from '../../rest/rateLimiter';
import type { WorkspaceStore } from '../../store';
import { BREAKAGES, type Breakage } from '../shared/views';

/** What the app asks of the workspace. The page's own calls must not break with it. */
const ASKED_BY_THE_APP = ['/api/v1/sessions', '/api/v1/me', '/api/v1/users.', '/oauth/token'];
/** Longer than a trigger lives, and shorter than the app waits by default. */
const SLOW_MS = 6500;
const FOR_GOOD = 1_000_000;
const WAIT_SECONDS = 42;

/** What a person can break on the page with one click. */
export class Breakages {
  private readonly broken = new Set<Breakage>();

  constructor(private readonly store: WorkspaceStore) {
    store.onRestore(() => this.broken.clear());
  }

  all(): Breakage[] {
    return BREAKAGES.filter((name) => this.broken.has(name));
  }

  /** Breaks or mends one thing. The faults of `/_dev/faults` are replaced by those of the page. */
  set(name: Breakage, on: boolean): void {
    this.broken[on ? 'add' : 'delete'](name);
    const { store } = this;
    if (name === 'twoFactorOff') {
      store.settings.set('Accounts_TwoFactorAuthentication_Enabled', !on);
    } else {
      this.armFaults();
    }
  }

  /** Answers as a workspace that limits the rate does, also to those who are exempt. Comes after the request was logged. */
  readonly limiter: RequestHandler = (request, response, next) => {
    if (!this.broken.has('rateLimit') || !ASKED_BY_THE_APP.some((path) => request.originalUrl.startsWith(path))) {
      next();
      return;
    }
    const error = new RateLimited(WAIT_SECONDS, {
      'X-RateLimit-Limit': '10',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(this.store.now() + WAIT_SECONDS * 1000),
    });
    const { status, body } = answerFor(error);
    response.status(status).set(error.headers).send(body);
  };

  private armFaults(): void {
    const { faults } = this.store;
    faults.clear();
    for (const path of ASKED_BY_THE_APP) {
      const fault = { path, status: 500, times: FOR_GOOD, skip: 0, when: 'before' } as const;
      if (this.broken.has('unreachable')) {
        faults.arm({ ...fault, kind: 'drop', ms: 0 });
      } else if (this.broken.has('slow')) {
        faults.arm({ ...fault, kind: 'delay', ms: SLOW_MS });
      }
    }
  }
}
