import { contains } from './addressRange';
import { SessionQuery } from './sessionQuery';
import { SessionRow } from '../logout/sessionRow';

/** Whether a session is one of those that somebody looks for. */
export function matchesQuery(row: SessionRow, query: SessionQuery): boolean {
  const { userId, words, ip, os, client, loginAfter, loginBefore } = query;
  return (
    (userId === undefined || row.userId === userId) &&
    (loginAfter === undefined || row.loginAt >= loginAfter) &&
    (loginBefore === undefined || row.loginAt < loginBefore) &&
    (ip === undefined || (row.ip !== undefined && contains(ip, row.ip))) &&
    (os === undefined || isPartOf(os, systemOf(row))) &&
    (client === undefined || isPartOf(client, clientOf(row))) &&
    words.every((word) => isPartOf(word, allOf(row)))
  );
}

type Texts = ReadonlyArray<string | undefined>;

function systemOf({ device }: SessionRow): Texts {
  return [joined(device?.os, device?.osVersion)];
}

function clientOf({ device }: SessionRow): Texts {
  return [joined(device?.name, device?.version), device?.type];
}

function allOf(row: SessionRow): Texts {
  return [row.username, row.name, row.ip, row.sessionId, ...systemOf(row), ...clientOf(row)];
}

function joined(...parts: Texts): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

function isPartOf(part: string, texts: Texts): boolean {
  const wanted = part.toLowerCase();
  return texts.some((text) => text !== undefined && text.toLowerCase().includes(wanted));
}
