import * as path from 'path';
import { packageApp } from '../../scripts/package';

/** Packages the app in `test/fixtures/page-app`, unless that was done already. @returns the path of the zip */
export function packagePageApp(): Promise<string> {
  const project = path.resolve(__dirname, '..', '..');
  return packageApp({
    source: path.join(project, 'test', 'fixtures', 'page-app'),
    entries: ['PageProbeApp.ts', 'dialog.ts', 'i18n', 'app.json', 'icon.png'],
    destination: path.join(project, '.cache', 'fixtures'),
  });
}
