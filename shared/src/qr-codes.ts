/** What the text of a scanned code is, told by the text alone. Nothing is fetched. */

const PAYMENT: readonly RegExp[] = [
  /^(?:wxp|alipays?|alipayqr|upwrp|upwallet):/iu,
  /^weixin:\/\/wxpay/iu,
  /^https?:\/\/(?:qr|mobilecodec|render|ds)\.alipay\.com\//iu,
  /^https?:\/\/(?:payapp|qr|wx|pay)\.(?:weixin|wechat|tenpay)\.(?:qq\.)?com\//iu,
  /^https?:\/\/(?:qr\.95516\.com|i\.qianbao\.qq\.com|qpay\.qq\.com|paypal\.me|www\.paypal\.com|qr\.kakaopay\.com)\//iu,
];

/** WeChat's own, the older form of it, and WeCom's. */
const WECHAT_PERSON: readonly RegExp[] = [
  /^https?:\/\/u\.wechat\.com\/[\w-]{8,64}(?:\?s=\d{1,2})?$/u,
  /^https?:\/\/weixin\.qq\.com\/r\/[\w-]{6,64}$/u,
  /^https?:\/\/work\.weixin\.qq\.com\/(?:u|ca)\/[\w-]{6,64}(?:\?v=[\w.]{1,24})?$/u,
];
const WECHAT_GROUP = /^https?:\/\/(?:weixin\.qq\.com\/g|work\.weixin\.qq\.com\/gm)\//u;

export type WeChatCode =
  | { ok: true; value: string }
  | { ok: false; reason: 'payment_code' | 'group_code' | 'no_wechat_code' };

export function isPaymentCode(text: string): boolean {
  return PAYMENT.some((form) => form.test(text));
}

/** The code by which somebody is added as a friend in WeChat; its text stays as it is, so that a code drawn anew says the same (C3). */
export function weChatCode(text: string): WeChatCode {
  const value = text.normalize('NFKC').trim();
  if (isPaymentCode(value)) return { ok: false, reason: 'payment_code' };
  if (WECHAT_GROUP.test(value)) return { ok: false, reason: 'group_code' };
  return WECHAT_PERSON.some((form) => form.test(value)) ? { ok: true, value } : { ok: false, reason: 'no_wechat_code' };
}
