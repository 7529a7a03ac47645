import { EngineCall } from '../adapters/engineCall';
import { readingPorts } from '../adapters/ports';
import { parsePageParameters } from '../core/oversight/recordParameters';
import { readRecord } from '../core/oversight/readRecord';
import { Asked, LookingEndpoint, Said } from './CallerEndpoint';
import { recordFields } from './recordFields';

/** `GET audit`: the record, newest first, page by page. */
export class AuditEndpoint extends LookingEndpoint {
  public path = 'audit';
  protected readonly event = 'read-log';

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
    const wanted = () => parsePageParameters(asked.parameters);
    const { entries, next = null, complete } = await readRecord({ ...asked, wanted }, readingPorts(call));
    return { result: 'done', content: { entries: entries.map(recordFields), next, complete, success: true } };
  }
}
