import assert from 'node:assert/strict';
import { it } from 'node:test';
import { measureRoutes, readRoutes } from './check-bundle.mjs';

const page = (name, imports) => ({ file: `${name}.js`, isDynamicEntry: true, imports });
const texts = Object.fromEntries(
  ['en', 'zh-CN'].flatMap((language) =>
    ['common', 'home'].map((name) => [`src/locales/${language}/${name}.json`, { file: `${language}-${name}.js` }]),
  ),
);
const manifest = {
  'index.html': {
    file: 'main.js',
    isEntry: true,
    imports: ['_vendor.js'],
    dynamicImports: ['src/pages/event.page.tsx'],
  },
  '_vendor.js': { file: 'vendor.js' },
  '_socket.js': { file: 'socket.js' },
  'src/app/bars.tsx': { file: 'bars.js', imports: ['_vendor.js'] },
  'src/pages/event.page.tsx': page('event', ['index.html', '_vendor.js']),
  'src/pages/home.page.tsx': page('home', ['index.html', '_socket.js']),
  'src/pages/claim.page.tsx': page('claim', ['index.html']),
  'src/pages/join.page.tsx': page('join', ['index.html']),
  'src/pages/board.page.tsx': { ...page('board', ['index.html']), dynamicImports: ['_socket.js'] },
  ...texts,
};
const sizes = {
  'main.js': 20_000,
  'vendor.js': 80_000,
  'socket.js': 5_000,
  'bars.js': 2_000,
  'event.js': 5_000,
  'home.js': 4_000,
  'board.js': 1_000,
  'claim.js': 1_000,
  'join.js': 1_000,
  'en-common.js': 1_000,
  'zh-CN-common.js': 2_000,
  'en-home.js': 2_000,
  'zh-CN-home.js': 3_000,
};
const row = (name, layout = null, namespaces = ['common'], table = null) => ({ name, layout, table, namespaces });
const routes = [
  row('event'),
  row('claim'),
  row('join'),
  row('board'),
  row('home', 'src/app/bars.tsx', ['common', 'home']),
];
const measure = (changes = {}) => {
  const rows = measureRoutes(manifest, (file) => ({ ...sizes, ...changes })[file], routes);
  return Object.fromEntries(rows.map((one) => [one.name, one]));
};

it('WB1: a route costs the entry, its page and what both import, each once, and the texts of one language', () =>
  assert.equal(measure().event.kilobytes, 107));

it('WB1: the layout counts, and so do all the texts in the language that has more', () => {
  assert.equal(measure().home.kilobytes, 116);
  assert.equal(measure({ 'en-home.js': 10_000 }).home.kilobytes, 122);
});

it('WB1: a table in a file of its own counts for its pages', () => {
  const { 'src/pages/claim.page.tsx': _claim, ...rest } = manifest;
  const own = {
    ...rest,
    'src/pages/claim.page.tsx': page('claim', ['index.html']),
    'src/app/own.ts': { file: 'bars.js' },
  };
  const rows = [...routes.filter(({ name }) => name !== 'claim'), row('claim', null, ['common'], 'src/app/own.ts')];
  const claim = (table) =>
    measureRoutes(own, (file) => sizes[file], table).find(({ name }) => name === 'claim').kilobytes;
  assert.equal(claim(rows) - claim(routes), 2);
});

it('WB1: what loads later is not counted', () => assert.equal(measure().board.kilobytes, 103));

it('WB1: over the limit is seen, at the limit is not', () => {
  assert.equal(measure().home.over, true);
  assert.equal(measure({ 'home.js': 3_000 }).home.over, false);
});

it('WB1: a page with a limit that is not in the build, or in no table, is an error', () => {
  const { 'src/pages/home.page.tsx': _home, ...rest } = manifest;
  assert.throws(() => measureRoutes(rest, () => 0, routes), /no page home/);
  assert.throws(() => measureRoutes(manifest, () => 0, routes.slice(1)), /names event/);
  assert.throws(() => measureRoutes(manifest, () => 0, [...routes, row('board', null, ['lost'])]), /no .*lost\.json/);
});

it('WB1: layouts and texts are those of the app’s own tables', () => {
  const tables = `
export const eventRoutes: readonly AppRoute[] = [
  {
    path: '/e/:slug/home',
    namespaces: ['home', 'goals'],
    page: page(() => import('../pages/home.page.js').then((file) => file.HomePage)),
  },
];
export const plainRoutes: readonly AppRoute[] = [
  {
    path: '*',
    namespaces: [],
    page: page(() =>
      import('../pages/not-found.page.js').then((file) => file.NotFoundPage),
    ),
  },
];
`;
  const router = `const barsLayout = page(() => import('./bars.js').then((file) => file.Bars));
const plainLayout = ready(PlainLayout);
const zones = [
  { name: 'event', layout: barsLayout, routes: here(eventRoutes) },
  { name: 'plain', layout: plainLayout, routes: plainRoutes },
];
const plainRoutes = table('/plain', () =>
  import('./plain-routes.js').then((file) => file.plainRoutes),
);`;
  assert.deepEqual(readRoutes(tables, router), [
    { name: 'home', layout: 'src/app/bars.tsx', table: null, namespaces: ['common', 'home', 'goals'] },
    { name: 'not-found', layout: null, table: 'src/app/plain-routes.ts', namespaces: ['common'] },
  ]);
  assert.throws(() => readRoutes(tables, ''), /No layout for eventRoutes/);
});
