import type { ScreenView } from '@teabreak/shared';
import type { CDPSession, Page } from 'playwright-core';

/** What a page holds on to once everything that can go is gone. */
export interface Holdings {
  heapBytes: number;
  nodes: number;
  listeners: number;
}

interface Lapse {
  /** Tells the wall that something changed and waits until that picture is drawn. */
  update: () => Promise<void>;
  /** Cuts the connection and waits until there is another one. */
  cut: () => Promise<void>;
}
declare global {
  interface Window {
    lapse: Lapse;
    kept: unknown[];
  }
}

/** A minute on the wall is a second here. */
const FASTER = 60;

/**
 * A wall on its own: its clock runs faster, its server and its connection are functions in the page, so that days of an evening's changes
 * pass in seconds. Everything else (the page, React, the socket's client, the browser) is what runs at a venue.
 */
export async function letTimeLapse(page: Page, view: ScreenView): Promise<void> {
  await page.addInitScript(
    ({ faster, first }) => {
      const [later, every, real] = [window.setTimeout.bind(window), window.setInterval.bind(window), Date.now];
      const began = real();
      Date.now = () => began + (real() - began) * faster;
      window.setTimeout = ((act: TimerHandler, ms = 0, ...given: unknown[]) =>
        later(act, ms / faster, ...given)) as typeof setTimeout;
      window.setInterval = ((act: TimerHandler, ms = 0, ...given: unknown[]) =>
        every(act, ms / faster, ...given)) as typeof setInterval;

      // Every picture is another one: fresh names, now and then rounds or nobody, and a number by which it is known.
      let number = 0;
      const picture = () => {
        const copy = structuredClone(first);
        copy.checkedIn = number;
        copy.people = number % 40 === 39 ? [] : copy.people.map((one) => ({ ...one, name: `${one.name} ${number}` }));
        copy.asks = number % 3 === 0 ? [] : copy.asks.map((one) => ({ ...one, text: `${one.text} ${number}` }));
        if (number % 20 > 3) copy.rounds = null;
        return copy;
      };
      const ask = window.fetch.bind(window);
      window.fetch = (input, init) =>
        String(input).startsWith('/api/screen') ? Promise.resolve(Response.json(picture())) : ask(input, init);

      let line: Line | null = null;
      let opened = 0;
      class Line extends EventTarget {
        binaryType = '';
        readyState = 0;
        onopen: (() => void) | null = null;
        onclose: ((event: { code: number; reason: string }) => void) | null = null;
        onmessage: ((event: { data: string }) => void) | null = null;
        onerror: (() => void) | null = null;
        constructor() {
          super();
          line = this;
          queueMicrotask(() => {
            this.readyState = 1;
            this.onopen?.();
            this.say('0{"sid":"1","upgrades":[],"pingInterval":100000000,"pingTimeout":100000000,"maxPayload":100000}');
          });
        }
        say(data: string) {
          this.onmessage?.({ data });
        }
        send(data: string) {
          if (!data.startsWith('40')) return;
          queueMicrotask(() => {
            this.say('40{"sid":"2"}');
            opened += 1;
          });
        }
        close() {
          this.readyState = 3;
          queueMicrotask(() => this.onclose?.({ code: 1006, reason: '' }));
        }
      }
      Object.defineProperty(window, 'WebSocket', { value: Line });

      const turn = () => new Promise((resolve) => later(resolve, 0));
      const until = async (is: () => boolean) => {
        const patience = performance.now() + 60_000;
        while (!is()) {
          if (performance.now() > patience) throw new Error('The wall stands still');
          await turn();
        }
      };
      const drawn = () => document.querySelector('main p > strong')?.textContent === String(number);
      window.kept = [];
      window.lapse = {
        update: async () => {
          number += 1;
          line?.say('42["screen:changed",{"eventId":"1"}]');
          await until(drawn);
        },
        cut: async () => {
          const before = opened;
          line?.close();
          await until(() => opened > before);
        },
      };
    },
    { faster: FASTER, first: view },
  );
}

/** So many updates, and a cut after every eighth. `leaking`: as a page that forgets to let go of a row of each picture, and of its data. */
export async function live(page: Page, updates: number, leaking = false): Promise<void> {
  await page.evaluate(
    async ({ times, leaks }) => {
      for (let done = 1; done <= times; done += 1) {
        await window.lapse.update();
        if (leaks) {
          const row = document.querySelector('main p')?.cloneNode(true);
          const listener = () => row;
          document.addEventListener('visibilitychange', listener);
          window.kept.push(Array.from({ length: 1000 }, () => done));
        }
        if (done % 8 === 0) await window.lapse.cut();
      }
    },
    { times: updates, leaks: leaking },
  );
}

export async function holdingsOf(cdp: CDPSession): Promise<Holdings> {
  // What only weak references and finalisers hold goes with the second collection.
  for (let pass = 0; pass < 3; pass += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
}
