import AdmZip from 'adm-zip';
import { promises as fs } from 'fs';
import * as path from 'path';
import manifest from '../../app.json';
import { DeployError } from './texts';

/** A package, and what its manifest says. */
export interface PackagedApp {
  /** Its name alone. */
  file: string;
  content: Buffer;
  id: string;
  name: string;
  version: string;
  permissions: ReadonlyArray<{ name: string }>;
}

/** @throws {DeployError} `bad-package`; `wrong-package`, since an update replaces whatever has the same ID */
export async function readPackage(file: string): Promise<PackagedApp> {
  const packaged = await read(file).catch(() => undefined);
  if (packaged === undefined || typeof packaged.version !== 'string' || !Array.isArray(packaged.permissions)) {
    throw new DeployError('bad-package', { file });
  }
  if (packaged.id !== manifest.id) {
    throw new DeployError('wrong-package', { file });
  }
  return packaged;
}

async function read(file: string): Promise<PackagedApp> {
  const content = await fs.readFile(file);
  const { id, name, version, permissions } = JSON.parse(new AdmZip(content).readAsText('app.json')) as PackagedApp;
  return { file: path.basename(file), content, id, name, version, permissions };
}
