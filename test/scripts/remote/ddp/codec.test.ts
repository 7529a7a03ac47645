import { decode, encode, streamEventOf } from '../../../../scripts/remote/ddp/codec';

test('reads what it writes', () => {
  const message = { msg: 'method', id: '1', params: [{ a: null }, 'ü\u2028'] };
  expect(decode(encode(message))).toEqual(message);
});

test.each(['', '{', '5', 'null', '"x"', '[]'])('%j is no message', (text) => {
  expect(decode(text)).toBeUndefined();
});

test('reads the event of a stream', () => {
  const message = { msg: 'changed', collection: 's', id: 'id', fields: { eventName: 'e', args: [1, { a: 2 }] } };
  expect(streamEventOf(message)).toEqual({ stream: 's', event: 'e', args: [1, { a: 2 }] });
});

test.each([
  ['another collection', { collection: 'users', fields: { status: 'online' } }],
  ['no fields', { collection: 's' }],
  ['no collection', { fields: { eventName: 'e', args: [] } }],
  ['arguments that are no list', { collection: 's', fields: { eventName: 'e', args: 'x' } }],
])('a change with %s is no event', (_what, message) => {
  expect(streamEventOf({ msg: 'changed', ...message })).toBeUndefined();
});
