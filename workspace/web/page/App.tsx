import type { ReactElement } from 'react';
import { CrashBoundary } from './frame/CrashBoundary';
import { Welcome } from './frame/Welcome';
import { Workspace } from './frame/Workspace';
import { askedFor } from './identity';
import { useIdentity } from './useIdentity';

export function App(): ReactElement {
  const { identity, problem, enter, leave, logInAgain } = useIdentity();
  if (identity === undefined) {
    const { client = '8' } = askedFor(location.search);
    return <Welcome problem={problem} initialClient={client} onEnter={(username, one) => void enter(username, one)} />;
  }
  return (
    <CrashBoundary>
      <Workspace key={identity.login.authToken} identity={identity} onLogIn={logInAgain} onLeave={leave} />
    </CrashBoundary>
  );
}
