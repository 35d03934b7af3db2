import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';
import type { Device } from './device.js';
import { type Server, startServer } from './server.js';

/** Where pictures of all journeys are kept. */
const pictures = path.resolve(import.meta.dirname, '../../artefacts/screenshots');

/** What a journey's server must be able to do. */
type Venue = Pick<Server, 'origin' | 'stop'>;

/** A server of its own, a browser, and everybody's devices. */
export interface Stage<S extends Venue = Venue> {
  server: S;
  browser: Browser;
  devices: Device[];
  /** Folder of this journey's pictures. */
  folder: string;
}

/**
 * One story told in steps that build on each other. After the first step that fails the others make no sense and fail at once; what every
 * device shows at that moment is kept as a picture.
 */
export function journey<S extends Venue = Server>(
  title: string,
  name: string,
  tell: (stage: Stage<S>, step: (title: string, act: () => Promise<void>) => void) => void,
  open: () => Promise<S> = startServer as unknown as () => Promise<S>,
  browserArguments: string[] = [],
): void {
  describe(title, () => {
    const stage = { devices: [], folder: path.join(pictures, name) } as unknown as Stage<S>;
    let brokenAt = '';

    beforeAll(async () => {
      await rm(stage.folder, { recursive: true, force: true });
      await mkdir(stage.folder, { recursive: true });
      [stage.server, stage.browser] = await Promise.all([open(), launchBrowser(browserArguments)]);
    });
    afterAll(async () => {
      await stage.browser?.close();
      await stage.server?.stop();
    });

    const step = (what: string, act: () => Promise<void>) =>
      it(what, async () => {
        if (brokenAt) throw new Error(`Not reached: "${brokenAt}" failed`);
        try {
          await act();
        } catch (error) {
          brokenAt = what;
          for (const { page, name: who } of stage.devices)
            await page.screenshot({ path: path.join(stage.folder, `failed.${who}.png`) }).catch(() => undefined);
          throw error;
        }
      });

    tell(stage, step);

    it('P3: nothing came from elsewhere, nothing complained, and axe found nothing on any page', () => {
      expect(stage.devices.flatMap(({ name: who, problems }) => problems.map((what) => `${who}: ${what}`))).toEqual([]);
    });
  });
}
