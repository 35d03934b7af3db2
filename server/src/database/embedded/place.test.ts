import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeFor } from './place.js';

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

describe('where the embedded database lives', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'teabreak-place-'));
  });
  const made: string[] = [];
  afterEach(async () => {
    await rm(parent, { recursive: true });
    const outside = made.splice(0).filter((folder) => folder.startsWith('/var/lib/teabreak/'));
    for (const folder of outside) await rm(folder, { recursive: true, force: true });
  });

  it('is the data folder itself for everybody but root', () => {
    expect(placeFor(join(parent, '.data'), false, false)).toEqual({
      folder: join(parent, '.data/postgres'),
      account: null,
      binariesParent: null,
    });
  });

  asRoot('started by root', () => {
    const place = (dataDir: string, chosen: boolean) => {
      const found = placeFor(dataDir, chosen);
      made.push(found.folder);
      return found;
    };

    it('is under /var/lib/teabreak, one folder per clone, and a note says where', async () => {
      const [one, other] = [place(join(parent, 'one/.data'), false), place(join(parent, 'two/.data'), false)];
      expect(one.folder).toMatch(/^\/var\/lib\/teabreak\/one-[0-9a-f]{12}$/u);
      expect(other.folder).not.toBe(one.folder);
      expect(one.account?.uid).toBeGreaterThan(0);
      expect((await readFile(join(parent, 'one/.data/postgres-folder'), 'utf8')).trim()).toBe(one.folder);
    });

    it('is a chosen data folder that "nobody" can enter', async () => {
      await chmod(parent, 0o755);
      expect(place(join(parent, 'data'), true).folder).toBe(join(parent, 'data/postgres'));
    });

    it('is not a chosen one below a private folder', async () => {
      await chmod(parent, 0o700);
      expect(place(join(parent, 'data'), true).folder).toMatch(/^\/var\/lib\/teabreak\//u);
    });

    it('never silently becomes another one because a folder was made private', async () => {
      await chmod(parent, 0o755);
      await mkdir(join(place(join(parent, 'data'), true).folder, 'cluster'));
      await chmod(parent, 0o700);
      expect(() => place(join(parent, 'data'), true)).toThrow(/can no longer be entered/u);
    });
  });
});
