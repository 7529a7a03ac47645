import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { STATUS_OF } from '../../../endpoints/answers';
import { generationFor } from '../../../scripts/verify/chat/generation';
import { UNPROVOKED } from '../../../scripts/verify/checks/endpoint/logout';

const FOLDER = join(__dirname, '..', '..', '..', 'scripts', 'verify');
/** Only chat gives these: docs/api.md does not list them. */
const OF_CHAT =
  /^error-(not-connected|connection-ended|oauth-client-disabled|connect-|password-not-in-chat|confirmation-needed|request-)/;

function textsOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? textsOf(path) : readFileSync(path, 'utf8')))
    .join('\n');
}

test('every row of the table of errors is provoked by a check, or said not to be', () => {
  const texts = textsOf(FOLDER);
  const rows = Object.keys(STATUS_OF).filter((code) => !OF_CHAT.test(code));

  expect(rows.filter((code) => !texts.includes(`'${code}'`))).toEqual([]);
  expect(UNPROVOKED.filter((code) => !rows.includes(code))).toEqual([]);
});

test.each([
  ['6.5', '6.5'],
  ['6.7.2', '6.5'],
  ['6.8', '6.8'],
  ['6.10.1', '6.8'],
  ['7.13', '6.11'],
  ['8.2.0', '8'],
  ['9', '8'],
  ['5.4', '6.5'],
])('the web client of a %s server is that of %s', (release, id) => {
  expect(generationFor(release).id).toBe(id);
});
