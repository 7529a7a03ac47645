import { ROOM_MESSAGE_SECONDS } from '../shared/limits';
import { Clock, OperatorLog } from '../shared/ports';
import { AlarmSettings, SettingsReader } from '../shared/settings';
import { Messenger, Telling } from './messenger';
import { EndedNotice, Notice } from './notice';
import { Outbox } from './outbox';
import { trimOutbox } from './trimOutbox';

/** The engine gives up on a job after 30 s; who is not told by then is left for the next one. In milliseconds. */
const RUN_MS = 18_000;
/** When a turn is over that a crash took along, in milliseconds. */
const TURN_MS = 40_000;
/** When what failed is tried again, and for how long, in milliseconds. */
const RETRY_MS = 10 * 60_000;
const GIVE_UP_MS = 24 * 60 * 60_000;
/** After so many people it is stored who is told, so that a crash lets few be told twice. */
const PEOPLE_AT_ONCE = 20;
const ROOM_PAUSE_MS = ROOM_MESSAGE_SECONDS * 1000;

export interface SendingPorts {
  readonly settings: Pick<SettingsReader, 'alarms'>;
  readonly outbox: Outbox;
  readonly messenger: Messenger;
  readonly log: OperatorLog;
  readonly clock: Clock;
}

/** One run of the job. */
interface Run {
  readonly settings: AlarmSettings;
  /** When nobody more is begun with, in milliseconds since the epoch. */
  readonly end: number;
  /** When to go on with what is left. */
  readonly dues: number[];
}

/**
 * Sends what waits in the outbox: each person one message per notice; the room one for all of them together, and at most
 * one in `ROOM_MESSAGE_SECONDS`, on however many servers this runs.
 *
 * What was sent leaves the outbox, and so does what cannot be sent now or later; what failed is tried again for a day. A
 * crash may let a message be sent twice, but not get lost. Never throws: the scheduler would not try again.
 */
export async function sendNotices(ports: SendingPorts): Promise<void> {
  const { outbox, log, clock } = ports;
  try {
    const turn = await outbox.takeTurn(clock.now() + TURN_MS);
    if ('takenUntil' in turn) {
      // Whoever has the turn looks again when it is over. This is for the case that they never come to that.
      await outbox.schedule(turn.takenUntil);
      return;
    }
    let seen: readonly Notice[];
    try {
      seen = await sendAll(ports);
    } finally {
      await turn.giveBack();
    }
    if ((await outbox.all()).some(({ id }) => !seen.some((each) => each.id === id))) {
      await outbox.schedule(clock.now());
    }
  } catch {
    log.note({ event: 'alarm', correlationId: '-', result: 'job-failed' });
  }
}

/** Has the job run if anything waits, as after a time in which jobs were lost. @throws when that could not be arranged */
export async function flushNotices({ outbox, clock }: Pick<SendingPorts, 'outbox' | 'clock'>): Promise<void> {
  if ((await outbox.all()).length > 0) {
    await outbox.schedule(clock.now());
  }
}

/** @returns the notices that were looked at */
async function sendAll(ports: SendingPorts): Promise<readonly Notice[]> {
  const { clock, log } = ports;
  const waiting = await trimOutbox(ports);
  if (waiting.length === 0) {
    return [];
  }
  let settings: AlarmSettings;
  try {
    settings = await ports.settings.alarms();
  } catch {
    log.note({ event: 'alarm', correlationId: '-', result: 'error-settings-unreadable' });
    await scheduleNext(clock.now() + RETRY_MS, ports);
    return waiting;
  }
  const run: Run = { settings, end: clock.now() + RUN_MS, dues: [] };
  const left: Notice[] = [];
  for (const notice of waiting) {
    left.push(notice.kind === 'ended' ? await tellPeople(notice, run, ports) : notice);
  }
  await tellRoom(
    left.filter(({ room }) => room),
    run,
    ports,
  );
  if (run.dues.length > 0) {
    await scheduleNext(Math.min(...run.dues), ports);
  }
  return waiting;
}

/** @returns what is left of the notice, as it is stored now */
async function tellPeople(notice: EndedNotice, run: Run, ports: SendingPorts): Promise<EndedNotice> {
  const { clock, messenger } = ports;
  const { tellPerson, tellWho } = run.settings;
  let stored = notice;
  let untold = tellPerson ? notice.untold : [];
  const again: string[] = [];
  const store = async (): Promise<void> => {
    const left = { ...notice, untold: [...untold, ...again] };
    await keepWhatIsLeft(left, stored, ports);
    stored = left;
  };
  while (untold.length > 0 && clock.now() < run.end) {
    for (const userId of untold.slice(0, PEOPLE_AT_ONCE)) {
      if (!isOver(await messenger.tellPerson(userId, notice, tellWho), notice, ports)) {
        again.push(userId);
      }
    }
    untold = untold.slice(PEOPLE_AT_ONCE);
    await store();
  }
  await store();
  if (untold.length > 0) {
    run.dues.push(clock.now());
  } else if (again.length > 0) {
    run.dues.push(clock.now() + RETRY_MS);
  }
  return stored;
}

async function tellRoom(notices: readonly Notice[], run: Run, ports: SendingPorts): Promise<void> {
  const { clock, messenger, outbox } = ports;
  const { securityRoom } = run.settings;
  if (notices.length === 0) {
    return;
  }
  let telling: Telling = 'told';
  if (securityRoom !== '') {
    const memory = await outbox.memory();
    const free = (memory.roomToldAt ?? -Infinity) + ROOM_PAUSE_MS;
    const wait = free - clock.now();
    // A longer wait than the pause comes from a clock that was set back; the room must not fall silent for that.
    if (wait > 0 && wait <= ROOM_PAUSE_MS) {
      run.dues.push(free);
      return;
    }
    // Before the message, so that after a crash the next one does not come too early.
    await outbox.remember({ ...memory, roomToldAt: clock.now() });
    telling = await messenger.tellRoom(securityRoom, notices);
  }
  for (const notice of notices) {
    if (isOver(telling, notice, ports)) {
      await keepWhatIsLeft({ ...notice, room: false }, notice, ports);
    } else {
      run.dues.push(clock.now() + RETRY_MS);
    }
  }
}

/** Whether nothing more is to be tried. What was not told leaves a line in the log. */
function isOver(telling: Telling, { correlationId, at }: Notice, { log, clock }: SendingPorts): boolean {
  if (telling !== 'told') {
    log.note({ event: 'alarm', correlationId, result: telling });
  }
  return telling !== 'failed' || clock.now() - at > GIVE_UP_MS;
}

async function keepWhatIsLeft(left: Notice, stored: Notice, { outbox }: SendingPorts): Promise<void> {
  if (!left.room && untoldOf(left) === 0) {
    await outbox.remove(left.id);
  } else if (left.room !== stored.room || untoldOf(left) !== untoldOf(stored)) {
    await outbox.update(left);
  }
}

function untoldOf(notice: Notice): number {
  return notice.kind === 'ended' ? notice.untold.length : 0;
}

/** Schedules the job, unless it is to run by then already: of the many jobs that find something left, one is enough. */
async function scheduleNext(due: number, { outbox, clock }: SendingPorts): Promise<void> {
  const memory = await outbox.memory();
  const { scheduledFor = 0 } = memory;
  if (scheduledFor <= clock.now() || scheduledFor > due) {
    await outbox.schedule(due);
    await outbox.remember({ ...memory, scheduledFor: due });
  }
}
