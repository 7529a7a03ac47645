import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import { beginCall } from '../adapters/engineCall';
import { operatorLog } from '../adapters/engineLog';
import { retentionPorts } from '../adapters/ports';
import { removeOldDays } from '../core/audit/retention';
import { toAppError } from '../core/shared/errors';

/**
 * Clears away old days of the record.
 *
 * It runs at every full hour, and what there is to do is done once a day: the engine arms a recurring job anew whenever
 * the app is enabled, loses what is due while it is disabled, and never tries again what failed. `skipImmediate`, since
 * some engines would otherwise run it at every start.
 */
export function retentionJob(app: IApp): IProcessor {
  return {
    id: 'retention',
    startupSetting: { type: StartupType.RECURRING, interval: '0 * * * *', skipImmediate: true },
    async processor(_context, read, modify, http, persistence) {
      const call = beginCall(app, read, modify, http, persistence);
      const result = await removeOldDays(retentionPorts(call)).catch(
        (thrown) => toAppError(thrown, 'error-internal').code,
      );
      if (result !== 'nothing-due') {
        operatorLog(call.logger).note({ event: 'retention', correlationId: '-', result });
      }
    },
  };
}
