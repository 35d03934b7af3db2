import type { Locale } from '@teabreak/shared';

/** The language to answer in: the first of ours in Accept-Language by weight, English otherwise. */
export function requestLocale(acceptLanguage: unknown): Locale {
  if (typeof acceptLanguage !== 'string') return 'en';
  const wanted = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/u.exec(parameter)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality), position };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  const ours = wanted.map(({ tag }) => (/^zh\b/u.test(tag) ? 'zh-CN' : /^en\b/u.test(tag) ? 'en' : null));
  return ours.find((locale) => locale !== null) ?? 'en';
}
