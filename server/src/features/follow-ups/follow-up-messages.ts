import type { Locale, MessageKind } from '@teabreak/shared';
import { CHINESE_MESSAGES } from './messages-chinese.js';
import { ENGLISH_MESSAGES } from './messages-english.js';

/** What a message may speak of: what the two said at the event, never a note (F1). */
export interface MessageFacts {
  /** Of the person it goes to, and of the one who writes. */
  name: string;
  me: string;
  eventTitle: string;
  /** Day of the talk, and days since. */
  metOn: string;
  daysAgo: number;
  /** What they seek, in their own words, already quoted; '' where they said nothing. */
  seeks: string;
  /** My own open promise, as I wrote it down for myself; it goes into my own message. */
  promise: string;
  /** F4: somebody of my circle who fits. */
  friend: { name: string; seeks: string; offers: string; theySeek: boolean } | null;
}
export type Message = (facts: MessageFacts) => string;
export type Messages = Record<MessageKind, Message>;

const MESSAGES: Record<Locale, Messages> = { en: ENGLISH_MESSAGES, 'zh-CN': CHINESE_MESSAGES };
const BY_STEP = ['thank-you', 'share', 'catch-up', 'keep-warm'] as const satisfies MessageKind[];

/** F3: what fits best comes first; a favour is asked last, and only what can be said is offered. */
export function messagesFor(step: number, facts: MessageFacts): { kind: MessageKind; text: Record<Locale, string> }[] {
  const usual = BY_STEP[step] ?? 'keep-warm';
  const kinds: MessageKind[] = [
    ...(facts.promise === '' ? [] : ['promise' as const]),
    usual,
    ...(facts.friend ? ['introduce' as const] : []),
    ...BY_STEP.filter((kind) => kind !== usual && (kind !== 'thank-you' || facts.daysAgo < 7)),
    'ask-favour',
  ];
  return kinds.map((kind) => ({
    kind,
    text: { en: MESSAGES.en[kind](facts), 'zh-CN': MESSAGES['zh-CN'][kind](facts) },
  }));
}
