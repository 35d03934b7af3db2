import { suggestTags, vocabulary } from '../vocabulary.js';

describe('G1: what is being typed is completed', () => {
  it.each([
    ['angel inv', 'angel investor'],
    ['Angel-Inv', 'angel investor'],
    ['天使', '天使投资人'],
    ['tianshi', '天使投资人'],
    ['tstz', '天使投资'],
    ['摄影师', '摄影师'],
    ['hik', 'hiking'],
    ['後端', '后端'],
    ['ＰＯＤＣ', 'podcast'],
  ])('%s: %s', (typed, tag) => {
    expect(suggestTags(typed, 8)).toContain(tag);
  });

  it('inside a form it is looked for at the start of words only', () => {
    expect(suggestTags('manag', 40)).toContain('product manager');
    expect(suggestTags('oduct', 8)).toEqual([]);
  });

  it('one form of each concept comes first', () => {
    const tags = suggestTags('p', 8);
    expect(new Set(tags.map((tag) => [...vocabulary.read(tag).keys()][0])).size).toBe(8);
  });

  it('in the script that is being typed', () => {
    expect(suggestTags('a', 8).every((tag) => /^[\x20-\x7e]+$/u.test(tag))).toBe(true);
    expect(suggestTags('电', 8).every((tag) => /\p{Script=Han}/u.test(tag))).toBe(true);
  });

  it('nothing for nothing', () => {
    expect(suggestTags('  ', 5)).toEqual([]);
    expect(suggestTags('qqqqqq', 5)).toEqual([]);
    expect(suggestTags('🎉', 5)).toEqual([]);
  });

  it('fast enough for every key', () => {
    for (const typed of ['a', 's', '电', 'tz', 'prod']) suggestTags(typed, 8);
    const started = process.cpuUsage();
    for (let at = 0; at < 40; at++) for (const typed of ['a', 's', '电', 'tz', 'prod']) suggestTags(typed, 8);
    expect(process.cpuUsage(started).user / 1000 / 200).toBeLessThan(20);
  });
});
