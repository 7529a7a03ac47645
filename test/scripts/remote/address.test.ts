import { workspaceAddress } from '../../../scripts/remote/address';
import type { RemoteError } from '../../../scripts/remote/texts';

function refusal(given: string): unknown {
  try {
    return workspaceAddress(given);
  } catch (error) {
    return (error as RemoteError).code;
  }
}

describe('workspaceAddress', () => {
  it.each([
    ['https://chat.example.com', 'https://chat.example.com'],
    ['https://chat.example.com/', 'https://chat.example.com'],
    ['https://example.com/chat//', 'https://example.com/chat'],
    ['https://chat.example.com:8443', 'https://chat.example.com:8443'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('takes %s', (given, address) => {
    expect(workspaceAddress(given)).toBe(address);
  });

  it.each(['', 'chat.example.com', 'ftp://example.com', 'https://example.com/?a=b', 'https://example.com/#a'])(
    'refuses "%s"',
    (given) => {
      expect(refusal(given)).toBe('bad-address');
    },
  );

  it('does not repeat a password in an address', () => {
    expect(() => workspaceAddress('https://ada:pass@word@example.com')).toThrow('"https://…@example.com"');
  });

  it.each([
    'http://chat.example.com',
    'http://10.0.0.1:3000',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
  ])('refuses %s without encryption, unless told otherwise', (given) => {
    expect(refusal(given)).toBe('no-tls');
    expect(workspaceAddress(given, { allowHttp: true })).toBe(given);
  });
});
