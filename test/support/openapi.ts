import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { readFileSync } from 'fs';
import { load } from 'js-yaml';
import * as path from 'path';
import type { Answer } from '../../workspace/client/http';

interface Described {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, { readonly schema: object; readonly examples?: object }>>;
}
interface Operation {
  readonly responses: Readonly<Record<string, object>>;
  readonly requestBody?: Described;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly [part: string]: unknown;
}

const FILE = 'openapi.yaml';
export const openApi = load(readFileSync(path.resolve(__dirname, '..', '..', 'docs', FILE), 'utf8')) as OpenApi;
// Not strict: the document holds more than schemas. It is added as a whole, so that references within it are found.
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: {} });
ajv.addSchema(openApi, FILE);
const validators = new Map<string, ValidateFunction>();

/** What does not fit the schema at this place of the document, by JSON pointer. */
export function misfits(pointer: string, value: unknown): string[] {
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `${FILE}#${pointer}` });
  validators.set(pointer, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The place itself or, where it refers to another one, that one. */
export function resolved<T>(pointer: string): { readonly pointer: string; readonly at: T } {
  const at = pointer
    .split('/')
    .slice(1)
    .map(unescaped)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], openApi);
  const { $ref } = (at ?? {}) as { $ref?: string };
  return $ref === undefined ? { pointer, at: at as T } : resolved($ref.slice(1));
}

export const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');
const unescaped = (key: string): string => key.replace(/~1/g, '/').replace(/~0/g, '~');

/**
 * What of an answer is not as described: its status, its type, its headers, its body. Nothing for an answer that is.
 *
 * @param route below the app, as `sessions/logout`
 */
export function undescribed(method: string, route: string, answer: Answer): string[] {
  const operations = openApi.paths[`/${route}`] ?? {};
  const described = Object.keys(operations);
  const verb = method.toLowerCase();
  if (described.length === 0) {
    return [`no path /${route}`];
  }
  if (!described.includes(verb) && answer.status !== 405 && answer.status !== 404) {
    return [`${method} answered with ${answer.status} instead of 405`];
  }
  const own = described.includes(verb) ? verb : described[0];
  const responses = `/paths/${escaped(`/${route}`)}/${own}/responses`;
  const status = String(answer.status) in operations[own].responses ? String(answer.status) : 'default';
  const { pointer, at } = resolved<Described | undefined>(`${responses}/${status}`);
  if (at === undefined) {
    return [`no answer with status ${answer.status}`];
  }
  const { content = {}, headers = {} } = at;
  if (method === 'HEAD') {
    return [];
  }
  if (!(answer.contentType in content)) {
    return [`no answer ${answer.status} of type "${answer.contentType}": ${answer.text}`];
  }
  if (answer.contentType !== 'application/json') {
    return [];
  }
  const body = misfits(`${pointer}/content/application~1json/schema`, answer.body);
  // Answers of the app itself have them all; what a server answers in its place is not JSON.
  const wanted = { ...COMMON_HEADERS, ...headers };
  const missing = Object.keys(wanted).flatMap((name) => {
    const place = name in headers ? `${pointer}/headers/${name}` : COMMON_HEADERS[name];
    return misfits(`${resolved(place).pointer}/schema`, answer.headers.get(name)).map((why) => `header ${name}${why}`);
  });
  return [...body, ...missing];
}

const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'X-Request-Id': '/components/headers/RequestId',
  'Cache-Control': '/components/headers/CacheControl',
};
