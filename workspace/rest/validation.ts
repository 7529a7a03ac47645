import Ajv from 'ajv';
import { ApiError } from './answers';

/** Checks parameters and coerces them in place, as a real workspace does. @throws ApiError `invalid-params` */
export type Validator = (params: unknown) => asserts params is Record<string, unknown>;

interface ObjectSchema {
  properties: Record<string, { type: string; nullable?: boolean }>;
  required?: string[];
  additionalProperties?: boolean;
}

// The options, and joining the bare messages, are those of the real routes: `apps/meteor/ee/server/api/sessions.ts`.
const ajv = new Ajv({ coerceTypes: true });

/** Accepts an object of one of the shapes. What a shape does not name is refused, unless it says otherwise. */
export function validator(...shapes: [ObjectSchema, ...ObjectSchema[]]): Validator {
  const schemas = shapes.map((shape) => ({ type: 'object', additionalProperties: false, ...shape }));
  const validate = ajv.compile(schemas.length === 1 ? schemas[0] : { anyOf: schemas });
  return (params) => {
    if (!validate(params)) {
      const reasons = (validate.errors ?? []).map(({ message }) => message).join('\n ');
      throw new ApiError('invalid-params', reasons);
    }
  };
}

export const sessionIdParams = validator({ properties: { sessionId: { type: 'string' } }, required: ['sessionId'] });

export const paginationParams = validator({
  properties: {
    offset: { type: 'number' },
    count: { type: 'number' },
    filter: { type: 'string' },
    sort: { type: 'string' },
  },
});
