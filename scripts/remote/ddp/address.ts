import { SocketError } from './socketError';

/**
 * Where the socket of a workspace is: `https://x/chat` → `wss://x/chat/websocket`.
 * @throws SocketError `socket-address` unless it is an http or https URL
 */
export function socketAddress(workspaceUrl: string): string {
  const url = parsed(workspaceUrl);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw SocketError.own('socket-address');
  }
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/websocket`;
  url.search = '';
  url.hash = '';
  return url.href;
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
