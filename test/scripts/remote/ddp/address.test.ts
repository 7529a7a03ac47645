import { socketAddress } from '../../../../scripts/remote/ddp/address';

test.each([
  ['http://127.0.0.1:3000', 'ws://127.0.0.1:3000/websocket'],
  ['https://x', 'wss://x/websocket'],
  ['https://x/', 'wss://x/websocket'],
  ['https://x/chat', 'wss://x/chat/websocket'],
  ['https://x/chat//', 'wss://x/chat/websocket'],
  ['https://x/chat?a=b#c', 'wss://x/chat/websocket'],
])('%s is heard at %s', (workspaceUrl, address) => {
  expect(socketAddress(workspaceUrl)).toBe(address);
});

test.each(['', 'x', 'ftp://x', 'ws://x', 'javascript:alert(1)'])('%j is no address', (workspaceUrl) => {
  expect(() => socketAddress(workspaceUrl)).toThrow('[socket-address]');
});
