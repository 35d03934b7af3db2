import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');
const avatars = readFileSync(join(process.cwd(), 'src/components/avatar.module.css'), 'utf8');

/** The colours declared in the block that begins with this selector. */
function coloursAfter(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  if (start < 0) throw new Error(`No ${selector} in tokens.css`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/gu)].map((match) => [match[1]!, match[2]!]));
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** WCAG 2: 1…21 */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light! + 0.05) / (dark! + 0.05);
}

const themes = { light: coloursAfter(':root {'), dark: coloursAfter(":root:not([data-theme='light']) {") };
const grounds = ['--paper', '--surface', '--sunken', '--glaze'];
const TEXT = [
  ...['--ink', '--ink-soft', '--ink-faint', '--jade-text'].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...['--paper', '--surface'].flatMap((ground) =>
    ['--tea-text', '--cobalt-text', '--seal-text'].map((text) => [text, ground]),
  ),
  ['--on-jade', '--jade'],
  ['--on-jade', '--jade-strong'],
  ['--on-seal', '--seal'],
  ['--on-seal', '--seal-text'],
  ['--tea-text', '--tea-soft'],
  ['--ink', '--tea-soft'],
  ['--ink-soft', '--tea-soft'],
  ['--cobalt-text', '--cobalt-soft'],
  ['--seal-text', '--seal-soft'],
  ['--paper', '--ink'],
] as [string, string][];
/** Borders of inputs, the ring of the focus, icons: 3 is asked of them. */
const SHAPES = [
  ['--line-strong', '--surface'],
  ['--line-strong', '--paper'],
  ['--tea', '--paper'],
  ['--jade', '--surface'],
  ['--seal', '--surface'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const colour = (name: string) => themes[theme].get(name) ?? name;

  it.each(TEXT)('%s is readable on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('%s is visible on %s', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('knows the same dark colours for the system’s wish and the person’s', () => {
  expect(themes.dark).toEqual(coloursAfter(":root[data-theme='dark'] {"));
  expect([...themes.dark.keys()]).toEqual([...themes.light.keys()]);
});

it('writes white on every glaze of an avatar', () => {
  const glazes = [...avatars.matchAll(/background: (#[0-9a-f]{6})/gu)].map((match) => match[1]!);
  expect(glazes).toHaveLength(8);
  for (const glaze of glazes) expect(contrast('#ffffff', glaze)).toBeGreaterThanOrEqual(4.5);
});
