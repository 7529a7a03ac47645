import { Criteria } from '../find/criteria';
import { Person } from '../find/findPerson';
import { SessionRow } from '../logout/sessionRow';
import { Target } from '../shared/target';
import { targetOf } from '../logout/targetOf';

/** What to do with the sessions of a person: let the caller choose, end all, or end everything of that person. */
export const WHAT_TO_DO = ['choose', 'all', 'everything'] as const;
export type WhatToDo = (typeof WHAT_TO_DO)[number];

/** Sessions that somebody looks for. */
export interface Search {
  /** As typed, so that the form still has it when it opens again. Undefined: nothing but a person was named. */
  readonly criteria?: Criteria;
  /** Whether a form asks for the criteria. */
  readonly form: boolean;
  /** The one person whose sessions are looked for. */
  readonly person?: Person;
  readonly what: WhatToDo;
  /** Whether the workspace has no licence to show or end single sessions: then `what` is everything, and stays that. */
  readonly unlicensed?: boolean;
  /** Of the caller, in hours: what `yesterday` means. */
  readonly utcOffset: number;
}

/** A session that was found, with what a person knows it by. */
export interface Listed extends Target {
  /** Client, system and address as a person would say them; each absent where the workspace does not know it. */
  readonly client?: string;
  readonly os?: string;
  readonly ip?: string;
  /** In milliseconds since the epoch. Absent where only a batch knows the session. */
  readonly loginAt?: number;
}

/** What a search found: kept for the one who searched, until the choice is made. */
export interface Choice {
  readonly person?: Person;
  /** Newest login first. */
  readonly listed: readonly Listed[];
  /** Whether the search got through everything. */
  readonly complete: boolean;
  /** Rows that were looked at. */
  readonly looked: number;
  /** Whether all are chosen, as when the others are tried again. */
  readonly all: boolean;
  /** The session IDs that were chosen, where it is not all. */
  readonly chosen: readonly string[];
}

/** A row of the workspace's list as it is offered, and as it is recorded. */
export function listedOf(row: SessionRow): Listed {
  const { device, ip, loginAt } = row;
  const client = named(device?.name ?? device?.type, device?.version);
  return { ...targetOf(row), client, os: named(device?.os, device?.osVersion), ip, loginAt };
}

/** The sessions that "all" means: the caller's own only where the caller is the person who was looked for. */
export function allOf({ listed, person }: Pick<Choice, 'listed' | 'person'>, callerId: string): readonly Listed[] {
  return person?.id === callerId ? listed : listed.filter(({ userId }) => userId !== callerId);
}

/** The sessions that were chosen, newest login first. */
export function chosenOf(choice: Choice, callerId: string): readonly Listed[] {
  const { all, chosen, listed } = choice;
  return all ? allOf(choice, callerId) : listed.filter(({ sessionId }) => chosen.includes(sessionId));
}

function named(name: string | undefined, version: string | undefined): string | undefined {
  return name && version ? `${name} ${version}` : name;
}
