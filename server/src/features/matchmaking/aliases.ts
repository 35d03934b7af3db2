import { readFileSync } from 'node:fs';
import type { CommonalityKind } from '@teabreak/shared';
import { fold, foldLatin } from '../../common/text-fold.js';
import { KnownNames } from './known-names.js';
import { placesIn } from './places.js';
import { vocabulary } from './vocabulary.js';

/** Kinds that are compared with each other: 老家 and home town are both where one comes from. */
const FAMILY: Record<CommonalityKind, string> = {
  hometown: 'from',
  'ancestral-home': 'from',
  'lives-in': 'lives',
  'lived-in': 'lived',
  school: 'school',
  company: 'company',
  industry: 'industry',
  speaks: 'speaks',
  learns: 'learns',
  interest: 'interest',
};

/**
 * What a commonality is compared by (G2), most specific first: 福建泉州 → from:quanzhou, from:fujian, from:china.
 * 交大 = 上海交通大学 = SJTU. Empty where the text names nothing that two people could share ("freelance").
 */
export function commonalityKeys(kind: CommonalityKind, text: string): string[] {
  return names(kind, text).map((name) => `${FAMILY[kind]}:${name}`);
}

/** The most specific key, or null. */
export function commonalityKey(kind: CommonalityKind, text: string): string | null {
  return commonalityKeys(kind, text)[0] ?? null;
}

function names(kind: CommonalityKind, text: string): string[] {
  const plain = plainly(text);
  if (plain === '') return [];
  switch (kind) {
    case 'hometown':
    case 'ancestral-home':
    case 'lives-in':
    case 'lived-in':
      return placesIn(plain);
    case 'school':
      return [organisation(text, SCHOOLS, SCHOOL_WORDS)];
    case 'company':
      return COMPANIES.isNobodys(text) ? [] : [organisation(text, COMPANIES, COMPANY_WORDS)];
    default:
      return [concept(plain)];
  }
}

/** Folded, levels and remarks in brackets gone, punctuation to spaces. */
function plainly(text: string): string {
  return foldLatin(text)
    .replace(/[(（[【].*?[)）\]】]/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M}&+.,，、]+/gu, ' ')
    .trim();
}

const SCHOOL_WORDS = /大学$|学院$|^university of | university$/gu;
const COMPANY_WORDS =
  /(?:股份|科技|集团|网络|信息|技术|\s)*(?:有限)?(?:责任)?公司$|集团$|[ ,]*\b(?:inc|ltd|llc|co|corp|corporation|gmbh|group|limited|company|technologies)\b\.?/gu;

const SCHOOLS = knownNames('schools.txt', SCHOOL_WORDS);
const COMPANIES = knownNames('companies.txt', COMPANY_WORDS);

/** What stands in the file, and the same without "University of", 大学, Ltd, 有限公司 where only one has that name. */
function knownNames(file: string, words: RegExp): KnownNames {
  const url = new URL(`../../../vocabulary/commonalities/${file}`, import.meta.url);
  const known = new KnownNames(file, readFileSync(url, 'utf8'), { fold: plainly });
  known.addWhereFree(known.entries().map(([form, thing]) => [without(words, form), thing]));
  return known;
}

function without(words: RegExp, plain: string): string {
  return plain.replace(words, ' ').replace(/\s+/gu, ' ').trim();
}

/** By any of its names, with or without what stands in brackets; else by the name without "University of", 大学, Ltd. */
function organisation(text: string, known: KnownNames, words: RegExp): string {
  const plain = plainly(text);
  const bare = without(words, plain);
  const open = plainly(fold(text).replace(/[()[\]【】]/gu, ''));
  const bracketed = plainly(/[(（](.*?)[)）]/u.exec(text)?.[1] ?? '');
  for (const name of [open, plain, bare, bracketed]) {
    const [found] = known.find(name);
    if (found !== undefined) return found.id;
  }
  return bare || plain;
}

/** Languages and interests mean their concept of the vocabulary, whatever the words or script. */
function concept(plain: string): string {
  const read = vocabulary.exact(plain) ?? onlyConcept(plain);
  return read ?? plain;
}

function onlyConcept(plain: string): string | null {
  const found = [...vocabulary.read(plain)].filter(([, weight]) => weight === 1);
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}
