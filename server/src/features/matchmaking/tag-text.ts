import { containsHan, foldLatin } from '../../common/text-fold.js';

/** What stands before a word: a sentence ends, a loose join ("/", "&", an emoji), white space, a hyphen, nothing. */
export type Gap = 'stop' | 'loose' | 'space' | 'hyphen' | 'none';
/**
 * One Latin word, stemmed, or one Chinese character. Articles and possessives are left out and noted on what follows;
 * so is what is written in capitals, by which "IT" is told from "it".
 */
export type Token = { unit: string; han: boolean; gap: Gap; article: boolean; capital: boolean };

/** A goal's sentence has 280 characters; nothing longer needs to be understood to its end. */
const LONGEST_READ = 2000;
const PIECE = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}+#&])+(?:\.(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const STOP = /[,，;；.。!！?？()（）[\]【】《》"“”|…—]/u;
const LOOSE = /[^\s\-‐-–_]/u;
/** Most of the vocabulary, and folded at a fraction of the price. */
const ASCII = /^[\x20-\x7e]*$/u;
const CAPITALS = /\b[A-Z]{2,}\b/gu;
const ARTICLES = new Set('a an the some any my our your their his her its s'.split(' '));

export function tokens(text: string): Token[] {
  const cut = text.slice(0, LONGEST_READ);
  const folded = ASCII.test(cut) ? cut.toLowerCase().replace(/['`]/gu, '') : foldLatin(cut);
  const capitals = new Set(cut.match(CAPITALS)?.map((word) => word.toLowerCase()));
  const found: Token[] = [];
  let end = 0;
  let gap: Gap = 'stop';
  let article = false;
  for (const { 0: piece, index } of folded.matchAll(PIECE)) {
    gap = wider(gap, gapOf(folded.slice(end, index)));
    end = index + piece.length;
    const han = containsHan(piece);
    if (!han && ARTICLES.has(piece) && /^\s(?!\p{Script=Han})/u.test(folded.slice(end, end + 2))) {
      article = true;
      continue;
    }
    if (!han && piece === '&') {
      gap = wider(gap, 'loose');
      continue;
    }
    found.push({ unit: han ? piece : stem(piece), han, gap, article, capital: capitals.has(piece) });
    gap = 'none';
    article = false;
  }
  return found;
}

/** A tag or sentence as units: one stemmed Latin word, or one Chinese character each. */
export function units(text: string): string[] {
  return tokens(text).map(({ unit }) => unit);
}

const WIDTH: Record<Gap, number> = { none: 0, hyphen: 1, space: 2, loose: 3, stop: 4 };

function wider(one: Gap, other: Gap): Gap {
  return WIDTH[one] > WIDTH[other] ? one : other;
}

function gapOf(between: string): Gap {
  if (between === '') return 'none';
  if (STOP.test(between)) return 'stop';
  if (LOOSE.test(between)) return 'loose';
  return /\s/u.test(between) ? 'space' : 'hyphen';
}

/** Words in -ing that are things of their own: marketing is not a market, boxing no box. */
const NOUNS_IN_ING = new Set(
  `marketing banking clothing catering meeting painting building engineering manufacturing accounting housing trading
  parking boxing bowling fencing curling wedding bedding lighting heating plumbing training shipping positioning machining programming spring string evening morning
  dumpling sibling pudding ceiling sterling`.split(/\s+/u),
);
/** One spelling for what is written in two ways, and plurals that no rule finds. */
const SPELLINGS = new Map(
  `centre center|theatre theater|programme program|licence license|practise practice|practising practice|catalogue catalog|
  jewellery jewelry|cheque check|tyre tire|grey gray|maths math|fulfilment fulfillment|counsellor counselor|
  counselling counseling|colour color|favourite favorite|neighbour neighbor|neighbourhood neighborhood|
  behaviour behavior|humour humor|labour labor|flavour flavor|harbour harbor|paediatric pediatric|gynaecologist gynecologist|
  orthopaedic orthopedic|archaeology archeology|aesthetic esthetic|vcs vc|hrs hr|pms pm|lps lp|evs ev|ads ad|prs pr|men man|
  women woman|children child|kids kid|people person|wives wife|lives life|news news|customs customs|series series|
  teaching teach|salespeople salesperson|bikes bike|pets pet|cafes cafe|photos photo|improv improvisation`
    .split('|')
    .map((pair) => pair.trim().split(/\s+/u) as [string, string]),
);

/** Plural, -ing, -ed and a silent e, British spelling: as little as makes "hikes", "hike" and "hiking" one. */
export function stem(word: string): string {
  if (word.includes('.')) return /^(?:\p{L}\.)+\p{L}$/u.test(word) ? word.replaceAll('.', '') : word;
  const known = SPELLINGS.get(word) ?? word;
  if (known.length < 4 || SPELLINGS.get(known) === known) return known;
  const spelt = known.length > 6 ? known.replace(/is(e[drs]?s?|ing|ations?)$/u, 'iz$1') : known;
  const one = singular(spelt);
  const root = SPELLINGS.get(one) ?? one;
  if (NOUNS_IN_ING.has(root)) return root;
  if (root.endsWith('tting') && NOUNS_IN_ING.has(root.replace('tting', 'ting'))) return root.replace('tting', 'ting');
  return withoutSilentE(bare(root));
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ie') && word.length > 4) return `${word.slice(0, -2)}y`;
  return word.endsWith('s') && !/(?:ss|us|is)$/u.test(word) ? word.slice(0, -1) : word;
}

function bare(word: string): string {
  if (word.endsWith('ied') && word.length > 5) return `${word.slice(0, -3)}y`;
  const ending = /(?<=[aeiouy].*)(?:ing|(?<!e)ed)$/u.exec(word);
  if (ending === null || word.length < 6) return word;
  const root = word.slice(0, ending.index);
  return root.replace(/([bdfgkmnprt])\1$/u, '$1').replace(/(?<=[aeiouy][^aeiouy]+[aeiouy])ll$/u, 'l');
}

function withoutSilentE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}

const SUFFIX = /(?:ers?|ors?|ists?|ians?)$/u;
const SHORTEST_ROOT = 4;
/** Named by their ending, but no people who do it. */
const NOT_DOERS = new Set(
  `computer officer proper charter porter reactor recorder winner drawer locker pastor planner trailer stripper shipper counter
  later longer bearer rounder simmer super supper slider steamer breaker number paper corner matter water letter master power
  tower flower shower poster sweater leather weather former other together`.split(/\s+/u),
);

/** What somebody does, out of what they are: "surfer" → surf, "cyclist" → cycl; null for what has no such ending. */
export function rootOf(unit: string): string | null {
  const root = unit.replace(SUFFIX, '');
  if (root === unit || root.length < SHORTEST_ROOT || NOT_DOERS.has(unit)) return null;
  return root.replace(/([bdgmnpt])\1$/u, '$1');
}

/** Says nothing about what is sought: everybody seeks "people who can help". */
export const EMPTY: ReadonlySet<string> = new Set(
  `i im ive id we were you he she they me us him them it to for of in on at by with from and or not but if than then also
  who whom whose that which this these those is are am be been being was can could would will shall should may might must
  want wanna need look seek find get getting make start someone somebody anybody anyone everyone person man woman guy folk
  good great real new best better more most very really quite nice happy keen love like fun interest interested passionate
  curious excited serious friendly open free local fellow similar same different other another others each every all both
  help helping helped about into onto near around over under how what where when why while as have has having had do doing
  does did done go going come no so up out off one two three few lot many much several various first second next last
  experience experienced experiencing advice tip support contact connect connection introduce introduction intro group team
  member talk chat speak discuss discussion conversation exchange meet meeting join share sharing show tell ask explain
  learn learning improve improving practice study give offer provide offering providing bring take try trying know
  knowing understand knowledge background skill skilled expert expertise specialist professional pro master native fluent
  senior junior level beginner intermediate advanced amateur company business work working worked start idea thing stuff
  question project plan planning currently now soon today tomorrow tonight weekend week month year years day daily time
  part full long short term small big large early late stage young old based live living life move moving use using
  beijing shanghai shenzhen guangzhou hangzhou chengdu china chinese-speaking english-speaking city town area place
  hello hi hey please thanks thank welcome let lets dont doesnt cant wont just only maybe perhaps especially mainly mostly
  etc too well still already again back away together potential possible available around here there because related via
  per custom head director chief owner worker staff between across within without after before during through against among kind sort type bit side hand way own`
    .split(/\s+/u)
    .map(stem),
);
const EMPTY_HAN =
  /(?:想要?|希望|需要|寻找|正在|认识|结识|一起|一个|一些|可以|能够?|懂得?|会|找|的|了|和|与|或|在|做|有|人|我们?|你们?|您|是|帮忙?|帮助|相关|方面|朋友|经验|资源|公司|聊聊?|交流|分享|讨论|请教|合作|提供|欢迎|喜欢|感兴趣|对|从事|行业|领域|如何|怎么|怎样|什么|哪里|以及|还有|目前|现在|专业|资深|靠谱|优秀|北京|上海|中国)/gu;

/** Words that are spelt right, whatever the vocabulary says: no slips are looked for in them. */
export const EVERYDAY_WORDS: readonly string[] = [...EMPTY, ...SPELLINGS.keys()];

/** "it", but not "IT". */
export function isEmpty({ unit, capital }: Token): boolean {
  return EMPTY.has(unit) && !capital;
}

/** Words and pairs of characters that a free text matches by, where no concept covers it. */
export function freeTerms(text: readonly Token[]): string[] {
  const terms = new Set<string>();
  let run = '';
  const endRun = () => {
    for (const part of run.replace(EMPTY_HAN, ' ').split(' ')) {
      if (part.length === 1) terms.add(part);
      for (let at = 0; at + 1 < part.length; at++) terms.add(part.slice(at, at + 2));
    }
    run = '';
  };
  for (const { unit, han, gap } of text) {
    if (gap !== 'none' || !han) endRun();
    if (han) run += unit;
    else if (unit.length > 1 && !EMPTY.has(unit)) terms.add(unit);
  }
  endRun();
  return [...terms];
}
