import { Tag } from '@rocket.chat/fuselage';
import { type ReactElement, useEffect, useState } from 'react';
import type { MailView, SecondFactorView } from '../../shared/views';
import { momentOf } from '../chat/time';
import { Nothing, Panel } from './Panel';

/** What a person answers a question for a second factor with. */
export function SecondFactor({ secondFactor }: { readonly secondFactor: SecondFactorView }): ReactElement {
  const { method, code, validUntil, password, mails } = secondFactor;
  return (
    <Panel title="Your second factor">
      {code !== undefined && validUntil !== undefined && <Authenticator code={code} validUntil={validUntil} />}
      {password !== undefined && (
        <p>
          You have no authenticator and no mailed codes; your password is asked for instead:{' '}
          <output aria-label="Your password">{password}</output>
        </p>
      )}
      {method === null && <Nothing>You have none: the workspace cannot ask you for a code.</Nothing>}
      {(method === 'email' || mails.length > 0) && <Inbox mails={mails} />}
    </Panel>
  );
}

function Authenticator({ code, validUntil }: { readonly code: string; readonly validUntil: string }): ReactElement {
  const left = useSecondsUntil(validUntil);
  return (
    <div className="authenticator">
      <output aria-label="Authenticator code">{code}</output>
      <progress aria-label="Time left of the authenticator code" max={30} value={left} />
      <span role="timer" aria-label="Seconds left">
        {left} s
      </span>
    </div>
  );
}

function Inbox({ mails }: { readonly mails: readonly MailView[] }): ReactElement {
  return (
    <>
      <h3>Inbox</h3>
      {mails.length === 0 && <Nothing>No mails yet. A code comes here when the workspace asks for one.</Nothing>}
      <ul className="rows" aria-label="Inbox">
        {mails.map(({ id, at, code, state, validUntil }) => (
          <li key={id}>
            <span>
              Authentication code: <output aria-label={`Mailed code, ${state}`}>{code}</output>
              <small>
                {momentOf(at)} · good until {momentOf(validUntil)}
              </small>
            </span>
            <Tag variant={state === 'valid' ? 'primary' : undefined}>{state}</Tag>
          </li>
        ))}
      </ul>
    </>
  );
}

function useSecondsUntil(iso: string): number {
  const left = (): number => Math.max(0, Math.ceil((Date.parse(iso) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = window.setInterval(() => setSeconds(left()), 500);
    return () => window.clearInterval(timer);
  }, [iso]);
  return seconds;
}
