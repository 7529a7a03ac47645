import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { appOfJob, beginCall } from '../adapters/engineCall';
import { ALARM_JOB } from '../adapters/outbox';
import { sendAlarms } from '../conversation/sendAlarms';

/** Tells those who have to know what was done. Scheduled by whatever there is to tell. */
export function alarmJob(app: IApp): IProcessor {
  return {
    id: ALARM_JOB,
    processor(this: unknown, _context, read, modify, http, persistence) {
      return sendAlarms(beginCall(appOfJob(this, app), read, modify, http, persistence));
    },
  };
}
