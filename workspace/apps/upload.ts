import busboy from 'busboy';
import type { Request } from 'express';
import { buffer } from 'stream/consumers';
import type { Permissions } from '../engine/lifecycle';

/** What came with an upload. */
export interface Upload {
  /** Absent: no field `app` with a file. */
  zip?: Buffer;
  /** From the field `permissions`, a list as JSON; undefined when it is absent, empty or no JSON. */
  permissions: Permissions;
}

/**
 * Reads multipart form data (Rocket.Chat `apps/meteor/app/api/server/lib/getUploadFormData.ts`, and its callers in
 * `apps/meteor/ee/server/apps/communication/rest.ts`). Anything else holds nothing.
 */
export async function readUpload(request: Request): Promise<Upload> {
  if (!request.is('multipart/form-data')) {
    return { permissions: undefined };
  }
  let zip: Promise<Buffer> | undefined;
  let permissions: Permissions;
  const form = busboy({ headers: request.headers });
  form.on('file', (name, file) => {
    const content = buffer(file);
    zip = name === 'app' ? content : zip;
  });
  form.on('field', (name, value) => {
    permissions = name === 'permissions' ? permissionsIn(value) : permissions;
  });
  await new Promise<void>((resolve, reject) => {
    form.once('close', resolve).once('error', reject);
    request.pipe(form);
  });
  return { zip: await zip, permissions };
}

function permissionsIn(value: string): Permissions {
  try {
    const permissions = JSON.parse(value) as NonNullable<Permissions>;
    return permissions.length > 0 ? permissions : undefined;
  } catch {
    return undefined;
  }
}
