import { requestLocale } from './request-locale.js';

describe('requestLocale', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW;q=0.9, en;q=0.1', 'zh-CN'],
    ['de-DE,de;q=0.9,zh;q=0.5,en;q=0.4', 'zh-CN'],
    ['en-GB', 'en'],
    ['en;q=0.3, zh;q=0.2', 'en'],
    ['zh;q=0, de', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [['zh'], 'en'],
    [',,;q=;;=', 'en'],
  ])('%j is answered in %s', (header, locale) => {
    expect(requestLocale(header)).toBe(locale);
  });
});
