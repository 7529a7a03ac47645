import { SocketError } from '../../../../scripts/remote/ddp/socketError';

test.each([
  [
    { error: 403, reason: 'No.' },
    { code: '403', reason: 'No.', message: 'No. [403]' },
  ],
  [{ error: 'not-allowed' }, { code: 'not-allowed', reason: '', message: '[not-allowed]' }],
  [{ error: 'totp-required', reason: 'R', details: { method: 'totp' } }, { details: { method: 'totp' } }],
  [{ reason: 'No.' }, { code: 'socket-refused' }],
  [undefined, { code: 'socket-refused' }],
  [null, { code: 'socket-refused' }],
  ['text', { code: 'socket-refused' }],
])('%j', (answered, expected) => {
  expect(SocketError.ofServer(answered)).toMatchObject(expected);
});
