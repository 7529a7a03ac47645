import * as path from 'path';
import { packageApp } from '../../scripts/package';

/** The ID of the app in `test/fixtures/host-app`, which shows what the workspace's app host does. */
export const HOST_APP = '6f1a5c0e-0a3b-4d5e-9c1f-2b7a8e9d0c22';

/** Packages it, unless its zip is there already. @returns the path of the zip */
export function packageHostApp(): Promise<string> {
  const project = path.resolve(__dirname, '..', '..');
  return packageApp({
    source: path.join(project, 'test', 'fixtures', 'host-app'),
    entries: ['HostProbeApp.ts', 'app.json', 'icon.png', 'endpoints', 'commands', 'interactions', 'jobs'],
    destination: path.join(project, '.cache', 'fixtures'),
  });
}
