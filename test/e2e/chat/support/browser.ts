import { type Answer, type Login, send } from '../../../../workspace/client/http';

/** A person's browser, in which they are logged in to the workspace. */
export class Browser {
  constructor(private readonly login: Login) {}

  /** Opens an address. Does not follow where it is sent. */
  opens(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return send(address, { headers: { Cookie: `rc_token=${this.login.authToken}`, ...headers } });
  }

  /** Answers the workspace's consent page. */
  answers(link: string, allow: 'yes' | 'no'): Promise<Answer> {
    const { origin, pathname, searchParams } = new URL(link);
    const form = new URLSearchParams([...searchParams, ['token', this.login.authToken], ['allow', allow]]);
    return send(origin + pathname, { text: form });
  }

  /** Allows what a link asks for. @returns the address that the browser is then sent to: the app's callback */
  async allows(link: string): Promise<string> {
    const { status, headers } = await this.answers(link, 'yes');
    expect(status).toBe(302);
    return headers.get('location') ?? '';
  }
}
