import { entryPath } from './entry-path.js';

const here = 'https://tea.example';

it.each([
  ['spring-mixer', '/e/spring-mixer'],
  [' Spring-Mixer ', '/e/spring-mixer'],
  ['ｓｐｒｉｎｇ', '/e/spring'],
  ['https://tea.example/e/spring/join?x=1', '/e/spring/join?x=1'],
  ['tea.example/g/abc123', '/g/abc123'],
  ['/i/token', '/i/token'],
])('opens %s', (typed, path) => {
  expect(entryPath(typed, here)).toBe(path);
});

it.each([
  'https://evil.example/e/spring',
  '//evil.example/e/x',
  'javascript:alert(1)',
  'https://tea.example/organize',
  '春日茶会',
  '',
])('refuses %s', (typed) => {
  expect(entryPath(typed, here)).toBeNull();
});
