import { Tag } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { AuditView } from '../../shared/views';
import { momentOf } from '../chat/time';
import { Nothing, Panel } from './Panel';

/** The latest entries of the app's audit log. */
export function Audit({ entries }: { readonly entries: readonly AuditView[] }): ReactElement {
  return (
    <Panel title="Audit log">
      {entries.length === 0 && <Nothing>No entries yet. The app records every request, refused ones too.</Nothing>}
      <ul className="rows rows--log" aria-label="Audit entries" tabIndex={0}>
        {entries.map(({ id, at, action, via, caller, sessionId, reason, result, secondFactor }) => (
          <li key={id}>
            <span>
              <strong>{caller}</strong> {action} <small className="rows__inline">by {via}</small>
              <small>
                {momentOf(at)}
                {sessionId !== undefined && (
                  <>
                    {' '}
                    · <code>{sessionId}</code>
                  </>
                )}
                {secondFactor !== undefined && ` · second factor: ${secondFactor}`}
              </small>
              {reason !== undefined && <small>Reason: {reason}</small>}
            </span>
            <Tag variant={result === 'done' ? 'primary' : 'secondary-danger'}>{result}</Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
