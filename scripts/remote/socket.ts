import { WebSocket } from 'ws';
import { socketAddress } from './ddp/address';
import { Connection } from './ddp/connection';
import type { SocketOptions, WorkspaceSocket } from './ddp/workspaceSocket';

export { roomMessages, userEvent } from './ddp/events';
export type { SlashCommandRun, StreamName, UiInteraction, WireMessage } from './ddp/events';
export { SocketError } from './ddp/socketError';
export type { SocketOptions, StreamListener, WorkspaceSocket } from './ddp/workspaceSocket';

/** How long it waits for an answer. */
export const TIMEOUT_MS = 15_000;

/**
 * Connects to a workspace, at `<workspace URL>/websocket`.
 * @param workspaceUrl http or https, with the path the workspace lives under, if any
 * @throws SocketError `socket-address`, `socket-unreachable`, `socket-closed`, `socket-timeout`
 */
export async function openSocket(workspaceUrl: string, options: SocketOptions = {}): Promise<WorkspaceSocket> {
  const { timeoutMs = TIMEOUT_MS, headers = {} } = options;
  const socket = new WebSocket(socketAddress(workspaceUrl), { headers, handshakeTimeout: timeoutMs });
  return Connection.begin(socket, timeoutMs);
}
