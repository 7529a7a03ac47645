import { randomBytes } from 'crypto';
import { open, seal } from '../../adapters/seal';

const key = randomBytes(32);

test('opens for the key and the owner it was locked with', () => {
  expect(open(seal('a token ✓', key, 'u1'), key, 'u1')).toBe('a token ✓');
});

test('the same text is never locked the same way twice, and cannot be read', () => {
  const [first, second] = [seal('a token', key, 'u1'), seal('a token', key, 'u1')];
  expect(first).not.toBe(second);
  expect(Buffer.from(first, 'base64').toString('latin1')).not.toContain('a token');
});

test.each([
  ['another key', (sealed: string) => open(sealed, randomBytes(32), 'u1')],
  ['another owner', (sealed: string) => open(sealed, key, 'u2')],
  ['nothing', () => open('', key, 'u1')],
  ['something else', () => open('not sealed at all, but long enough', key, 'u1')],
])('does not open for %s', (_name, tryToOpen) => {
  expect(tryToOpen(seal('a token', key, 'u1'))).toBeUndefined();
});

test('does not open when any byte was changed', () => {
  const bytes = Buffer.from(seal('a token', key, 'u1'), 'base64');
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index] ^= 1;
    expect(open(changed.toString('base64'), key, 'u1')).toBeUndefined();
  }
});
