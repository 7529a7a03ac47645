import { Tag } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { RequestView } from '../../shared/views';
import { timeOf } from '../chat/time';
import { Nothing, Panel } from './Panel';

/** What the workspace's REST API was asked, by the app or by others. */
export function Requests({ requests }: { readonly requests: readonly RequestView[] }): ReactElement {
  return (
    <Panel title="What the workspace was asked">
      {requests.length === 0 && (
        <Nothing>Nothing yet. Every call of the app shows here, with or without a code.</Nothing>
      )}
      <ul className="rows rows--log" aria-label="Requests" tabIndex={0}>
        {requests.map((request, i) => (
          <li key={requests.length - i}>
            <span>
              <strong>{titleOf(request)}</strong>
              <small>
                {timeOf(request.at, true)} · {request.fromApp ? 'the app' : 'another client'}
                {request.username !== undefined && ` as ${request.username}`} ·{' '}
                {request.withCode ? 'with a code' : 'without a code'}
              </small>
            </span>
            <Tag variant={request.status === 200 ? 'primary' : undefined}>{request.status || 'no answer'}</Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function titleOf({ call, probe }: RequestView): string {
  if (call !== 'POST sessions/logout') {
    return call;
  }
  return probe ? 'Probe (a session that cannot exist)' : 'Logout';
}
