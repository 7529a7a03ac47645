import { CHECKS } from '../../../scripts/verify/checks';
import { planLines } from '../../../scripts/verify/plan';

const run = { url: 'https://chat.example.com', caller: 'ada', testPerson: 'tess' };
const planFor = (...ids: readonly string[]): string =>
  planLines({ ...run, checks: CHECKS.filter(({ id }) => ids.length === 0 || ids.includes(id)) }).join('\n');

test('a whole run says to whom what will happen, what stays, and what cannot be undone', () => {
  const plan = planFor();

  expect(plan).toContain('https://chat.example.com');
  expect(plan).toContain('Caller: ada');
  expect(plan).toContain('Test person: tess alone');
  for (const said of [
    'EVERY session of tess',
    'every login of tess and delete their personal access tokens',
    'send at most 2 incorrect codes of ada',
    'lock tess out',
    'personal access token for ada',
    'direct messages from the app to tess',
    "the app's record",
    'consent',
  ]) {
    expect(plan).toContain(said);
  }
});

test('what is not tried is not announced', () => {
  const plan = planFor('endpoint.code-missing');

  expect(plan).not.toMatch(/EVERY|every login|incorrect|lock tess|access token|consent/);
});
