import type { CommonalityKind } from '@teabreak/shared';
import { pinyin } from 'pinyin-pro';
import { containsHan, foldLatin } from '../../common/text-fold.js';
import { COMPANIES, NO_COMPANY, SCHOOLS } from './vocabulary/organisations.js';
import { LATIN_PLACES, PROVINCES, WORLD } from './vocabulary/places.js';
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
      return places(plain);
    case 'school':
      return [organisation(text, SCHOOL_NAMES, /大学$|学院$|^university of | university$/gu)];
    case 'company':
      return NO_COMPANY_NAMES.has(plain) ? [] : [organisation(text, COMPANY_NAMES, COMPANY_SUFFIX)];
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

function table(lines: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const [id = '', aliases = ''] = line.split('|');
    for (const alias of aliases.split(',')) known.set(plainly(alias), id.trim());
  }
  return known;
}

const SCHOOL_NAMES = table(SCHOOLS);
const COMPANY_NAMES = table(COMPANIES);
const NO_COMPANY_NAMES = new Set(NO_COMPANY.split(',').map(plainly));
const COMPANY_SUFFIX =
  /(?:股份|科技|集团|网络|信息)*(?:有限)?(?:责任)?公司$|集团$|[ ,]*\b(?:inc|ltd|llc|co|corp|corporation|gmbh|group|limited|company|technologies)\b\.?/gu;

/** By any of its names; else by the name without "University of", 大学, Ltd, 有限公司. */
function organisation(text: string, known: ReadonlyMap<string, string>, suffix: RegExp): string {
  const plain = plainly(text);
  const bare = plain.replace(suffix, ' ').replace(/\s+/gu, ' ').trim();
  const bracketed = /[(（](.*?)[)）]/u.exec(text)?.[1] ?? '';
  const found = [plain, bare, plainly(bracketed)].map((name) => known.get(name)).find((id) => id !== undefined);
  return found ?? (bare || plain);
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

type Place = { name: string; within: string | null };

const PLACES = readPlaces();
const LONGEST_PLACE = Math.max(...[...PLACES.keys()].map((name) => name.length));

function readPlaces(): Map<string, Place> {
  const places = new Map<string, Place>();
  const latin = (han: string) => pinyin(han, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'u');
  const add = (han: string, within: string, name = latin(han)) => {
    for (const form of [han, latin(han)]) if (!places.has(form)) places.set(form, { name, within });
  };
  for (const [name, id] of table(WORLD)) places.set(name, { name: id, within: null });
  const lines = PROVINCES.trim()
    .split('\n')
    .map((line) => line.split(':'));
  for (const [province = ''] of lines) add(province, 'china', province === '陕西' ? 'shaanxi' : latin(province));
  for (const [province = '', cities = ''] of lines) {
    for (const city of cities.trim().split(' ')) add(city, province);
  }
  for (const [name, han] of table(LATIN_PLACES)) {
    const place = places.get(han);
    if (place !== undefined) places.set(name, place);
  }
  return places;
}

/** From the smallest place to the country. Small places that no table knows keep their own name. */
function places(plain: string): string[] {
  const smallestFirst = plain.split(/[,，、]/u).flatMap((part) => placesIn(part.trim()));
  const found: string[] = [];
  for (const name of smallestFirst) {
    for (let at: string | null = name; at !== null; ) {
      const place: Place | undefined = PLACES.get(at);
      if (!found.includes(place?.name ?? at)) found.push(place?.name ?? at);
      at = place?.within ?? null;
    }
  }
  return found.sort((a, b) => level(a, smallestFirst) - level(b, smallestFirst));
}

/** Countries and provinces go behind what lies in them, however the person ordered it. */
function level(name: string, named: readonly string[]): number {
  const known = PLACES.get(name);
  if (known === undefined) return 0;
  if (name === 'china' || (known.within === null && named.length > 1 && named.indexOf(name) > 0)) return 3;
  return known.within === 'china' ? 2 : 1;
}

/** 福建省泉州市晋江 → 晋江, 泉州, 福建. */
function placesIn(part: string): string[] {
  if (!containsHan(part))
    return part === '' ? [] : [PLACES.has(part.replaceAll(' ', '')) ? part.replaceAll(' ', '') : part];
  const found: string[] = [];
  let unknown = '';
  for (let at = 0; at < part.length; ) {
    let length = Math.min(LONGEST_PLACE, part.length - at);
    while (length > 1 && !PLACES.has(part.slice(at, at + length))) length--;
    if (length > 1) found.unshift(part.slice(at, at + length));
    else if (!/[省市区县州镇村\s]/u.test(part[at] ?? '')) unknown += part[at];
    at += Math.max(1, length);
  }
  return unknown.length > 1 ? [unknown, ...found] : found.length > 0 ? found : [part];
}
