import { slug } from '@teabreak/shared';
import fc from 'fast-check';
import { slugOf } from './event-slug.js';

it.each([
  ['Founders & Coffee — Shanghai', 'founders-coffee-shanghai'],
  ['上海产品人茶歇', 'shang-hai-chan-pin-ren-cha-xie'],
  ['AI 创业者 Mixer', 'ai-chuang-ye-zhe-mixer'],
  ['Café Zürich', 'cafe-zurich'],
  ['绿茶', 'lv-cha'],
  ['☕', 'event'],
  ['AI', 'event-ai'],
])('%s → %s', (title, expected) => {
  expect(slugOf(title)).toBe(expected);
});

it('every title gives an address that the schema takes, with room for a number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ maxLength: 120 })), (title) => {
      expect(slug.safeParse(`${slugOf(title)}-99`).success).toBe(true);
    }),
  );
});
