import { isRecord } from './readReply';
import { SessionDevice, SessionRow } from './sessionRow';
import { isSessionId } from './validateLogout';

/** Thrown for a row that is not as a workspace would send it. Never leaves this file. */
class MalformedRow extends Error {}

/** How the workspace writes a time: JSON of a date. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/**
 * Reads one session as the workspace lists it, of any version from 6.5 on (apps/meteor/ee/server/api/sessions.ts,
 * apps/meteor/server/models/raw/Sessions.ts).
 *
 * @returns undefined when it is not one
 */
export function readSessionRow(sent: unknown): SessionRow | undefined {
  try {
    return rowOf(sent);
  } catch {
    return undefined;
  }
}

function rowOf(sent: unknown): SessionRow {
  const { sessionId, userId, loginAt, ip, device, _user } = objectIn(sent) ?? malformed();
  const user = objectIn(_user) ?? {};
  return {
    sessionId: isSessionId(sessionId) ? sessionId : malformed(),
    userId: textIn(userId) ?? malformed(),
    username: textIn(user.username),
    name: textIn(user.name),
    device: deviceIn(device),
    ip: textIn(ip),
    loginAt: timeOf(loginAt),
    asSent: sent as SessionRow['asSent'],
  };
}

function deviceIn(value: unknown): SessionDevice | undefined {
  const device = objectIn(value);
  if (device === undefined) {
    return undefined;
  }
  const os = objectIn(device.os) ?? {};
  return {
    type: textIn(device.type),
    name: textIn(device.name),
    version: textIn(device.version),
    os: textIn(os.name),
    osVersion: textIn(os.version),
  };
}

function timeOf(value: unknown): number {
  const time = typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? malformed() : time;
}

/** A text; nothing and an empty one count as absent. */
function textIn(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  return typeof value === 'string' ? value : malformed();
}

/** An object's fields; nothing counts as absent. */
function objectIn(value: unknown): Record<string, unknown> | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  return isRecord(value) ? value : malformed();
}

function malformed(): never {
  throw new MalformedRow();
}
