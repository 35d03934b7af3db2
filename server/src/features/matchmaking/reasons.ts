import type { GoalKind, Locale, Suggestion } from '@teabreak/shared';
import { nameIn, offerIn, wishIn } from '../../common/own-words/own-words.js';
import type { OwnWords } from '../../common/own-words/shape.js';
import { fold } from '../../common/text-fold.js';
import type { Help, MatchSuggestion } from './candidates.js';
import { CHINESE } from './reasons-chinese.js';
import { ENGLISH } from './reasons-english.js';
import type { Hiring, Introducer, Sayings, ToldCommon, ToldHelp } from './sayings.js';

export type Reason = Suggestion['reasons'][number];
/** Names and goals as the reader may see them. `via` are the introducers, in the suggestion's order. */
export type ReasonContext = {
  name: string;
  via: readonly Introducer[];
  myKind: GoalKind | null;
  theirKind: GoalKind | null;
};

const SAYINGS: Record<Locale, Sayings> = { en: ENGLISH, 'zh-CN': CHINESE };

/** Why these two (M8), in the reader's language, in both people's own words; strongest first. */
export function reasonTexts(suggestion: MatchSuggestion, context: ReasonContext, locale: Locale): Reason[] {
  const say = SAYINGS[locale];
  const { name, via } = context;
  const reasons = directions(suggestion, context, say);
  for (const common of suggestion.commons) reasons.push({ kind: 'common', text: say.common(name, toldCommon(common)) });
  if (via.length > 0) reasons.push({ kind: 'warm-path', text: say.warmPath(via) });
  if (suggestion.bridge) reasons.push({ kind: 'bridge', text: say.bridge });
  return reasons;
}

/** M1: two separate statements, or one where both say the same. */
function directions({ helpsMe, iHelp }: MatchSuggestion, context: ReasonContext, say: Sayings): Reason[] {
  const { name } = context;
  const [get, give] = [helpsMe && toldGet(helpsMe), iHelp && toldGive(iHelp)];
  const oneTalk = isOneTalk(helpsMe, iHelp);
  if (get && oneTalk && context.myKind === context.theirKind) {
    return [{ kind: 'together', text: say.together(name, get) }];
  }
  const reasons: Reason[] = [];
  if (get) reasons.push({ kind: 'helps-you', text: say.helpsYou(name, get, hiring(context)) });
  if (give) {
    const text = oneTalk ? say.youFit(name, give, hiring(context)) : say.youHelp(name, give, hiring(context));
    reasons.push({ kind: 'you-help', text });
  }
  return reasons;
}

/** One thing to say first, in the reader's language: one sentence, which gives before it asks. */
export function openingLine(suggestion: MatchSuggestion, context: ReasonContext, locale: Locale): string {
  const say = SAYINGS[locale];
  const { name } = context;
  const { helpsMe, iHelp } = suggestion;
  const [get, give] = [helpsMe && toldGet(helpsMe), iHelp && toldGive(iHelp)];
  if (get && isOneTalk(helpsMe, iHelp) && context.myKind === context.theirKind) return say.openTogether(name, get);
  const wish = give ?? get;
  if (wish?.as === 'wish') return say.openWish(name, wish, hiring(context));
  if (get && give) {
    if (get.as === 'language' && give.as === 'language') return say.openExchange(name, give, get);
    const bothSeek = fold(helpsMe?.mine ?? '') === fold(iHelp?.theirs ?? '');
    return bothSeek && give.as === 'offer' ? say.openAlike(name, give) : say.openMutual(name, give, get);
  }
  if (get) return say.openAsk(name, get);
  if (give) return say.openGive(name, give);
  const [common] = suggestion.commons;
  return common === undefined ? say.openPlain(name) : say.openCommon(name, toldCommon(common));
}

/** Each is the other's answer by one and the same pair of wishes: two who want to hike, a job and who gives it. */
function isOneTalk(one: Help | null, other: Help | null): boolean {
  if (one?.as !== 'wish' || other?.as !== 'wish') return false;
  return fold(one.mine) === fold(other.mine) && fold(one.theirs) === fold(other.theirs);
}

function hiring({ myKind, theirKind }: ReasonContext): Hiring {
  return { iHire: myKind === 'hire', theyHire: theirKind === 'hire' };
}

function toldGet({ mine, theirs, as }: Help): ToldHelp {
  const gift = as === 'wish' ? wishIn(theirs) : offerIn(theirs);
  return { ...told(wishIn(mine), gift), as, ...languages(mine, theirs) };
}

function toldGive({ mine, theirs, as }: Help): ToldHelp {
  const gift = as === 'wish' ? wishIn(mine) : offerIn(mine);
  return { ...told(gift, wishIn(theirs)), as, ...languages(theirs, mine) };
}

function told(mine: OwnWords, theirs: OwnWords): Pick<ToldHelp, 'mine' | 'theirs' | 'alike'> {
  return { mine, theirs, alike: fold(mine.quoted) === fold(theirs.quoted) };
}

/** "English", but not "English teacher" or "speak more English". */
const MORE_THAN_A_LANGUAGE =
  /teach|tutor|partner|exchange|buddy|coach|lesson|class|course|practi[cs]e|conversation|speak|tandem|corner|club|friend|native|老师|教师|家教|伙伴|搭子|语伴|课|角|班|陪|练|学|说|讲|交换|交流|朋友|母语/iu;

function languages(learnt: string, spoken: string): { practises: string | null; speaks: string } {
  const { shape, brief } = wishIn(learnt);
  const isName = shape === 'thing' && brief && !MORE_THAN_A_LANGUAGE.test(withoutLevel(learnt));
  return { practises: isName ? nameIn(withoutLevel(learnt)) : null, speaks: nameIn(withoutLevel(spoken)) };
}

/** "中文 (HSK 4)" → 中文. */
function withoutLevel(language: string): string {
  return language.replace(/(?<=\S)\s*[(（][^)）]*[)）]/gu, '');
}

function toldCommon({ kind, mine, theirs, same }: MatchSuggestion['commons'][number]): ToldCommon {
  const isLanguage = kind === 'speaks' || kind === 'learns';
  const [one, other] = [mine, theirs].map((text) => nameIn(isLanguage ? withoutLevel(text) : text)) as [string, string];
  return { kind, mine: one, theirs: other, alike: fold(one) === fold(other), same };
}
