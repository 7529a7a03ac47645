import AdmZip from 'adm-zip';
import { AppPermissions } from '@rocket.chat/apps-engine/server/permissions/AppPermissions';
import { promises as fs } from 'fs';
import * as os from 'os';
import * as path from 'path';
import { MAX_CONNECTION_HOURS, MAX_TIMEOUT_SECONDS } from '../../core/shared/limits';
import { PackagingError, packageApp } from '../../scripts/package';

const PROJECT = path.resolve(__dirname, '..', '..');

interface Manifest {
  id: string;
  name: string;
  nameSlug: string;
  version: string;
  classFile: string;
  iconFile: string;
  requiredApiVersion: string;
  permissions: Array<{ name: string }>;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(path.join(PROJECT, folder), { withFileTypes: true });
  const found = entries.map((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(name) : Promise.resolve([name]);
  });
  return (await Promise.all(found)).flat();
}

// Packaging takes seconds on an idle machine, and a minute on a busy one.
jest.setTimeout(300_000);

describe('the packaged app', () => {
  let file: string;
  let zip: AdmZip;
  let manifest: Manifest;

  beforeAll(async () => {
    file = await packageApp();
    zip = new AdmZip(file);
    manifest = JSON.parse(zip.readAsText('app.json')) as Manifest;
  });

  it('lies in dist, under its name and version', () => {
    expect(path.relative(PROJECT, file)).toBe(`dist/session-logout_${manifest.version}.zip`);
  });

  it('holds the manifest, the icon, the texts and the app as one module, and nothing else', async () => {
    const expected = [
      'app.json',
      'icon.png',
      ...(await filesBelow('i18n')),
      'SessionLogoutApp.js',
      // Written by `rc-apps` itself: its own version, and the staged package.json.
      '.packagedby',
      'package.json',
    ];
    const held = zip.getEntries().map(({ entryName }) => entryName);
    expect(held.sort()).toEqual(expected.sort());
  });

  it('has the limits in its texts, and nothing left to fill in', () => {
    const texts = zip.getEntries().filter(({ entryName }) => entryName.startsWith('i18n/'));
    expect(texts.length).toBeGreaterThan(1);
    for (const entry of texts) {
      const catalogue = JSON.parse(entry.getData().toString()) as Record<string, string>;
      expect(Object.values(catalogue).filter((text) => /\{\w*\}/.test(text))).toEqual([]);
      expect(catalogue.timeout_seconds_description).toContain(String(MAX_TIMEOUT_SECONDS));
      expect(catalogue.connection_hours_description).toContain(String(MAX_CONNECTION_HOURS));
    }
  });

  it('names the engines it supports and nothing of the project in its package.json', () => {
    expect(JSON.parse(zip.readAsText('package.json'))).toEqual({
      name: 'session-logout',
      version: manifest.version,
      devDependencies: { '@rocket.chat/apps-engine': '^1.41.0' },
    });
  });

  it('has the right manifest', () => {
    expect(manifest).toMatchObject({
      id: '5b2f6f3e-8d0c-4a57-9e53-7f1f0a6c2d44',
      name: 'Session Logout',
      nameSlug: 'session-logout',
      classFile: 'SessionLogoutApp.ts',
      iconFile: 'icon.png',
      requiredApiVersion: '^1.41.0',
    });
  });

  it('asks only for permissions that the engine knows', () => {
    const known = Object.values(AppPermissions).flatMap((scope) =>
      'name' in scope ? [String(scope.name)] : Object.values(scope).map(({ name }: { name: string }) => name),
    );
    const asked = manifest.permissions.map(({ name }) => name);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('requires nothing but engine definitions and the built-ins that every engine allows', () => {
    const allowed = /^(@rocket\.chat\/apps-engine\/definition\/.*|url|crypto|buffer|querystring|util)$/;
    const required = zip
      .getEntries()
      .filter(({ entryName }) => entryName.endsWith('.js'))
      .flatMap((entry) =>
        [
          ...entry
            .getData()
            .toString()
            .matchAll(/require\("([^"]+)"\)/g),
        ].map(([, name]) => name),
      );
    expect(required.length).toBeGreaterThan(0);
    expect(required.filter((name) => !allowed.test(name))).toEqual([]);
  });
});

describe('packaging', () => {
  const fixture = path.join(PROJECT, 'test', 'fixtures', 'host-app');
  const entries = ['HostProbeApp.ts', 'app.json', 'icon.png', 'endpoints', 'commands', 'interactions'];
  let source: string;
  const slugOf = (folder: string): string =>
    path
      .basename(folder)
      .toLowerCase()
      .replace(/[^a-z]/g, '-');

  beforeAll(async () => {
    source = await fs.mkdtemp(path.join(os.tmpdir(), 'packaging-'));
    await fs.cp(fixture, source, { recursive: true });
    // A slug of its own: what was packaged before is remembered by it.
    const app = JSON.parse(await fs.readFile(path.join(source, 'app.json'), 'utf8')) as Manifest;
    await fs.writeFile(path.join(source, 'app.json'), JSON.stringify({ ...app, nameSlug: slugOf(source) }));
  });
  afterAll(async () => {
    await fs.rm(path.join(PROJECT, '.cache', 'package', `${slugOf(source)}_1.0.0.json`), { force: true });
    await fs.rm(source, { recursive: true });
  });

  const build = async () => packageApp({ source, entries, destination: path.join(source, 'dist') });

  it('can be done by two at once', async () => {
    const [one, other] = await Promise.all([build(), build()]);
    expect(one).toBe(other);
    expect(new AdmZip(one).getEntry('app.json')).not.toBeNull();
    expect(await fs.readdir(path.dirname(one))).toEqual([path.basename(one)]);
  });

  it('is done again when a source changed, and only then', async () => {
    const zip = await build();
    const { mtimeMs } = await fs.stat(zip);
    await build();
    expect((await fs.stat(zip)).mtimeMs).toBe(mtimeMs);

    await fs.appendFile(path.join(source, 'HostProbeApp.ts'), "HostProbeApp.toString = () => 'marker';\n");
    await build();
    expect(new AdmZip(zip).readAsText('HostProbeApp.js')).toContain('marker');
  });

  it('says what the compiler said, and leaves the zip as it was', async () => {
    const zip = await build();
    const before = await fs.readFile(zip);
    await fs.appendFile(path.join(source, 'HostProbeApp.ts'), 'export const = 1;\n');
    const failure = await build().catch((error: Error) => error);
    expect(failure).toBeInstanceOf(PackagingError);
    expect((failure as Error).message).toMatch(/HostProbeApp\.ts:\d+:13: ERROR: /);
    expect(before.equals(await fs.readFile(zip))).toBe(true);
  });
});
