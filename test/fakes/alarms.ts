import { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { outbox } from '../../adapters/outbox';
import { raiseAlarms } from '../../core/alarm/raiseAlarms';
import { Telling } from '../../core/alarm/messenger';
import { EndedNotice, Notice } from '../../core/alarm/notice';
import { SendingPorts } from '../../core/alarm/sendNotices';
import { MemoryPersistence } from './persistence';
import { NOW, settings, Settings, settingsOf } from './ports';

export const notice = (change: Partial<EndedNotice> = {}): EndedNotice => ({
  kind: 'ended',
  id: 'n1',
  at: NOW,
  correlationId: 'request-1',
  callerUsername: 'admin',
  action: 'logout',
  reason: 'stolen laptop',
  sessions: [{ userId: 'u7', username: 'alice', device: 'Chrome 120', result: 'ended' }],
  untold: ['u7'],
  room: true,
  ...change,
});

/** One world for alarms: an outbox in a persistence, a scheduler that only notes, and who was told of what. */
export function alarmWorld(change: Partial<Settings> | Error = { securityRoom: 'security' }) {
  const persistence = new MemoryPersistence();
  const state = { now: NOW, settings: change instanceof Error ? change : { ...settings, ...change } };
  const scheduled: number[] = [];
  const faults = { schedule: false };
  const told: Array<{ to: string; ids: string[]; withWho?: boolean }> = [];
  const notes: Array<{ correlationId: string; result: string }> = [];
  const answers = { person: (_userId: string): Telling => 'told', room: (): Telling => 'told' };
  let ids = 0;
  const clock = { now: () => state.now };
  const random = { id: () => `id${++ids}` };
  const modify = {
    getScheduler: () => ({
      scheduleOnce: async ({ when }: { when: Date }) =>
        faults.schedule ? undefined : `job${scheduled.push(when.getTime())}`,
    }),
  } as unknown as IModify;
  const box = outbox(persistence, persistence, modify, { clock, random });
  const ports = (): SendingPorts => ({
    settings: settingsOf(state.settings),
    outbox: box,
    messenger: {
      async tellPerson(userId, { id }, withWho) {
        told.push({ to: userId, ids: [id], withWho });
        return answers.person(userId);
      },
      async tellRoom(room, notices: readonly Notice[]) {
        told.push({ to: `#${room}`, ids: notices.map(({ id }) => id) });
        return answers.room();
      },
    },
    log: { note: ({ correlationId, result }) => void notes.push({ correlationId, result }) },
    clock,
  });
  return {
    persistence,
    state,
    scheduled,
    faults,
    told,
    notes,
    answers,
    outbox: box,
    ports,
    alarms: () => raiseAlarms({ ...ports(), random }),
    pass: (milliseconds: number) => void (state.now += milliseconds),
  };
}
