import { statSync } from 'node:fs';

/** Files that take long for their size, the longest first: one that begins last would run alone at the end. */
const LONG = [
  'test/permissions/permissions.test.ts',
  'test/live/storm.test.ts',
  'features/demo/demo.test.ts',
  'features/matchmaking/embeddings/embeddings.test.ts',
  'src/main.test.ts',
  'features/registrations/kill-nine.test.ts',
  'src/database/restart.test.ts',
  'test/live/frames.test.ts',
  'test/live/rooms.test.ts',
  'test/live/model.test.ts',
  'src/realtime/several-nodes.test.ts',
  'src/database/embedded-postgres.test.ts',
  'features/matchmaking/engine/match-engine.test.ts',
  'features/introductions/introductions-model.test.ts',
  'features/encounters/notes/notes-canary.test.ts',
  'test/permissions/fuzz.test.ts',
  'test/attacks/log-secrets.test.ts',
  'src/realtime/rolling-restart.test.ts',
];

/** A fresh clone knows no times of earlier runs: what is listed here comes first, then the larger file before the smaller. */
// biome-ignore lint/style/noDefaultExport: Jest asks for it
export default class {
  sort(tests) {
    const rank = ({ path }) => LONG.findIndex((name) => path.endsWith(name));
    const key = (test) => [rank(test) < 0 ? LONG.length : rank(test), -statSync(test.path).size];
    const keyed = tests.map((test) => ({ test, key: key(test) }));
    return keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1]).map(({ test }) => test);
  }
  shard(tests) {
    return tests;
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
}
