import { glazeOf, initialsOf } from './avatar.js';

it.each([
  ['李明辉', '明辉'],
  ['王芳', '王芳'],
  ['欧阳娜娜 Nana', '娜娜'],
  ['周', '周'],
  ['Ada King Lovelace', 'AL'],
  ['kim', 'K'],
  ['José-María', 'JM'],
  ['𠮷田', '𠮷田'],
  [' ', ''],
])('writes %s as %s on the bowl', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('gives the same name the same glaze, and a room many', () => {
  expect(glazeOf('李明辉')).toBe(glazeOf('李明辉'));
  expect(new Set(['李明辉', '王芳', '张三', 'Ada', 'Kim', 'Noor', '陈思远', '周'].map(glazeOf)).size).toBeGreaterThan(
    3,
  );
});
