import { isPaymentCode, weChatCode } from '@teabreak/shared/qr-codes';

describe('C1: what a photo of a code may be on a card', () => {
  it.each([
    'https://u.wechat.com/MAbcDEF_0123456789-xyz',
    'https://u.wechat.com/MAbcDEF_0123456789-xyz?s=2',
    'http://weixin.qq.com/r/abcDEF123',
    'https://work.weixin.qq.com/u/vc0123456789abcdef?v=4.1.20.6024',
    'https://work.weixin.qq.com/ca/cawcde0123456789',
  ])('%s stays as it is', (text) => expect(weChatCode(` ${text} `)).toEqual({ ok: true, value: text }));

  it.each([
    ['wxp://f2f0abcdefghijkl', 'payment_code'],
    ['https://qr.alipay.com/fkx0000', 'payment_code'],
    ['HTTPS://QR.ALIPAY.COM/FKX0000', 'payment_code'],
    ['https://wx.tenpay.com/f2f?t=x', 'payment_code'],
    ['https://weixin.qq.com/g/AbCdEfGhIjKlMnOp', 'group_code'],
    ['https://work.weixin.qq.com/gm/0123456789abcdef0123456789abcdef', 'group_code'],
    ['https://u.wechat.com.evil.example/MAbcDEF0123', 'no_wechat_code'],
    ['https://evil.example/?https://u.wechat.com/MAbcDEF0123', 'no_wechat_code'],
    ['https://user@u.wechat.com/MAbcDEF0123', 'no_wechat_code'],
    ['javascript:alert(1)', 'no_wechat_code'],
    ['WIFI:S:venue;T:WPA;P:tea;;', 'no_wechat_code'],
    ['', 'no_wechat_code'],
  ])('%s is refused: %s', (text, reason) => expect(weChatCode(text)).toEqual({ ok: false, reason }));

  it('a payment code is known by its text', () => {
    expect(isPaymentCode('wxp://f2f0')).toBe(true);
    expect(isPaymentCode('https://u.wechat.com/MAbcDEF0123')).toBe(false);
  });
});
