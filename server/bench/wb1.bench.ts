import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import type { Benchmark } from './frame.js';

interface RouteSize {
  name: string;
  kilobytes: number;
}
interface BundleCheck {
  measureBuild: () => RouteSize[];
}

/**
 * Gzipped KB of the stack that such applications usually send before any code of their own: react and react-dom 19.3.1,
 * react-router 7.18.5 (BrowserRouter), @tanstack/react-query 5.108, socket.io-client 4.8.4, @tanstack/react-virtual 3.14,
 * each used as little as possible, built once with Vite 8.3.8. A constant: we do not install what we do not use.
 */
const USUAL_STACK_KB = 110.9;

function bytes(page: string, title: string): Benchmark<readonly RouteSize[]> {
  return {
    id: 'WB1',
    title,
    metric: 'JavaScript with its texts, gzipped, our own code included',
    unit: 'KB',
    better: 'lower',
    baselineName: 'the usual React stack without any code of its own (measured once, see the source)',
    setup: async () => {
      const check = pathToFileURL(path.join(PROJECT_ROOT, 'scripts/check-bundle.mjs')).href;
      return ((await import(check)) as BundleCheck).measureBuild();
    },
    subject: async (routes) => {
      const route = routes.find(({ name }) => name === page);
      if (!route) throw new Error(`The build has no page ${page}`);
      return route.kilobytes;
    },
    baseline: async () => USUAL_STACK_KB,
    teardown: async () => undefined,
  };
}

export const benchmarks: readonly Benchmark[] = [
  bytes('event', 'What a phone loads to see an event'),
  bytes('join', 'What a phone loads to join it'),
  bytes('home', 'What a phone loads for the home of an attendee'),
];
