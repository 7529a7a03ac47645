import AdmZip from 'adm-zip';
import manifest from '../../../app.json';
import { packageApp } from '../../../scripts/package';
import { Remote } from '../../../scripts/remote/rest';
import type { Workspace } from './workspace';

/** One rule of the packaged app, and what stands in its place. */
export type Change = readonly [rule: string, instead: string];

/** Puts a package on the workspace in which these rules are changed; without any, the app as it is. */
export async function install(workspace: Workspace, ...changes: readonly Change[]): Promise<void> {
  // Into a new one: the library breaks a package of this kind when it changes a file in it.
  const zip = new AdmZip();
  for (const entry of new AdmZip(await packageApp()).getEntries()) {
    const content = entry.getData();
    const code = entry.entryName === CODE ? changes.reduce(withChange, content.toString()) : undefined;
    zip.addFile(entry.entryName, code === undefined ? content : Buffer.from(code));
  }
  const form = new FormData();
  form.append('app', new Blob([zip.toBuffer()], { type: 'application/zip' }), 'app.zip');
  form.append('permissions', JSON.stringify(manifest.permissions));
  const answer = await new Remote(workspace.url, workspace.admin.as).post(`/api/apps/${manifest.id}`, form);
  if (answer.status !== 200) {
    throw new Error(`the changed app was not installed: ${answer.text}`);
  }
}

const CODE = manifest.classFile.replace(/\.ts$/, '.js');

function withChange(code: string, [rule, instead]: Change): string {
  if (code.split(rule).length !== 2) {
    throw new Error(`the rule must stand in the package once: ${rule}`);
  }
  return code.split(rule).join(instead);
}
