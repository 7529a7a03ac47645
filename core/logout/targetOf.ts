import { SessionRow } from './sessionRow';
import { Target } from '../shared/target';

/** A session of the list as it is recorded: `Chrome 120 · Mac OS 10.15.7 · 203.0.113.24`, as far as that is known. */
export function targetOf({ sessionId, userId, username, device, ip }: SessionRow): Target {
  const client = [device?.name, device?.version?.split('.')[0]];
  const system = [device?.os, device?.osVersion];
  const parts = [device?.name ? client : [], device?.os ? system : [], [ip]];
  const text = parts
    .map((words) => words.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(' · ');
  return { sessionId, userId, username, device: text || undefined };
}
