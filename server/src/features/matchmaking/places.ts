import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { containsHan, foldLatin } from '../../common/text-fold.js';
import { type Known, KnownNames } from './known-names.js';

const PLACES = new KnownNames(
  'places.txt',
  readFileSync(new URL('../../../vocabulary/commonalities/places.txt', import.meta.url), 'utf8'),
  { fold: (name) => foldLatin(name).replace(/[\s.-]+/gu, ''), alsoWritten: latinName },
);
const LONGEST_HAN = Math.max(...[...PLACES.forms()].filter(containsHan).map((form) => form.length));
const MOST_WORDS = 5;

/** 泉州 is Quanzhou. Names of places outside China, and signs like 沪, are not written in pinyin. */
function latinName(name: string, first: string): string | null {
  if (!containsHan(first) || !containsHan(name) || name.length < 2) return null;
  return pinyin(name, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'u');
}

type Mention = { text: string; meanings: readonly Known[] };

/**
 * The places a text names, with all they lie in, the smallest first: 福建泉州 → quanzhou, fujian, china. A village that no table
 * knows stays under its own name. `text` is folded; commas may part it.
 */
export function placesIn(text: string): string[] {
  const mentions = text.split(/[,，、]/u).flatMap((part) => mentionsIn(part.trim()));
  const depths = new Map<string, number>();
  for (const mention of mentions) {
    const place = meant(mention, mentions);
    if (place === undefined) depths.set(mention.text, Number.POSITIVE_INFINITY);
    for (const at of withAllAround(place)) depths.set(at.id, withAllAround(at).length);
  }
  return [...depths].sort(([, a], [, b]) => (a === b ? 0 : b - a)).map(([name]) => name);
}

/** 朝阳 is in Beijing, but "辽宁朝阳" is the one in 辽宁. */
function meant({ meanings }: Mention, mentions: readonly Mention[]): Known | undefined {
  const around = (place: Known) => withAllAround(place.within);
  const named = (place: Known) => mentions.some((other) => other.meanings.includes(place));
  return meanings.find((place) => around(place).some(named)) ?? meanings[0];
}

function withAllAround(place: Known | null | undefined): Known[] {
  return place === null || place === undefined ? [] : [place, ...withAllAround(place.within)];
}

function mentionsIn(part: string): Mention[] {
  if (part === '') return [];
  const whole = PLACES.find(part);
  if (whole.length > 0) return [{ text: part, meanings: whole }];
  return containsHan(part) ? mentionsInHan(part) : mentionsInLatin(part);
}

const NOT_A_PLACE =
  /来自|老家|祖籍|出生|长大|附近|农村|土生土长|(?:壮族|回族|维吾尔|土家族|苗族|朝鲜族|藏族|羌族|彝族|傣族|白族|哈尼族|侗族|布依族|蒙古|景颇族|傈僳族|哈萨克|黎族)*自治|特别行政|新区|地区/gu;

/** 福建省泉州市晋江 → 晋江, 泉州, 福建. What is left over and longer than one character is a place of its own. */
function mentionsInHan(part: string): Mention[] {
  const found: Mention[] = [];
  let unknown = '';
  for (let at = 0; at < part.length; ) {
    let length = Math.min(LONGEST_HAN, part.length - at);
    while (length > 1 && PLACES.find(part.slice(at, at + length)).length === 0) length--;
    const text = part.slice(at, at + length);
    if (length > 1) found.unshift({ text, meanings: PLACES.find(text) });
    else unknown += text;
    at += Math.max(1, length);
  }
  const own = unknown.replace(NOT_A_PLACE, '').replace(/[省市区县州镇村盟\s]/gu, '');
  if (own.length > 1) return [{ text: own, meanings: [] }, ...found];
  return found.length > 0 ? found : [{ text: part, meanings: [] }];
}

const NOT_A_NAME = new Set(
  `the a an in of near from around originally born raised grew up i am and or city town village province county district
  area region state greater prefecture now currently born`.split(/\s+/u),
);

/** "a village near Munich, Bavaria": the known names in it, and the whole where it says more than they do. */
function mentionsInLatin(part: string): Mention[] {
  const words = part.split(' ');
  const found: Mention[] = [];
  let unknown = false;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(MOST_WORDS, words.length - at);
    while (length > 0 && PLACES.find(words.slice(at, at + length).join('')).length === 0) length--;
    const text = words.slice(at, at + length).join(' ');
    if (length > 0) found.push({ text, meanings: PLACES.find(text) });
    else unknown ||= !NOT_A_NAME.has(words[at] ?? '');
    at += Math.max(1, length);
  }
  return unknown ? [{ text: part, meanings: [] }, ...found] : found;
}
