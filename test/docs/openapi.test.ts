import { FINDINGS } from '../../core/oversight/setup';
import { STATUS_OF } from '../../endpoints/answers';
import { escaped, misfits, openApi, resolved, undescribed } from '../support/openapi';
import { readFileSync } from 'fs';
import manifest from '../../app.json';

interface Content {
  readonly schema: { readonly properties?: { readonly errorType?: { readonly enum?: string[] } } };
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
type Place = { readonly content?: Readonly<Record<string, Content>> } | undefined;

/** Every answer and every body that is asked for, by where it stands. */
const places = Object.entries(openApi.paths).flatMap(([path, operations]) =>
  Object.entries(operations).flatMap(([method, { responses, requestBody }]) => {
    const operation = `/paths/${escaped(path)}/${method}`;
    const answers = Object.keys(responses).map((status) => ({
      path,
      status,
      ...resolved<Place>(`${operation}/responses/${status}`),
    }));
    const asked = { path, status: 'request', ...resolved<Place>(`${operation}/requestBody`) };
    return requestBody === undefined ? answers : [...answers, asked];
  }),
);
const codesOf = ({ at }: { at: Place }): string[] =>
  at?.content?.['application/json']?.schema.properties?.errorType?.enum ?? [];

test('the errors are those of the table in docs/api.md, each with its own status', () => {
  const api = readFileSync('docs/api.md', 'utf8');
  const documented = [...api.matchAll(/^\| (\d{3}) +\| `([a-z0-9-]+)`/gm)].map(
    ([, status, code]) => `${status} ${code}`,
  );
  const described = places.flatMap((place) => codesOf(place).map((code) => `${place.status} ${code}`));
  expect([...new Set(described)].sort()).toEqual([...new Set(documented)].sort());
  expect(
    described.filter((one) => STATUS_OF[one.slice(4) as keyof typeof STATUS_OF] !== Number(one.slice(0, 3))),
  ).toEqual([]);
});

test('every example is as its schema says, and every error has one', () => {
  const problems = places.flatMap(({ pointer, at }) =>
    Object.entries(at?.content ?? {}).flatMap(([type, { examples = {} }]) =>
      Object.entries(examples).flatMap(([name, { value }]) =>
        misfits(`${pointer}/content/${escaped(type)}/schema`, value).map((why) => `${pointer} ${name}: ${why}`),
      ),
    ),
  );
  expect(problems).toEqual([]);
  const without = places.flatMap((place) =>
    codesOf(place).filter((code) => place.at?.content?.['application/json']?.examples?.[code] === undefined),
  );
  expect(without).toEqual([]);
});

test('the findings of health are those that the app can come to', () => {
  const { part, finding } = resolved<Record<'part' | 'finding', { readonly enum: string[] }>>(
    '/components/schemas/Health/properties/checks/items/properties',
  ).at;
  expect(part.enum).toEqual(Object.keys(FINDINGS));
  expect([...finding.enum].sort()).toEqual([...new Set<string>(Object.values(FINDINGS).flat())].sort());
});

test('the address has the ID of the app', () => {
  expect(openApi.servers).toEqual([expect.objectContaining({ url: expect.stringContaining(manifest.id) })]);
});

describe('an answer', () => {
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
    status,
    headers: new Headers({ 'X-Request-Id': 'one', 'Cache-Control': 'no-store', ...headers }),
    contentType: 'application/json',
    text: JSON.stringify(body),
    body,
  });
  const done = { sessionId: 'abc', success: true };

  test('that is described passes', () => {
    expect(undescribed('POST', 'sessions/logout', answer(200, done))).toEqual([]);
  });

  test.each([
    ['another status', answer(201, done)],
    ['a field too many', answer(200, { ...done, more: 1 })],
    ['a field too few', answer(200, { success: true })],
    ['a code of another status', answer(403, { success: false, error: 'No.', errorType: 'totp-invalid' })],
    ['a code that it does not give', answer(404, { success: false, error: 'No.', errorType: 'error-user-not-found' })],
    ['a header that is not right', answer(200, done, { 'Cache-Control': 'public' })],
    ['a header too few', answer(429, { success: false, error: 'No.', errorType: 'error-too-many-requests' })],
    ['another type', { ...answer(200, done), contentType: 'text/plain' }],
  ])('with %s does not', (_what, given) => {
    expect(undescribed('POST', 'sessions/logout', given)).not.toEqual([]);
  });

  test('to another method is the refusal of it', () => {
    expect(undescribed('GET', 'sessions/logout', answer(200, done))).not.toEqual([]);
  });
});
