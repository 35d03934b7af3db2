import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from './translate.js';

const root = join(process.cwd(), 'src');
const filesOf = (language: string) => readdirSync(join(root, 'locales', language)).sort();
const read = (language: string, file: string): Messages =>
  JSON.parse(readFileSync(join(root, 'locales', language, file), 'utf8'));

/** Dotted keys with their texts. */
function flat(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/u, '');
const keysOf = (language: string, file: string) =>
  [...new Set(flat(read(language, file)).map(([key]) => withoutPlural(key)))].sort();
const gapsOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/gu))].sort();

it('has the same namespaces in both languages', () => {
  expect(filesOf('zh-CN')).toEqual(filesOf('en'));
  expect(filesOf('en')).toContain('common.json');
});

describe.each(filesOf('en'))('%s', (file) => {
  it('has the same keys in both languages', () => {
    expect(keysOf('zh-CN', file)).toEqual(keysOf('en', file));
  });

  it('has no empty text and every plural it needs', () => {
    for (const language of ['en', 'zh-CN']) {
      const texts = flat(read(language, file));
      expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
      const keys = new Set(texts.map(([key]) => key));
      const plural = [...keys].filter((key) => key !== withoutPlural(key)).map(withoutPlural);
      expect(plural.filter((key) => !keys.has(`${key}_other`))).toEqual([]);
    }
  });

  it('fills the same gaps in both languages', () => {
    const chinese = new Map(flat(read('zh-CN', file)));
    const different = flat(read('en', file)).filter(([key, text]) => {
      const other = chinese.get(key);
      return other !== undefined && !key.endsWith('_one') && gapsOf(other).join() !== gapsOf(text).join();
    });
    expect(different).toEqual([]);
  });
});

/** Every `t('literal')` in the sources, with the namespace its file uses. */
function usedKeys(): { key: string; where: string }[] {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/u.test(file),
  );
  return sources.flatMap((where) => {
    const text = readFileSync(join(root, where), 'utf8');
    const namespaces = [...text.matchAll(/useTranslation\((?:'([\w-]+)')?\)/gu)].map((match) => match[1] ?? 'common');
    // Two namespaces in one file: which one a bare key belongs to cannot be read from here.
    if (new Set(namespaces).size !== 1) return [];
    return [...text.matchAll(/\bt\(\s*'([\w.:-]+)'/gu)].map((match) => {
      const key = match[1] ?? '';
      return { key: key.includes(':') ? key : `${namespaces[0]}:${key}`, where };
    });
  });
}

it('has a text for every key the sources name', () => {
  const known = new Set(
    filesOf('en').flatMap((file) => keysOf('en', file).map((key) => `${file.replace('.json', '')}:${key}`)),
  );
  const used = usedKeys();
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
});
