import { randomBytes } from 'crypto';
import { setTimeout as pause } from 'timers/promises';
import manifest from '../../app.json';
import type { RemoteCredential, RestAnswer } from '../remote/rest';
import { type OddRequest, send } from './http';
import { CouldNotTry, NoLicence } from './outcomes';
import type { Secrets } from './secrets';
import type { Targets } from './targets';
import { TEXTS } from './texts';

/** What a call sends to one of the app's endpoints, beside what it says of itself. */
export interface AppCall {
  /** Whose credential; nobody's when left out. */
  readonly as?: RemoteCredential;
  /** `x-2fa-code` */
  readonly code?: string;
  /** `x-2fa-method` */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as a form. */
  readonly body?: unknown;
  /** Sent as it is, in place of a body. */
  readonly text?: string;
  /** Default: `POST` with a body, `GET` without. */
  readonly verb?: string;
  /** The answer that means "locked out" is one of those that this call looks for. */
  readonly mayBeLockedOut?: boolean;
  /** Also once the person wants it to stop: to take something back. */
  readonly takesBack?: boolean;
}

/** A call as it was made, and what came back. */
export interface Made {
  readonly endpoint: string;
  readonly body: unknown;
  readonly requestId: string;
  readonly answer: RestAnswer;
}

export interface AppClientOptions {
  readonly targets: Targets;
  readonly secrets: Secrets;
  /** Told why it waits. */
  readonly say: (line: string) => void;
  /** Nothing more is sent once it has come. */
  readonly signal: AbortSignal;
  /** Waits so many milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** How long the app may take: the engine gives up after 30 s. */
const PATIENCE_MS = 40_000;
const MOST_WAITS = 3;
const LONGEST_WAIT_S = 90;

/** The app's endpoints, as a client of the workspace calls them. Keeps everything that came back. */
export class AppClient {
  readonly made: Made[] = [];
  private readonly run = randomBytes(4).toString('hex');

  constructor(
    private readonly workspaceUrl: string,
    private readonly options: AppClientOptions,
  ) {}

  /**
   * Calls an endpoint, under a request ID of its own. Waits where the workspace limits the rate.
   *
   * @param endpoint as `sessions/logout`, with a query where it has one
   * @throws CouldNotTry when the workspace has no licence, the app has no such endpoint, or the caller is locked out
   */
  async call(endpoint: string, call: AppCall = {}): Promise<RestAnswer> {
    const { targets, say, signal, wait = pause } = this.options;
    targets.requireOwn(call.body);
    for (let waits = 0; ; waits += 1) {
      if (!call.takesBack) {
        requireGoingOn(signal);
      }
      const answer = await this.once(endpoint, call);
      const { errorType, details } = contentOf(answer);
      const seconds = details?.retryAfterSeconds ?? 0;
      if (errorType !== 'error-too-many-requests' || waits >= MOST_WAITS || seconds > LONGEST_WAIT_S) {
        return usable(answer, errorType, call);
      }
      say(TEXTS.waits(seconds));
      await wait((seconds + 1) * 1000);
    }
  }

  private async once(endpoint: string, { as, code, method, headers, ...call }: AppCall): Promise<RestAnswer> {
    const requestId = `verify-${this.run}-${this.made.length + 1}`;
    const request: OddRequest = {
      method: call.verb ?? (call.body === undefined && call.text === undefined ? 'GET' : 'POST'),
      headers: {
        'X-Request-Id': requestId,
        ...(call.body !== undefined && !isForm(call.body) && { 'Content-Type': 'application/json' }),
        ...(as && {
          'X-User-Id': as.userId,
          'X-Auth-Token': this.options.secrets.add(TEXTS.secretToken, as.authToken),
        }),
        ...(code !== undefined && { 'x-2fa-code': code }),
        ...(method !== undefined && { 'x-2fa-method': method }),
        ...headers,
      },
      text: call.text ?? (isForm(call.body) || call.body === undefined ? call.body : JSON.stringify(call.body)),
    };
    const answer = await send(`${this.workspaceUrl}${APP_PATH}/${endpoint}`, request, PATIENCE_MS);
    this.made.push({ endpoint: endpoint.split('?')[0], body: call.body, requestId, answer });
    return answer;
  }
}

/** @throws CouldNotTry once the person wants it to stop */
export function requireGoingOn(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new CouldNotTry(TEXTS.interrupted, true);
  }
}

/** Where the app's endpoints are. */
export const APP_PATH = `/api/apps/public/${manifest.id}`;

/** What an answer of the app says, as far as anybody looks at it. */
export interface Content {
  readonly success?: boolean;
  readonly error?: string;
  readonly errorType?: string;
  readonly details?: { readonly method?: string; readonly field?: string; readonly retryAfterSeconds?: number };
  readonly [field: string]: unknown;
}

export function contentOf({ body }: RestAnswer): Content {
  return typeof body === 'object' && body !== null ? (body as Content) : {};
}

function usable(answer: RestAnswer, errorType: string | undefined, call: AppCall): RestAnswer {
  if (errorType === 'error-license-required') {
    throw new NoLicence();
  }
  if (errorType === 'error-too-many-requests') {
    throw new CouldNotTry(TEXTS.rateLimited);
  }
  if (errorType === 'error-locked-out' && !call.mayBeLockedOut) {
    throw new CouldNotTry(TEXTS.lockedOut, true);
  }
  if (answer.status === 404 && errorType === undefined) {
    throw new CouldNotTry(TEXTS.noEndpoint);
  }
  return answer;
}

function isForm(body: unknown): body is URLSearchParams {
  return body instanceof URLSearchParams;
}
