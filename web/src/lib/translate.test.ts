import { type Messages, translate } from './translate.js';

const en: Messages = { seats_one: '{{count}} seat', seats_other: '{{count}} seats', a: { b: 'Hello {{name}}' } };
const zh: Messages = { seats_other: '{{count}} 个座位' };

it('chooses the plural of the language', () => {
  expect(translate(en, 'seats', 'en', { count: 1 })).toBe('1 seat');
  expect(translate(en, 'seats', 'en', { count: 1200 })).toBe('1,200 seats');
  expect(translate(zh, 'seats', 'zh-CN', { count: 1 })).toBe('1 个座位');
});

it('fills what it is given and shows the gap otherwise', () => {
  expect(translate(en, 'a.b', 'en', { name: '李 $& {{x}}' })).toBe('Hello 李 $& {{x}}');
  expect(translate(en, 'a.b', 'en')).toBe('Hello {{name}}');
});

it('shows the key of a text that is missing, also where the key is a branch', () => {
  expect(translate(en, 'a', 'en')).toBe('a');
  expect(translate(en, 'a.b.c', 'en')).toBe('a.b.c');
});
