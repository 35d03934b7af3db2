import { matchPath } from './match-path.js';

it.each([
  ['/', '/', {}],
  ['/', '/e', null],
  ['/e/:slug/board', '/e/mixer/board', { slug: 'mixer' }],
  ['/e/:slug/board', '/E/Mixer/Board/', { slug: 'Mixer' }],
  ['/e/:slug/board', '/e/mixer', null],
  ['/e/:slug/board', '/e/mixer/board/more', null],
  ['/e/:slug/board', '/e//board', null],
  ['/e/:slug/people/:personId', '/e/%E8%8C%B6/people/a%2Fb', { slug: '茶', personId: 'a/b' }],
  ['/c/:token', '/c/%E8%8', { token: '%E8%8' }],
  ['/organize/:eventId/*', '/organize/1/guests', { eventId: '1' }],
  ['/organize/:eventId/*', '/organize', null],
  ['*', '/what/ever', {}],
])('%s against %s', (pattern, pathname, params) => {
  expect(matchPath(pattern, pathname)).toEqual(params);
});
