import AdmZip from 'adm-zip';
import { promises as fs } from 'fs';
import * as os from 'os';
import * as path from 'path';
import manifest from '../../../app.json';
import { readPackage } from '../../../scripts/deploy/packaged';

describe('a package', () => {
  let folder: string;
  beforeAll(async () => (folder = await fs.mkdtemp(path.join(os.tmpdir(), 'package-'))));
  afterAll(() => fs.rm(folder, { recursive: true }));

  const zip = (content: string): string => {
    const file = path.join(folder, 'app.zip');
    const archive = new AdmZip();
    archive.addFile('app.json', Buffer.from(content));
    archive.writeZip(file);
    return file;
  };

  it('tells what is in it', async () => {
    const file = zip(JSON.stringify(manifest));
    const { content, ...told } = await readPackage(file);
    const { id, name, version, permissions } = manifest;
    expect(told).toEqual({ file: 'app.zip', id, name, version, permissions });
    expect(content).toEqual(await fs.readFile(file));
  });

  it.each([
    ['not there', async () => path.join(folder, 'missing.zip'), 'bad-package'],
    ['no zip', async () => __filename, 'bad-package'],
    ['no manifest', async () => zip('hello'), 'bad-package'],
    [
      'a manifest without permissions',
      async () => zip(JSON.stringify({ ...manifest, permissions: null })),
      'bad-package',
    ],
    ['of another app', async () => zip(JSON.stringify({ ...manifest, id: 'other' })), 'wrong-package'],
  ])('is refused when it is %s', async (_, file, code) => {
    await expect(readPackage(await file())).rejects.toMatchObject({ code });
  });
});
