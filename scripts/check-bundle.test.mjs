import assert from 'node:assert/strict';
import { it } from 'node:test';
import { measureRoutes } from './check-bundle.mjs';

const page = (name, imports) => ({ file: `${name}.js`, isDynamicEntry: true, imports });
const manifest = {
  'index.html': {
    file: 'main.js',
    isEntry: true,
    imports: ['_vendor.js'],
    dynamicImports: ['src/pages/event.page.tsx'],
  },
  '_vendor.js': { file: 'vendor.js' },
  '_socket.js': { file: 'socket.js' },
  'src/pages/event.page.tsx': page('event', ['index.html', '_vendor.js']),
  'src/pages/home.page.tsx': page('home', ['index.html', '_socket.js']),
  'src/pages/claim.page.tsx': page('claim', ['index.html']),
  'src/pages/board.page.tsx': { ...page('board', ['index.html']), dynamicImports: ['_socket.js'] },
};
const sizes = {
  'main.js': 20_000,
  'vendor.js': 80_000,
  'socket.js': 13_000,
  'event.js': 5_000,
  'home.js': 4_000,
  'board.js': 1_000,
  'claim.js': 1_000,
};
const measure = (changes = {}) => {
  const rows = measureRoutes(manifest, (file) => ({ ...sizes, ...changes })[file]);
  return Object.fromEntries(rows.map((row) => [row.name, row]));
};

it('WB1: a route costs the entry, its page and what both import, each once', () => {
  const { event, home } = measure();
  assert.equal(event.kilobytes, 105);
  assert.equal(home.kilobytes, 117);
});

it('WB1: what loads later is not counted', () => assert.equal(measure().board.kilobytes, 101));

it('WB1: over the limit is seen, at the limit is not', () => {
  assert.equal(measure().home.over, true);
  assert.equal(measure({ 'home.js': 2_000 }).home.over, false);
});

it('WB1: a limit for a page that is not in the build is an error', () => {
  const { 'src/pages/home.page.tsx': _home, ...rest } = manifest;
  assert.throws(() => measureRoutes(rest, () => 0), /no page home/);
});
