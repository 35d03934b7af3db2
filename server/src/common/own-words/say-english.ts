import type { OwnWords } from './shape.js';

/** Who a sentence is about, with what the verb needs. */
export type Subject = { name: string; be: 'am' | 'are' | 'is'; s: '' | 's' };
export const I: Subject = { name: 'I', be: 'am', s: '' };
export const YOU: Subject = { name: 'you', be: 'are', s: '' };
export const person = (name: string): Subject => ({ name, be: 'is', s: 's' });

/** "Ann is looking for “an accountant”", whatever shape the words have. */
export function wants({ name, be, s }: Subject, { shape, quoted, han }: OwnWords, hires = false): string {
  if (shape === 'hiring' || (shape === 'thing' && hires)) return `${name} ${be} hiring ${quoted}`;
  if (shape === 'thing') return `${name} ${be} looking for ${quoted}`;
  // An English verb cannot carry on in Chinese.
  if (han) return `${name} wrote ${quoted}`;
  switch (shape) {
    case 'action':
      return `${name} want${s} to ${quoted}`;
    case 'request':
      return `${name} ${be} looking for somebody to ${quoted}`;
    case 'ongoing':
      return `${name} ${be} ${quoted}`;
    default:
      return `${name} wrote ${quoted}`;
  }
}

export function gives({ name, be, s }: Subject, { shape, quoted, han }: OwnWords): string {
  if (shape === 'thing' || (shape === 'action' && han)) return `${name} offer${s} ${quoted}`;
  if (shape === 'role') return `${name} ${be} here as ${quoted}`;
  if (shape === 'skill') return `${name} ${be} good at ${quoted}`;
  return shape === 'action' ? `${name} can ${quoted}` : `${name} wrote ${quoted}`;
}

export function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
