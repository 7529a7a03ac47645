import { madeUpName } from '../../../core/logout/tokensApi';

test('the name of a token that nobody has is fresh every time, and says whose call it was', () => {
  let ids = 0;
  const random = { id: () => `id${++ids}` };
  expect([madeUpName(random), madeUpName(random)]).toEqual(['session-logout-id1', 'session-logout-id2']);
});
