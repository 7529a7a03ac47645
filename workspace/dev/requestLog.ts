import type { Request, RequestHandler } from 'express';
import type { ReceivedRequest } from '../model';
import type { WorkspaceStore } from '../store';

/** Of longer bodies only the length is kept: a log of 10,000 requests must fit into memory. */
const LARGEST_BODY_KEPT = 16 * 1024;
const SECRETS = new Set(['password', 'code', 'authToken', 'resume']);
const HIDDEN = '<hidden>';

/** Records every request on arrival, and completes the record as the request is read and answered. */
export function requestLog(store: WorkspaceStore): RequestHandler {
  return (request, response, next) => {
    const received: ReceivedRequest = {
      at: new Date(store.now()).toISOString(),
      method: request.method,
      path: request.originalUrl.split('?')[0],
      status: 0,
      userId: store.authenticate(request.headers)?.user._id,
      userAgent: request.get('user-agent'),
      twoFactorCode: request.get('x-2fa-code') !== undefined,
      body: undefined,
    };
    store.requests.add(received);
    response.locals.received = received;
    response.on('finish', () => {
      received.status = response.statusCode;
    });
    next();
  };
}

/** Adds the body to the record, after it was parsed and before anything changes it. */
export const requestBodyLog: RequestHandler = (request, response, next) => {
  const received = response.locals.received as ReceivedRequest | undefined;
  if (received !== undefined) {
    received.body = keepable(request);
  }
  next();
};

function keepable(request: Request): unknown {
  const length = Number(request.get('content-length') ?? 0);
  if (length > LARGEST_BODY_KEPT) {
    return `<${length} bytes>`;
  }
  return withoutSecrets(request.body);
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutSecrets);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (SECRETS.has(key)) {
        return [key, HIDDEN];
      }
      // A slash command may carry a second factor: `/logout-session <id> --code 123456`.
      return [
        key,
        typeof inner === 'string' ? inner.replace(/(--code[=\s]+)\S+/g, `$1${HIDDEN}`) : withoutSecrets(inner),
      ];
    }),
  );
}
