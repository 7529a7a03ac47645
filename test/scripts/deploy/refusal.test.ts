import { refusalOf } from '../../../scripts/deploy/refusal';

const TOO_OLD =
  'Failed to load the App "Session Logout" (5b2f) as it requires v^1.41.0 of the App API however your server comes with v1.40.0. Please tell the author';

const refusal = (status: number, body: unknown) =>
  refusalOf('/api/apps', { status, body, text: '', headers: new Headers() }, 'ada', 200_000);

describe('refusalOf', () => {
  it.each([
    [413, undefined, 'too-large', '196 kB'],
    [400, { error: '[error-file-too-large]', errorType: 'error-file-too-large' }, 'too-large', '196 kB'],
    [403, { error: 'unauthorized' }, 'no-permission', 'ada may not'],
    [400, { error: TOO_OLD }, 'engine-too-old', 'needs Apps-Engine ^1.41.0; it has 1.40.0. Update'],
    [400, { error: TOO_OLD.replace(/\. Please.*/, '.') }, 'engine-too-old', '; it has 1.40.0. Update'],
    [400, { error: 'Invalid Version: ^1.41.0' }, 'engine-too-old', 'needs Apps-Engine ^1.41.0. Update'],
    [500, { error: 'private_app_install_disabled' }, 'private-apps-forbidden', 'does not accept'],
    [400, { error: 'Cannot_Update_Exempt_App' }, 'update-needs-licence', 'Without a licence'],
    [400, { error: 'Enabled apps have been maxed out' }, 'private-apps-full', 'no room'],
    [400, { error: 'license-prevented' }, 'private-apps-full', 'no room'],
    [400, { error: 'apps-engine-not-initialized' }, 'apps-off', '400'],
    [429, { error: 'x' }, 'too-many-requests', 'Wait'],
    [400, { status: 'compiler_error', messages: [{ line: 1 }] }, 'upload-refused', 'compiler_error; {"line":1}'],
    [400, { status: 'app_user_error', messages: ['no user'] }, 'upload-refused', 'app_user_error; no user'],
    [400, { error: 'words \u001b[31m of\nthe server' }, 'upload-refused', 'words [31m of the server'],
    [400, undefined, 'unexpected-answer', '/api/apps with 400'],
    [502, { error: 'x' }, 'unexpected-answer', '502 (x)'],
  ])('%i %j: %s', (status, body, code, words) => {
    expect(refusal(status, body)).toMatchObject({ code, message: expect.stringContaining(words) });
  });
});
