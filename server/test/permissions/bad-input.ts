import type { Dice } from '../../src/features/demo/seeded-random.js';

/** Text that has broken servers before. */
const BAD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'tea\u0000break',
  '\ud800',
  'tea\udfffbreak',
  '\u202egnp.exe',
  '\u2066\u2069',
  '\ufeff',
  'Ａ'.repeat(300),
  '👩‍👩‍👧‍👦'.repeat(50),
  '茶'.repeat(5000),
  'x'.repeat(70_000),
  `'; DROP TABLE events; --`,
  '%00',
  '%',
  '../../../etc/passwd',
  '..%2f..%2f',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '0x10',
  '9'.repeat(40),
  '2026-13-45T99:99:99Z',
  '+275760-09-14T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  'Infinity',
  '\r\nset-cookie: a=b',
  'javascript:alert(1)',
  'tb1.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA',
  'TB1.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA',
  '-'.repeat(65),
  'A'.repeat(48),
] as const;

const deep = (depth: number): unknown => {
  let nested: unknown = 'tea';
  for (let level = 0; level < depth; level += 1) nested = level % 2 === 0 ? [nested] : { a: nested };
  return nested;
};
/** JSON.parse makes `__proto__` a property of its own; a literal would not. */
const POISON: unknown = JSON.parse(
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"toString":1,"hasOwnProperty":null}',
);
const BAD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  [],
  {},
  [[]],
  [null],
  ['\u0000'],
  Array.from({ length: 5000 }, () => 'x'),
  POISON,
  [POISON],
  deep(50),
  deep(2000),
  { length: 1e9 },
  { constructor: 'x', valueOf: null },
];

export function badText(random: Dice): string {
  return random.pick(BAD_TEXTS);
}

export function badValue(random: Dice): unknown {
  return random.chance(0.5) ? badText(random) : random.pick(BAD_VALUES);
}

/** `value` with one of its parts, or all of it, replaced; or with something more in it. */
export function spoilt(value: unknown, random: Dice): unknown {
  if (random.chance(0.15) || typeof value !== 'object' || value === null) return badValue(random);
  if (Array.isArray(value)) {
    if (value.length === 0) return [badValue(random)];
    const index = Math.floor(random.between(0, value.length));
    return value.map((item: unknown, position) => (position === index ? spoilt(item, random) : item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.15))
    return { ...value, [random.pick(['extra', 'constructor', 'eventId', 'id', ''])]: badValue(random) };
  const [chosen] = random.pick(entries);
  if (random.chance(0.1)) return Object.fromEntries(entries.filter(([key]) => key !== chosen));
  return Object.fromEntries(entries.map(([key, part]) => [key, key === chosen ? spoilt(part, random) : part]));
}

/** As many copies of `value` as it has texts, each with one of them replaced. */
export function withText(value: unknown, text: string): unknown[] {
  if (typeof value === 'string') return [text];
  if (typeof value !== 'object' || value === null) return [];
  const copy = (key: string, part: unknown) => Object.assign(structuredClone(value), { [key]: part });
  return Object.entries(value).flatMap(([key, part]) => withText(part, text).map((changed) => copy(key, changed)));
}

/** Bodies that are no good as bytes already. */
export const BAD_BODIES: readonly string[] = [
  '',
  '{',
  'null',
  '"text"',
  '[]',
  '{"a":1}}',
  '\u0000',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  `${'['.repeat(40_000)}${']'.repeat(40_000)}`,
  `{"a":"${'x'.repeat(150_000)}"}`,
  '{"name":"\\ud800"}',
  '{"name":"\\u0000"}',
];
