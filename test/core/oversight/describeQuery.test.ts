import { describeQuery } from '../../../core/oversight/describeQuery';

test('what was asked for, and nothing that was not', () => {
  expect(describeQuery('oldest-first', {})).toBe('order=oldest-first');
  expect(describeQuery('newest-first', { from: 0, to: 86_400_000, user: 'alice', result: 'failed' })).toBe(
    'order=newest-first&from=1970-01-01T00:00:00.000Z&to=1970-01-02T00:00:00.000Z&user=alice&result=failed',
  );
});

test('no value can pass for another', () => {
  const forged = describeQuery('newest-first', { caller: 'x&result=done' });
  expect(forged).not.toContain('&result=');
  expect(new URLSearchParams(forged).get('caller')).toBe('x&result=done');
});
