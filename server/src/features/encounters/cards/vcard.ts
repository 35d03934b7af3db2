import type { ContactKind, Locale } from '@teabreak/shared';

export interface VCard {
  name: string;
  /** Empty: none. */
  headline: string;
  contacts: readonly { kind: ContactKind; value: string }[];
  note: string;
}

/** RFC 2426 says octets, not characters, line break excluded. */
const LINE_OCTETS = 75;

/**
 * A vCard 3.0, the version every phone reads. WeChat has no property of its own: X-SOCIALPROFILE is what address books show
 * under that name, and the note carries the ID for those that drop it.
 */
export function vcard({ name, headline, contacts, note }: VCard): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // Chinese and Latin names cannot be split reliably: the whole name is the family name, FN is what is shown.
    `N:${escapeText(name)};;;;`,
    `FN:${escapeText(name)}`,
    ...(headline === '' ? [] : [`TITLE:${escapeText(headline)}`]),
    ...contacts.map(contactLine),
    `NOTE:${escapeText(note)}`,
    'END:VCARD',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
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

function escapeText(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&').replace(/\r\n?|\n/gu, '\\n');
}

/** Breaks a long line where no character is torn apart; what follows starts with a space. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      // The space that marks a continuation counts.
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
