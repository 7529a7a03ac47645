import { correlationIdOf } from '../../../core/shared/correlationId';
import { hostile } from '../../fakes/hostile';

const random = { id: () => 'fresh' };

test.each([
  ['req-1.2:3_4', 'req-1.2:3_4'],
  ['a'.repeat(64), 'a'.repeat(64)],
  ['a'.repeat(65), 'fresh'],
  ['', 'fresh'],
  [undefined, 'fresh'],
  ['a b', 'fresh'],
  ['a\nb', 'fresh'],
  ['a\n', 'fresh'],
  ['<script>', 'fresh'],
])('%j becomes %j', (requested, expected) => {
  expect(correlationIdOf(requested, random)).toBe(expected);
});

test.each(hostile)('megabytes of %s become a fresh one in no time', (_name, text) => {
  expect(correlationIdOf(text, random)).toBe('fresh');
});
