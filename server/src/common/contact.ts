import type { ContactKind } from '@teabreak/shared';
import { weChatCode } from '@teabreak/shared/qr-codes';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { fold, halfWidth } from './text-fold.js';

export type NormalisedContact =
  | { ok: true; value: string; warning?: 'unusual_wechat_id' }
  | { ok: false; reason: 'invalid_phone' | 'invalid_email' | 'invalid_link' | 'invalid_wechat_code' | 'required' };

/** One @, a dot in the domain, no spaces: anything cleverer refuses addresses that work. */
const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;
const WECHAT_ID = /^[A-Za-z][A-Za-z0-9_-]{5,19}$/u;

/**
 * A contact in the one form it is stored and compared in. Phones become E.164 (China where no country is given), e-mail
 * lower case. A WeChat ID never fails: people are also found by phone or QQ number, so an unusual one only warns.
 */
export function normaliseContact(kind: ContactKind, typed: string): NormalisedContact {
  const value = halfWidth(typed);
  if (value === '') return { ok: false, reason: 'required' };
  switch (kind) {
    case 'phone':
      return phone(value);
    case 'email':
      return email(value);
    case 'link':
      return link(value);
    case 'wechat':
      return WECHAT_ID.test(value) ? { ok: true, value } : { ok: true, value, warning: 'unusual_wechat_id' };
    case 'wechat-qr':
      return weChatQr(value);
  }
}

function weChatQr(value: string): NormalisedContact {
  const code = weChatCode(value);
  return code.ok ? code : { ok: false, reason: 'invalid_wechat_code' };
}

function phone(value: string): NormalisedContact {
  const parsed = parsePhoneNumberFromString(value, 'CN');
  return parsed?.isValid() ? { ok: true, value: parsed.number } : { ok: false, reason: 'invalid_phone' };
}

function email(value: string): NormalisedContact {
  const address = fold(value);
  const dots = /^\.|\.\.|\.@/u.test(address);
  return EMAIL.test(address) && !dots && address.length <= 254
    ? { ok: true, value: address }
    : { ok: false, reason: 'invalid_email' };
}

function link(value: string): NormalisedContact {
  const text = /^[a-z][a-z0-9+.-]*:/iu.test(value) ? value : `https://${value}`;
  if (!URL.canParse(text)) return { ok: false, reason: 'invalid_link' };
  const url = new URL(text);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.username === '' && url.hostname.includes('.')
    ? { ok: true, value: url.href }
    : { ok: false, reason: 'invalid_link' };
}
