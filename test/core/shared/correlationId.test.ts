import { correlationIdOf } from '../../core/correlationId';

const random = { id: () => 'fresh' };

test.each([
  ['req-1.2:3_4', 'req-1.2:3_4'],
  ['a'.repeat(64), 'a'.repeat(64)],
  ['a'.repeat(65), 'fresh'],
  ['', 'fresh'],
  [undefined, 'fresh'],
  ['a b', 'fresh'],
  ['a\nb', 'fresh'],
  ['<script>', 'fresh'],
])('%j becomes %j', (requested, expected) => {
  expect(correlationIdOf(requested, random)).toBe(expected);
});
