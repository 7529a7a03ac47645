import { hkdfSync } from 'crypto';
import * as fc from 'fast-check';
import { hkdfSha256, tokenKey } from '../../adapters/tokenKey';

test('it is HKDF-SHA-256: RFC 5869, appendix A.3, of which one block is made here', () => {
  const secret = Buffer.from('0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b', 'hex');
  expect(hkdfSha256(secret, Buffer.alloc(0)).toString('hex')).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
  );
});

test('it is what later versions of Node make by themselves', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(bytes, bytes, (secret, info) => {
      const expected = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 32));
      expect(hkdfSha256(Buffer.from(secret), Buffer.from(info)).equals(expected)).toBe(true);
    }),
  );
});

test('the key has 32 bytes, and depends on the secret, the app and what it is for', () => {
  const key = tokenKey('client-secret', 'the-app');
  expect(key).toHaveLength(32);
  expect(tokenKey('client-secret', 'the-app').equals(key)).toBe(true);
  expect(tokenKey('another-secret', 'the-app').equals(key)).toBe(false);
  expect(tokenKey('client-secret', 'another-app').equals(key)).toBe(false);
  expect(hkdfSha256(Buffer.from('client-secret'), Buffer.from('the-app:another-purpose')).equals(key)).toBe(false);
});
