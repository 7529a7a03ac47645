import { Box, Button, ButtonGroup, Icon } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import { momentOf } from '../chat/time';
import type { LoggedOut } from '../useServerEvents';

interface LoggedOutNoticeProps {
  readonly name: string;
  readonly loggedOut: LoggedOut;
  readonly onLogIn: () => void;
  readonly onLeave: () => void;
}

/** A tab whose session was ended: it stops there. */
export function LoggedOutNotice({ name, loggedOut, onLogIn, onLeave }: LoggedOutNoticeProps): ReactElement {
  const { at, by } = loggedOut;
  return (
    <main className="notice" role="alert">
      <Icon aria-hidden name="sign-out" size="x48" color="hint" />
      <Box is="h1" fontScale="h2">
        You were logged out
      </Box>
      <p>
        {by === undefined || at === undefined
          ? `This session of ${name} has ended.`
          : `This session of ${name} was ended by ${by} at ${momentOf(at)}.`}
      </p>
      <ButtonGroup align="center" wrap>
        <Button primary onClick={onLogIn}>
          Log in again
        </Button>
        <Button onClick={onLeave}>Be somebody else</Button>
      </ButtonGroup>
    </main>
  );
}
