import type { CommonalityKind, GoalKind, Locale, Suggestion } from '@teabreak/shared';
import { cleanLine, fold } from '../../common/text-fold.js';
import type { Help, MatchSuggestion } from './candidates.js';

export type Reason = Suggestion['reasons'][number];
/** Names and goals as the reader may see them. `via` are the introducers' names, in the suggestion's order. */
export type ReasonContext = {
  name: string;
  via: readonly string[];
  myKind: GoalKind | null;
  theirKind: GoalKind | null;
};

const LONGEST_QUOTE = 70;

/** Why these two (M8), in the reader's language, in both people's own words; strongest first. */
export function reasonTexts(suggestion: MatchSuggestion, context: ReasonContext, locale: Locale): Reason[] {
  const say = locale === 'zh-CN' ? CHINESE : ENGLISH;
  const { name, via } = context;
  const reasons: Reason[] = [];
  const both = bothSeek(suggestion);
  if (both !== null) reasons.push({ kind: 'helps-you', text: say.bothSeek(name, quote(both)) });
  if (suggestion.helpsMe !== null && both === null) {
    reasons.push({ kind: 'helps-you', text: say.helpsYou(name, quoted(suggestion.helpsMe), hires(context.theirKind)) });
  }
  if (suggestion.iHelp !== null && both === null) {
    reasons.push({ kind: 'you-help', text: say.youHelp(name, quoted(suggestion.iHelp), hires(context.myKind)) });
  }
  for (const common of suggestion.commons) {
    reasons.push({ kind: 'common', text: say.common(name, common.kind, shared(common, say), common.same) });
  }
  if (via.length > 0) reasons.push({ kind: 'warm-path', text: say.warmPath(via.slice(0, 2)) });
  if (suggestion.bridge) reasons.push({ kind: 'bridge', text: say.bridge });
  return reasons;
}

/** One thing to say first, in the reader's language; it gives before it asks. */
export function openingLine(suggestion: MatchSuggestion, context: ReasonContext, locale: Locale): string {
  const say = locale === 'zh-CN' ? CHINESE : ENGLISH;
  const { name } = context;
  const [get, give] = [suggestion.helpsMe, suggestion.iHelp];
  const both = bothSeek(suggestion);
  if (both !== null) return say.openBoth(name, quote(both));
  if (give !== null && get !== null && fold(give.theirs) === fold(get.mine)) return say.openAlike(name, quoted(give));
  if (give?.as === 'wish') return say.openWish(name, quoted(give));
  if (give !== null && get !== null) return say.openMutual(name, quoted(give), quoted(get));
  if (get !== null) return say.openAsk(name, quoted(get));
  if (give !== null) return say.openGive(name, quoted(give));
  const [common] = suggestion.commons;
  return common === undefined
    ? say.openPlain(name)
    : say.openCommon(name, common.kind, quote(common.theirs), common.same);
}

/** Two who came for the same thing to do together: one sentence, not two that say the same. */
function bothSeek({ helpsMe, iHelp }: MatchSuggestion): string | null {
  if (helpsMe?.as !== 'wish' || iHelp?.as !== 'wish') return null;
  return new Set([helpsMe.mine, helpsMe.theirs, iHelp.mine, iHelp.theirs].map(fold)).size === 1 ? helpsMe.mine : null;
}

function hires(kind: GoalKind | null): boolean {
  return kind === 'hire';
}

function quote(text: string): string {
  return `“${text.length > LONGEST_QUOTE ? `${cleanLine(text, LONGEST_QUOTE - 1)}…` : text}”`;
}

type Quoted = { mine: string; theirs: string; as: Help['as']; alike: boolean };

function quoted({ mine, theirs, as }: Help): Quoted {
  return { mine: quote(mine), theirs: quote(theirs), as, alike: fold(mine) === fold(theirs) };
}

function shared({ mine, theirs, same }: MatchSuggestion['commons'][number], say: Sayings): string {
  if (fold(mine) === fold(theirs)) return quote(theirs);
  return same ? say.same(quote(mine), quote(theirs)) : say.near(quote(mine), quote(theirs));
}

type Sayings = {
  /** The other's words for the same thing, in brackets; the other of two things that only lie near each other. */
  same: (one: string, other: string) => string;
  near: (one: string, other: string) => string;
  bothSeek: (name: string, what: string) => string;
  openBoth: (name: string, what: string) => string;
  openAlike: (name: string, give: Quoted) => string;
  helpsYou: (name: string, words: Quoted, theyHire: boolean) => string;
  youHelp: (name: string, words: Quoted, iHire: boolean) => string;
  common: (name: string, kind: CommonalityKind, what: string, same: boolean) => string;
  warmPath: (names: readonly string[]) => string;
  bridge: string;
  openWish: (name: string, give: Quoted) => string;
  openMutual: (name: string, give: Quoted, get: Quoted) => string;
  openAsk: (name: string, get: Quoted) => string;
  openGive: (name: string, give: Quoted) => string;
  openCommon: (name: string, kind: CommonalityKind, what: string, same: boolean) => string;
  openPlain: (name: string) => string;
};

const ENGLISH: Sayings = {
  same: (one, other) => `${one} (${other})`,
  near: (one, other) => `${one} and ${other}`,
  bothSeek: (name, what) => `You and ${name} are both looking for ${what}.`,
  openBoth: (name, what) => `Hi ${name}, I see we are both looking for ${what}. Shall we join forces?`,
  openAlike: (name, give) =>
    `Hi ${name}, we are both looking for ${give.theirs}, and ${mySide(give)}. Shall we talk for five minutes?`,
  helpsYou: (name, { mine, theirs, as, alike }, theyHire) => {
    if (as === 'language') return `You would like to practise ${mine}; ${name} speaks ${theirs}.`;
    if (as === 'wish')
      return `You are looking for ${mine}; ${name} is ${theyHire ? 'hiring' : 'looking for'} ${theirs}.`;
    return alike
      ? `${name} offers just what you are looking for: ${mine}.`
      : `You are looking for ${mine}; ${name} offers ${theirs}.`;
  },
  youHelp: (name, { mine, theirs, as, alike }, iHire) => {
    if (as === 'language') return `${name} would like to practise ${theirs}; you speak ${mine}.`;
    if (as === 'wish') return `${name} is looking for ${theirs}; you are ${iHire ? 'hiring' : 'looking for'} ${mine}.`;
    return alike
      ? `You offer just what ${name} is looking for: ${mine}.`
      : `${name} is looking for ${theirs}; you offer ${mine}.`;
  },
  common: (_, kind, what, same) => {
    switch (kind) {
      case 'hometown':
      case 'ancestral-home':
        return same ? `You both come from ${what}.` : `You come from the same region or country: ${what}.`;
      case 'lives-in':
        return same ? `You both live in ${what}.` : `You live in the same region: ${what}.`;
      case 'lived-in':
        return same ? `You have both lived in ${what}.` : `You have lived in the same region: ${what}.`;
      case 'school':
        return `You went to the same school: ${what}.`;
      case 'company':
        return `You have an employer in common: ${what}.`;
      case 'industry':
        return `You work in the same field: ${what}.`;
      case 'speaks':
        return `You both speak ${what}.`;
      case 'learns':
        return `You are both learning ${what}.`;
      case 'interest':
        return `You both enjoy ${what}.`;
    }
  },
  warmPath: ([first = '', second]) =>
    second === undefined
      ? `${first} knows you both and could introduce you.`
      : `${first} and ${second} know you both and could introduce you.`,
  bridge: 'From outside your own circle: somebody you would hardly meet otherwise.',
  openWish: (name, give) =>
    `Hi ${name}, you are looking for ${give.theirs}, and I am looking for ${give.mine}. Shall we talk for five minutes?`,
  openMutual: (name, give, get) =>
    `Hi ${name}, you are looking for ${give.theirs}, and ${mySide(give)} – I am looking for ${get.mine} myself. Shall we talk for five minutes?`,
  openAsk: (name, get) =>
    `Hi ${name}, I am looking for ${get.mine} and read ${theirSide(get)}. May I ask you about it?`,
  openGive: (name, give) =>
    `Hi ${name}, I read that you are looking for ${give.theirs}. ${upper(mySide(give))}: can I be of help?`,
  openCommon: (name, kind, what, same) => {
    if (kind === 'hometown' || kind === 'ancestral-home') {
      return `Hi ${name}, you come from ${what}? ${same ? 'So do I!' : 'I am from not so far away!'} What brought you here?`;
    }
    if (kind === 'school') return `Hi ${name}, I see we both went to ${what}. When were you there?`;
    if (kind === 'speaks' || kind === 'learns')
      return `Hi ${name}, I see we share a language, ${what}. How did you come to it?`;
    return `Hi ${name}, I see we share something: ${what}. How did you come to it?`;
  },
  openPlain: (name) => `Hi ${name}, what brought you here today?`,
};

function mySide({ mine, as }: Quoted): string {
  return as === 'language' ? `I speak ${mine}` : `I can offer ${mine}`;
}

function theirSide({ theirs, as }: Quoted): string {
  if (as === 'language') return `that you speak ${theirs}`;
  return as === 'wish' ? `that you are looking for ${theirs}` : `that you offer ${theirs}`;
}

function upper(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

const CHINESE: Sayings = {
  same: (one, other) => `${one}（${other}）`,
  near: (one, other) => `${one}和${other}`,
  bothSeek: (name, what) => `你和${name}都在找${what}。`,
  openBoth: (name, what) => `${name}您好，看到我们都在找${what}，要不要一起？`,
  openAlike: (name, give) => `${name}您好，看到我们都在找${give.theirs}，${myChineseSide(give)}。能聊五分钟吗？`,
  helpsYou: (name, { mine, theirs, as, alike }, theyHire) => {
    if (as === 'language') return `你想练习${mine}，${name}会说${theirs}。`;
    if (as === 'wish') return `你在找${mine}，${name}正在${theyHire ? '招' : '找'}${theirs}。`;
    return alike ? `${name}能提供的正是你在找的：${mine}。` : `你在找${mine}，${name}可以提供${theirs}。`;
  },
  youHelp: (name, { mine, theirs, as, alike }, iHire) => {
    if (as === 'language') return `${name}想练习${theirs}，你会说${mine}。`;
    if (as === 'wish') return `${name}在找${theirs}，你正在${iHire ? '招' : '找'}${mine}。`;
    return alike ? `你能提供的正是${name}在找的：${mine}。` : `${name}在找${theirs}，你可以提供${mine}。`;
  },
  common: (name, kind, what, same) => {
    switch (kind) {
      case 'hometown':
      case 'ancestral-home':
        return same ? `你和${name}是同乡：${what}。` : `你和${name}来自同一地区或国家：${what}。`;
      case 'lives-in':
        return same ? `你和${name}住在同一个地方：${what}。` : `你和${name}住在同一地区：${what}。`;
      case 'lived-in':
        return same ? `你和${name}住过同一个地方：${what}。` : `你和${name}住过同一地区：${what}。`;
      case 'school':
        return `你和${name}是校友：${what}。`;
      case 'company':
        return `你和${name}有同一家公司的经历：${what}。`;
      case 'industry':
        return `你和${name}是同行：${what}。`;
      case 'speaks':
        return `你和${name}都会说${what}。`;
      case 'learns':
        return `你和${name}都在学${what}。`;
      case 'interest':
        return `你和${name}都喜欢${what}。`;
    }
  },
  warmPath: (names) => `${names.join('、')}认识你们两位，可以帮忙引见。`,
  bridge: '来自你的圈子之外：平时不容易遇到的人。',
  openWish: (name, give) => `${name}您好，看到您在找${give.theirs}，我正好在找${give.mine}。能聊五分钟吗？`,
  openMutual: (name, give, get) =>
    `${name}您好，看到您在找${give.theirs}，${myChineseSide(give)}；我自己也在找${get.mine}。能聊五分钟吗？`,
  openAsk: (name, get) => `${name}您好，我在找${get.mine}，看到${theirChineseSide(get)}，想向您请教一下，方便吗？`,
  openGive: (name, give) => `${name}您好，看到您在找${give.theirs}，${myChineseSide(give)}，也许能帮上忙？`,
  openCommon: (name, kind, what, same) => {
    if (kind === 'hometown' || kind === 'ancestral-home') {
      return `${name}您好，您的家乡是${what}？${same ? '我也是！' : '我们离得不算远！'}是什么机缘来到这里的？`;
    }
    if (kind === 'school') return `${name}您好，原来我们是${what}的校友，您是哪一年的？`;
    if (kind === 'speaks' || kind === 'learns') return `${name}您好，看到我们都会一点${what}，您是怎么开始的？`;
    return `${name}您好，看到我们有个共同点：${what}。您是怎么开始的？`;
  },
  openPlain: (name) => `${name}您好，今天是什么把您带到这里来的？`,
};

function myChineseSide({ mine, as }: Quoted): string {
  return as === 'language' ? `我会说${mine}` : `我可以提供${mine}`;
}

function theirChineseSide({ theirs, as }: Quoted): string {
  if (as === 'language') return `您会说${theirs}`;
  return as === 'wish' ? `您在找${theirs}` : `您可以提供${theirs}`;
}
