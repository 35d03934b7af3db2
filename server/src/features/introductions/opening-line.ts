import type { Goal, Locale } from '@teabreak/shared';

export interface Opening {
  /** Name of whoever brought the two together. */
  introducer: string;
  /** What the other one came for. */
  goal: Goal | null;
  locale: Locale;
}

/** What to say first (I7), in the reader's language and, where there is something to quote, in the other one's own words. */
export function openingLine({ introducer, goal, locale }: Opening): string {
  const [seeks, offers, sentence] = [goal?.seeks[0], goal?.offers[0], goal?.sentence];
  if (locale === 'en') {
    if (seeks) return `${introducer} thought we should meet. You are looking for “${seeks}”: what would help you most?`;
    if (offers) return `${introducer} told me that you know about “${offers}”. How did you get into it?`;
    if (sentence) return `${introducer} thought we should meet. You wrote “${sentence}”: how did that come about?`;
    return `${introducer} thought we should meet. What brought you here today?`;
  }
  if (seeks) return `${introducer}觉得我们该认识一下。听说您在找“${seeks}”，现在最需要哪方面的帮助？`;
  if (offers) return `${introducer}说您很懂“${offers}”，您是怎么开始做这个的？`;
  if (sentence) return `${introducer}觉得我们该认识一下。您写道“${sentence}”，能多聊聊吗？`;
  return `${introducer}觉得我们该认识一下。您今天是为什么来的呢？`;
}
