import type { Asking } from '../../scripts/remote/asking';

/** What a fake workspace answers, and what it was asked. */
export interface FakeAnswer {
  status?: number;
  body?: unknown;
  /** In place of a body: not JSON. */
  text?: string;
  headers?: Record<string, string>;
}

export interface FakeCall {
  /** Such as `POST /api/v1/login`. */
  route: string;
  url: string;
  headers: Headers;
  /** Parsed, where it is JSON. */
  body: unknown;
}

type Answerer = FakeAnswer | ((call: FakeCall) => FakeAnswer | Promise<FakeAnswer>);

export const INFO = { body: { version: '8.0', success: true } };

/**
 * A workspace without a network, in place of `fetch`: what each route answers; a list is answered one by one, its last
 * answer again and again. Other routes are a failure of the test.
 */
export function fakeWorkspace(routes: Record<string, Answerer | Answerer[]>): { calls: FakeCall[] } {
  const calls: FakeCall[] = [];
  const seen = new Map<string, number>();
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init = {}) => {
    const { origin, pathname } = new URL(input as string);
    const route = `${init.method ?? 'GET'} ${pathname}`;
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body;
    const call = { route, url: origin + pathname, headers: new Headers(init.headers), body };
    calls.push(call);
    const known = routes[route];
    if (known === undefined) {
      throw new Error(`the fake workspace has no ${route}`);
    }
    const nth = seen.get(route) ?? 0;
    seen.set(route, nth + 1);
    const answerer = Array.isArray(known) ? known[Math.min(nth, known.length - 1)] : known;
    const {
      status = 200,
      body: answer,
      text,
      headers,
    } = typeof answerer === 'function' ? await answerer(call) : answerer;
    init.signal?.throwIfAborted();
    return new Response(text ?? JSON.stringify(answer ?? {}), { status, headers });
  });
  return { calls };
}

/** A person who gives these answers, and remembers what they were told and asked. */
export class FakePerson implements Asking {
  readonly said: string[] = [];
  readonly asked: string[] = [];
  /** The questions whose answers were hidden. */
  readonly hidden: string[] = [];

  constructor(private readonly answers: Array<string | boolean> = []) {}

  say(line: string): void {
    this.said.push(line);
  }

  async ask(question: string, { secret = false } = {}): Promise<string> {
    if (secret) {
      this.hidden.push(question);
    }
    return this.next(question, 'string') as string;
  }

  async confirm(question: string): Promise<boolean> {
    return this.next(question, 'boolean') as boolean;
  }

  /** All that could be seen. */
  get seen(): string {
    return [...this.said, ...this.asked].join('\n');
  }

  private next(question: string, type: string): string | boolean {
    this.asked.push(question);
    const answer = this.answers.shift();
    if (typeof answer !== type) {
      throw new Error(`nobody expected the question "${question}"`);
    }
    return answer as string | boolean;
  }
}
