import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import { appOfJob, beginCall } from '../adapters/engineCall';
import { operatorLog } from '../adapters/engineLog';
import { retentionPorts } from '../adapters/ports';
import { flushAlarms } from '../conversation/sendAlarms';
import { removeOldDays } from '../core/audit/retention';
import { ErrorCode, toAppError } from '../core/shared/errors';

/**
 * What the app does by the clock: clears away old days of the record, and has alarms sent that a lost job left behind.
 *
 * It runs at every full hour, and what there is to clear away is cleared once a day: the engine arms a recurring job anew
 * whenever the app is enabled, loses what is due while it is disabled, and never tries again what failed.
 * `skipImmediate`, since some engines would otherwise run it at every start.
 */
export function hourlyJob(app: IApp): IProcessor {
  return {
    id: 'hourly',
    startupSetting: { type: StartupType.RECURRING, interval: '0 * * * *', skipImmediate: true },
    async processor(this: unknown, _context, read, modify, http, persistence) {
      const call = beginCall(appOfJob(this, app), read, modify, http, persistence);
      const log = operatorLog(call.logger);
      const codeOf = (thrown: unknown): ErrorCode => toAppError(thrown, 'error-internal').code;
      const [result, flushed] = await Promise.all([
        removeOldDays(retentionPorts(call)).catch(codeOf),
        flushAlarms(call).catch(codeOf),
      ]);
      if (result !== 'nothing-due') {
        log.note({ event: 'retention', correlationId: '-', result });
      }
      if (flushed !== undefined) {
        log.note({ event: 'alarm', correlationId: '-', result: flushed });
      }
    },
  };
}
