import Ajv, { type JSONSchemaType } from 'ajv';
import { DEVICES, type DeviceKind, type NewLogin } from '../state/devices';
import type { Fault } from '../state/faults';

/** The route does not accept what was posted. Thrown with a message for a developer. */
export class BadDevRequest extends Error {}

const ajv = new Ajv({ allErrors: true, useDefaults: true });

function reader<T>(schema: JSONSchemaType<T>): (body: unknown) => T {
  const validate = ajv.compile(schema);
  return (body) => {
    if (validate(body)) {
      return body;
    }
    const [error] = validate.errors ?? [];
    const property = (error?.params as { additionalProperty?: string } | undefined)?.additionalProperty;
    const where = [error?.instancePath.slice(1), property && `"${property}"`].filter(Boolean).join(' ');
    const allowed = (error?.params as { allowedValues?: unknown[] } | undefined)?.allowedValues;
    throw new BadDevRequest(
      [where, error?.message, allowed && `: ${allowed.join(', ')}`].filter(Boolean).join(' ').replace(' :', ':'),
    );
  };
}

const username = { type: 'string', minLength: 1 } as const;

export interface TokenRequest {
  username: string;
  bypassTwoFactor: boolean;
}

export const readTokenRequest = reader<TokenRequest>({
  type: 'object',
  properties: { username, bypassTwoFactor: { type: 'boolean', default: false } },
  required: ['username'],
  additionalProperties: false,
});

export const readAccessRequest = reader<{ username: string }>({
  type: 'object',
  properties: { username },
  required: ['username'],
  additionalProperties: false,
});

/** `count` logins of the user, all with a device of the same kind. */
export interface SessionRequest extends Required<Pick<NewLogin, 'tabs' | 'personalAccessToken' | 'resumed'>> {
  username: string;
  count: number;
  device: DeviceKind;
  ip?: string | null;
  /** The login is over though it stays listed: the browser was shut, or `POST /api/v1/logout` was called. */
  leftover?: 'closed' | 'logged-out';
}

export const readSessionRequest = reader<SessionRequest>({
  type: 'object',
  properties: {
    username,
    count: { type: 'integer', minimum: 1, maximum: 100_000, default: 1 },
    tabs: { type: 'integer', minimum: 1, maximum: 100, default: 1 },
    device: { type: 'string', enum: Object.keys(DEVICES) as DeviceKind[], default: 'browser' },
    ip: { type: 'string', nullable: true },
    leftover: { type: 'string', nullable: true, enum: ['closed', 'logged-out'] },
    personalAccessToken: { type: 'boolean', default: false },
    resumed: { type: 'boolean', default: true },
  },
  required: ['username'],
  additionalProperties: false,
});

export interface UserRequest {
  username: string;
  roles: string[];
  totp: boolean;
  email2fa: boolean;
  language?: string | null;
  /** Null: none. */
  name?: string | null;
  nickname?: string | null;
}

export const readUserRequest = reader<UserRequest>({
  type: 'object',
  properties: {
    username,
    roles: { type: 'array', items: { type: 'string' }, default: ['user'] },
    totp: { type: 'boolean', default: false },
    email2fa: { type: 'boolean', default: false },
    language: { type: 'string', nullable: true, minLength: 2 },
    name: { type: 'string', nullable: true, minLength: 1 },
    nickname: { type: 'string', nullable: true, minLength: 1 },
  },
  required: ['username'],
  additionalProperties: false,
});

export interface UserStatusRequest {
  username: string;
  action: 'deactivate' | 'activate' | 'delete';
}

export const readUserStatusRequest = reader<UserStatusRequest>({
  type: 'object',
  properties: { username, action: { type: 'string', enum: ['deactivate', 'activate', 'delete'] } },
  required: ['username', 'action'],
  additionalProperties: false,
});

export interface OAuthAppChange {
  clientId: string;
  action: 'delete' | 'disable' | 'enable';
}

export const readOAuthAppChange = reader<OAuthAppChange>({
  type: 'object',
  properties: {
    clientId: { type: 'string', minLength: 1 },
    action: { type: 'string', enum: ['delete', 'disable', 'enable'] },
  },
  required: ['clientId', 'action'],
  additionalProperties: false,
});

export const readRoom = reader<{ name: string; type: 'c' | 'p'; members: string[] }>({
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    type: { type: 'string', enum: ['c', 'p'], default: 'c' },
    members: { type: 'array', items: username, default: [] },
  },
  required: ['name'],
  additionalProperties: false,
});

export interface DocumentsRequest {
  documents: Array<{ associations: Array<{ model: string; id: string }>; data: object }>;
}

export const readDocuments = reader<DocumentsRequest>({
  type: 'object',
  properties: {
    documents: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          associations: {
            type: 'array',
            items: {
              type: 'object',
              properties: { model: { type: 'string' }, id: { type: 'string' } },
              required: ['model', 'id'],
            },
          },
          data: { type: 'object' },
        },
        required: ['associations', 'data'],
      },
    },
  },
  required: ['documents'],
  additionalProperties: false,
});

export const readFault = reader<Fault>({
  type: 'object',
  properties: {
    path: { type: 'string', pattern: '^/' },
    kind: { type: 'string', enum: ['status', 'delay', 'drop', 'garbage'] },
    status: { type: 'integer', minimum: 200, maximum: 599, default: 500 },
    ms: { type: 'integer', minimum: 0, maximum: 600_000, default: 1000 },
    times: { type: 'integer', minimum: 1, default: 1 },
    skip: { type: 'integer', minimum: 0, default: 0 },
    when: { type: 'string', enum: ['before', 'after'], default: 'before' },
  },
  required: ['path', 'kind'],
  additionalProperties: false,
});
