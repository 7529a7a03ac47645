import { readAnswer, type RestAnswer } from '../remote/rest';

/** A request of any kind, also of one that no client would send. */
export interface OddRequest {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly text?: string | URLSearchParams;
}

/**
 * Makes one call. Any status is an answer; redirects are not followed.
 *
 * @throws Error when there is no answer within the time limit
 */
export async function send(url: string, { method, headers, text }: OddRequest, timeoutMs: number): Promise<RestAnswer> {
  const response = await fetch(url, {
    method,
    headers,
    body: text,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return readAnswer(response);
}
