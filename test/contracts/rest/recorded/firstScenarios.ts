import type { Interlude } from './replay';
import { addClient, openSocket, type Preparation } from './scene';

const REDIRECT = 'https://client.example.com/callback';

/** What the scenarios of the first recording begin with. */
export const preparations: Record<string, Preparation> = {
  success: (scene) => {
    const { victim } = scene.actors;
    scene.values.session = openSocket(scene, victim, { sessionId: 'tTouumJMrHMjnedWf', token: victim.token });
  },
  list: (scene) => {
    // Three tabs of one browser: they share a login token.
    const { victim } = scene.actors;
    const ids = ['aB3cD4eF5gH6iJ7kL', 'mN8oP9qR2sT3uV4wX', 'yZ5aB6cD7eF8gH9jK'];
    ids.forEach((sessionId, index) => {
      scene.values[`session ${index}`] = openSocket(scene, victim, { sessionId, token: victim.token });
    });
    scene.values['first four characters'] = ids[0].slice(0, 4);
  },
  'personal access tokens': ({ workspace, actors, values }) => {
    const issue = (bypassTwoFactor: boolean) =>
      workspace.store.users.issueToken(actors.totp.id, { type: 'personalAccessToken', name: 'x', bypassTwoFactor });
    Object.assign(values, { 'pat bypass': issue(true), 'pat plain': issue(false) });
  },
  oauth: (scene) => {
    addClient(scene, REDIRECT);
    Object.assign(scene.values, { redirect: REDIRECT, 'redirect, encoded': encodeURIComponent(REDIRECT) });
  },
  'rate limit': ({ workspace }) => workspace.store.settings.set('API_Enable_Rate_Limiter', true),
  'two factor switched off': ({ workspace }) =>
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false),
  'never licensed': ({ workspace }) => void (workspace.store.licence = 'never'),
  'licence gone': ({ workspace }) => void (workspace.store.licence = 'gone'),
};

export const interludes: Record<string, Interlude> = {
  'two factor switched off: on again': ({ workspace }) =>
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', true),
  // Calls 2 to 9 were made, and not written down.
  'rate limit: call 10': async ({ workspace, actors }) => {
    for (let call = 2; call <= 9; call += 1) {
      await workspace.call('POST', '/api/v1/sessions/logout', { as: actors.plain, body: { sessionId: 'x' } });
    }
  },
};

const NO_HOST = 'answered by the host of the apps, with an app installed: see the contract tests of the engine';
const NO_LIMIT = 'depends on the database: the one recorded accepts a limit of 0, MongoDB refuses it';

/** The exchanges that are not reproduced, and why. */
export const notReproduced: Record<string, string> = {
  'app host: method not defined': NO_HOST,
  'app host: interaction, not logged in': NO_HOST,
  'app host: interaction, unknown type': NO_HOST,
  'app host: interaction, unknown app': NO_HOST,
  'remembered: list.all, no code, first client': NO_LIMIT,
  'success: before: victim is logged in': NO_LIMIT,
  'list: ?count=0': NO_LIMIT,
};
