import type { OwnWords } from './shape.js';

const HAN_SIDE = /\p{Script=Han}/u;
const LATIN_SIDE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}.)]/u;

/** A Chinese sentence with names in it: where a Latin name touches a character, a space stands between them. */
export function chinese(parts: TemplateStringsArray, ...names: readonly string[]): string {
  return parts.reduce((sentence, part, at) => beside(beside(sentence, names[at - 1] ?? ''), part));
}

/** 两个, 三个: A、B 和 C. */
export function listed(names: readonly string[]): string {
  const [last = '', ...rest] = [...names].reverse();
  return rest.length === 0 ? last : chinese`${rest.reverse().join('、')}和${last}`;
}

function beside(one: string, other: string): string {
  const [end, start] = [[...one].at(-1) ?? '', [...other][0] ?? ''];
  const touch = (HAN_SIDE.test(end) && LATIN_SIDE.test(start)) || (LATIN_SIDE.test(end) && HAN_SIDE.test(start));
  return touch ? `${one} ${other}` : one + other;
}

/** 张三在找“会计”, whatever shape the words have. */
export function wants(who: string, { shape, quoted }: OwnWords, hires = false): string {
  if (shape === 'hiring' || (shape === 'thing' && hires)) return chinese`${who}在招${quoted}`;
  switch (shape) {
    case 'thing':
      return chinese`${who}在找${quoted}`;
    case 'action':
      return chinese`${who}想${quoted}`;
    case 'request':
      return chinese`${who}想请人${quoted}`;
    default:
      return chinese`${who}写了${quoted}`;
  }
}

export function gives(who: string, { shape, quoted }: OwnWords): string {
  switch (shape) {
    case 'thing':
      return chinese`${who}可以提供${quoted}`;
    case 'action':
      return chinese`${who}可以${quoted}`;
    case 'role':
      return chinese`${who}是${quoted}`;
    case 'skill':
      return chinese`${who}擅长${quoted}`;
    default:
      return chinese`${who}写了${quoted}`;
  }
}
