import type { Goal, Locale } from '@teabreak/shared';
import { offerIn, wishIn } from '../../common/own-words/own-words.js';
import * as inChinese from '../../common/own-words/say-chinese.js';
import * as inEnglish from '../../common/own-words/say-english.js';

export interface Opening {
  /** Name of whoever brought the two together; empty where they are gone. */
  introducer: string;
  /** What the other one came for. */
  goal: Goal | null;
  locale: Locale;
}

/** What to say first (I7), in the reader's language and, where there is something to quote, in the other one's own words. */
export function openingLine({ introducer, goal, locale }: Opening): string {
  const [seeks, offers, sentence] = [goal?.seeks[0], goal?.offers[0], goal?.sentence];
  const wish = seeks || sentence;
  if (locale === 'en') {
    const { gives, wants, YOU } = inEnglish;
    const who = introducer || 'Somebody';
    if (wish) return `${who} thought we should meet: ${wants(YOU, wishIn(wish))} – what would help you most?`;
    if (offers) return `${who} told me that ${gives(YOU, offerIn(offers))} – how did you get into it?`;
    return `${who} thought we should meet – what brought you here today?`;
  }
  const { chinese, gives, wants } = inChinese;
  const thought = chinese`${introducer || '有人'}觉得我们该认识一下`;
  if (wish) return `${thought}，看到${wants('您', wishIn(wish))}，现在最需要哪方面的帮助？`;
  if (offers) return `${thought}，看到${gives('您', offerIn(offers))}，您是怎么开始做这个的？`;
  return `${thought}，您今天是怎么想到来这里的？`;
}
