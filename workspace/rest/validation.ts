import Ajv from 'ajv';
import { ApiError } from './answers';

/** Checks parameters and coerces them in place, as a real workspace does. @throws ApiError `invalid-params` */
export type Validator = (params: unknown) => asserts params is Record<string, unknown>;

// The options, and joining the bare messages, are those of the real routes: `apps/meteor/ee/server/api/sessions.ts`.
const ajv = new Ajv({ coerceTypes: true });

export function validator(properties: Record<string, { type: string }>, required: string[] = []): Validator {
  const validate = ajv.compile({ type: 'object', properties, required, additionalProperties: false });
  return (params) => {
    if (!validate(params)) {
      const reasons = (validate.errors ?? []).map(({ message }) => message).join('\n ');
      throw new ApiError('invalid-params', reasons);
    }
  };
}

export const sessionIdParams = validator({ sessionId: { type: 'string' } }, ['sessionId']);

export const paginationParams = validator({
  offset: { type: 'number' },
  count: { type: 'number' },
  filter: { type: 'string' },
  sort: { type: 'string' },
});
