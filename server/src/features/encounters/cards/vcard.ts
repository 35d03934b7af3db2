import type { Locale, TypedContactKind } from '@teabreak/shared';
import { contentLines, escapeText } from '../../../common/content-lines.js';

export interface VCard {
  name: string;
  /** Empty: none. */
  headline: string;
  /** Without the WeChat code: no address book holds one. */
  contacts: readonly { kind: TypedContactKind; value: string }[];
  note: string;
}

/**
 * A vCard 3.0, the version every phone reads. WeChat has no property of its own: X-SOCIALPROFILE is what address books show
 * under that name, and the note carries the ID for those that drop it.
 */
export function vcard({ name, headline, contacts, note }: VCard): string {
  return contentLines([
    'BEGIN:VCARD',
    'VERSION:3.0',
    // Chinese and Latin names cannot be split reliably: the whole name is the family name, FN is what is shown.
    `N:${escapeText(name)};;;;`,
    `FN:${escapeText(name)}`,
    ...(headline === '' ? [] : [`TITLE:${escapeText(headline)}`]),
    ...contacts.map(contactLine),
    `NOTE:${escapeText(note)}`,
    'END:VCARD',
  ]);
}

export interface Meeting {
  eventTitle: string;
  /** IANA zone of the event: the day is the one on its wall calendar. */
  timeZone: string;
  at: Date;
  contacts: VCard['contacts'];
  locale: Locale;
}

/** "WeChat: id · met at EVENT, DATE" in the reader's language: what one looks for in an address book weeks later. */
export function metAtNote({ eventTitle, timeZone, at, contacts, locale }: Meeting): string {
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long', timeZone }).format(at);
  const wechat = contacts.filter(({ kind }) => kind === 'wechat').map(({ value }) => value);
  return locale === 'en'
    ? [...wechat.map((id) => `WeChat: ${id}`), `met at ${eventTitle}, ${date}`].join(' · ')
    : [...wechat.map((id) => `微信：${id}`), `${date}在「${eventTitle}」认识`].join(' · ');
}

function contactLine({ kind, value }: VCard['contacts'][number]): string {
  switch (kind) {
    case 'phone':
      return `TEL;TYPE=CELL:${escapeText(value)}`;
    case 'email':
      return `EMAIL;TYPE=INTERNET:${escapeText(value)}`;
    case 'link':
      return `URL:${escapeText(value)}`;
    case 'wechat':
      return `X-SOCIALPROFILE;TYPE=wechat:${escapeText(value)}`;
  }
}
