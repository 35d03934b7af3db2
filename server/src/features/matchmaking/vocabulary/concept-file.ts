import { LIMITS } from '@teabreak/shared';
import { units } from '../tag-text.js';

export type ConceptId = string;
type Line = { file: string; line: number };
/** What is wrong in a vocabulary file, and what to do about it. */
export type Problem = Line & { what: string; todo: string };
export type Link = { to: ConceptId; weight: number };
export type Form = Line & { text: string; units: readonly string[] };
export type Concept = Line & {
  id: ConceptId;
  /** Too general to decide alone ("job"). */
  general: boolean;
  /** How well kinds of it answer each other, where the file says so. */
  kinds: number | null;
  broader: readonly ConceptId[];
  related: readonly Link[];
  /** Whoever seeks this is answered by who offers that; not the other way round. */
  answered: readonly Link[];
  forms: Form[];
};
/** A form that means several things: each with how likely it is meant, 0…1. */
export type Ambiguous = Line & { form: string; means: readonly Link[] };

/** Longer than a tag nobody can pick it; longer than this many words no text is compared with it. */
export const LONGEST_FORM = 12;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const SIGNS = new Set(['<', '~', '>', '=']);

/**
 * The concepts of one data file:
 *   [?]id [< broader …] [~ related:weight …] [> answer:weight …] [= weight of its kinds among each other]
 *     en: forms, with, commas
 *     zh: 说法、顿号
 *     note: why
 * What cannot be read is left out and reported.
 */
export function parseConcepts(file: string, text: string): { concepts: Concept[]; problems: Problem[] } {
  const concepts: Concept[] = [];
  const problems: Problem[] = [];
  linesOf(text).forEach(([line, content]) => {
    const report = (what: string, todo: string) => problems.push({ file, line, what, todo });
    const field = /^\s+(en|zh|note):(.*)$/su.exec(content);
    const current = concepts.at(-1);
    if (field === null && !/^\s/u.test(content)) {
      const concept = parseHead(content, { file, line }, report);
      if (concept !== null) concepts.push(concept);
    } else if (field === null) {
      report(`"${content.trim()}" is neither a concept nor en:, zh: or note:`, 'begin the line with one of them');
    } else if (current === undefined) {
      report(`${field[1]}: before any concept`, 'put it below the line of its concept');
    } else if (field[1] !== 'note') {
      current.forms.push(...parseForms(field[2] ?? '', field[1] === 'zh' ? '、' : ',', { file, line }, report));
    }
  });
  return { concepts, problems };
}

/** Lines of `form = concept weight, concept weight | why`. */
export function parseAmbiguous(file: string, text: string): { ambiguous: Ambiguous[]; problems: Problem[] } {
  const ambiguous: Ambiguous[] = [];
  const problems: Problem[] = [];
  linesOf(text).forEach(([line, content]) => {
    const report = (what: string, todo: string) => problems.push({ file, line, what, todo });
    const [, form = '', meanings = '', why = ''] = /^([^=]+)=([^|]+)\|(.+)$/u.exec(content) ?? [];
    const means = meanings
      .split(',')
      .map((part) => parseLink(part.trim().replace(/\s+/u, ':'), report))
      .filter((link) => link !== null);
    if (why.trim() === '') report(`cannot read "${content}"`, 'write: form = concept weight, concept weight | why');
    else if (means.length < 2) report(`"${form.trim()}" means fewer than two concepts`, 'name all of them, or drop it');
    else ambiguous.push({ file, line, form: form.trim(), means });
  });
  return { ambiguous, problems };
}

/** Numbered from 1, without comments and blank lines. */
function linesOf(text: string): [number, string][] {
  return text
    .split(/\r?\n/u)
    .map((content, at): [number, string] => [at + 1, content])
    .filter(([, content]) => content.trim() !== '' && !content.trimStart().startsWith('#'));
}

type Report = (what: string, todo: string) => void;

function parseHead(content: string, at: Line, report: Report): Concept | null {
  const [first = '', ...rest] = content.trim().split(/\s+/u);
  const id = first.replace(/^\?/u, '');
  if (!ID.test(id)) {
    report(`"${first}" is no name of a concept`, 'use lower case letters, digits and hyphens');
    return null;
  }
  const links: Record<string, string[]> = { '<': [], '~': [], '>': [], '=': [] };
  let sign = '';
  for (const word of rest) {
    if (SIGNS.has(word)) sign = word;
    else if (links[sign] === undefined) report(`"${word}" follows ${id} without a sign`, 'put <, ~, > or = before it');
    else links[sign]?.push(word);
  }
  const weighed = (of: string) =>
    (links[of] ?? []).map((text) => parseLink(text, report)).filter((one) => one !== null);
  const general = first.startsWith('?');
  const kinds = kindsOf(links['='] ?? [], report);
  return {
    ...at,
    id,
    general,
    kinds,
    broader: links['<'] ?? [],
    related: weighed('~'),
    answered: weighed('>'),
    forms: [],
  };
}

function kindsOf([text, ...more]: readonly string[], report: Report): number | null {
  if (text === undefined) return null;
  const weight = Number(text);
  if (more.length === 0 && weight >= 0 && weight < 1) return weight;
  report(`"= ${[text, ...more].join(' ')}" is no weight from 0 up to 1`, 'write = 0.6');
  return null;
}

function parseLink(text: string, report: Report): Link | null {
  const [to = '', number = ''] = text.split(':');
  const weight = Number(number);
  if (number !== '' && weight > 0 && weight <= 1) return { to, weight };
  report(`"${text}" has no weight above 0 and up to 1`, `write ${to || 'concept'}:0.5`);
  return null;
}

function parseForms(text: string, separator: string, at: Line, report: Report): Form[] {
  const forms = text.split(separator).map((form) => form.trim());
  if (forms.at(-1) === '') forms.pop();
  return forms
    .map((form) => ({ ...at, text: form, units: units(form) }))
    .filter((form) => {
      const size = form.units.length;
      if (size === 0) report(`the form "${form.text}" says nothing`, `write a word between the "${separator}"`);
      else if (form.text.length > LIMITS.tag || size > LONGEST_FORM)
        report(`the form "${form.text}" is too long`, `at most ${LIMITS.tag} characters and ${LONGEST_FORM} words`);
      else return true;
      return false;
    });
}
