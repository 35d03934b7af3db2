import fc from 'fast-check';
import { recogniseGroupLink } from './group-link.js';

const TOKEN_64 = 'dSWycjL1lZkDxEvQ2Uf8og9JceND7dCMhmVxXDmDK261pLxSz6iLBoe7e_qGveMe';
const SIGNAL = 'https://signal.group/#nGjPaHGkCldjufg59ietjJxuNmGGGZplTLLeiwEtVvzuYplTThQTxxHA2OstfbvAo1r79ALO';

describe('Q2: a group’s link is recognised', () => {
  it.each([
    ['wechat', 'https://weixin.qq.com/g/3wEH_V2sL8q3SQAJ'],
    ['wechat', `https://weixin.qq.com/g/${TOKEN_64}`],
    ['wecom', 'https://work.weixin.qq.com/gm/a70ec7280cbcfe6ea965b295f40ad2d9'],
    ['whatsapp', 'https://chat.whatsapp.com/Kq3vG0mTzXyLwP5nR8sB1d'],
    ['whatsapp', 'https://chat.whatsapp.com/invite/Kq3vG0mTzXyLwP5nR8sB1d'],
    ['telegram', 'https://t.me/+JsY4d9o4LFChisLv'],
    ['telegram', 'https://t.me/joinchat/AAAAAEkk2WdoDrB4-Q8-gg'],
    ['telegram', 'https://telegram.me/beijing_mixers'],
    ['line', 'https://line.me/R/ti/g/AbCdEf_123'],
    ['line', 'https://line.me/ti/g2/AbCdEf_123-45'],
    ['kakaotalk', 'https://open.kakao.com/o/gAbc1234'],
    ['slack', 'https://join.slack.com/t/tea-break/shared_invite/zt-2abcdefg-hijkLMNop~qrs'],
    ['discord', 'https://discord.gg/abcDEF12'],
    ['discord', 'https://discord.com/invite/tea-break'],
    ['signal', SIGNAL],
    ['qq', 'https://qm.qq.com/q/AbCd1234'],
    ['qq', 'https://jq.qq.com/?_wv=1027&k=5AbCdEf'],
    ['feishu', 'https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=a1b2c3d4-e5f6'],
  ])('%s %s', (platform, url) => {
    expect(recogniseGroupLink(url)).toEqual({ ok: true, platform, url });
  });

  it.each([
    [' t.me/+JsY4d9o4LFChisLv\n', 'https://t.me/+JsY4d9o4LFChisLv'],
    ['tg://join?invite=JsY4d9o4LFChisLv', 'https://t.me/+JsY4d9o4LFChisLv'],
    [
      'https://CHAT.WhatsApp.com/Kq3vG0mTzXyLwP5nR8sB1d?mode=ac_t#x',
      'https://chat.whatsapp.com/Kq3vG0mTzXyLwP5nR8sB1d',
    ],
  ])('%j becomes %s', (text, url) => {
    expect(recogniseGroupLink(text)).toMatchObject({ ok: true, url });
  });
});

describe('Q2: anything else is refused with its reason', () => {
  it.each([
    ['https://u.wechat.com/mGSW4mhXT6ni39B3DEwcEEp?s=2', 'personal_code'],
    ['https://wa.me/8613812345678', 'personal_code'],
    ['https://t.me/+8613812345678901', 'personal_code'],
    ['https://line.me/ti/p/abcdefgh', 'personal_code'],
    ['BEGIN:VCARD\nFN:X', 'personal_code'],
    ['wxp://f2f0VL7F-MQ_X4x_-oYY2OL1phG3YAwhdA0GyqJnL59w', 'payment_code'],
    ['WXP://f2f0VL7F', 'payment_code'],
    ['https://qr.alipay.com/fkx12345', 'payment_code'],
    ['weixin://wxpay/bizpayurl?pr=abc', 'payment_code'],
    ['https://weixin.qq.com.evil.example/g/3wEH_V2sL8q3SQAJ', 'lookalike'],
    ['https://weixin.qq.com@evil.example/g/3wEH_V2sL8q3SQAJ', 'lookalike'],
    ['https://evil@weixin.qq.com/g/3wEH_V2sL8q3SQAJ', 'lookalike'],
    ['https://weixin-qq.com/g/3wEH_V2sL8q3SQAJ', 'lookalike'],
    ['https://welxin.qq.corn.example/g/3wEH_V2sL8q3SQAJ', 'lookalike'],
    ['https://weіxin.qq.com.ru/g/3wEH_V2sL8q3SQAJ', 'lookalike'],
    ['https://weixin.qq.com:8443/g/3wEH_V2sL8q3SQAJ', 'lookalike'],
    ['https://discord.gg.example/abcdef', 'lookalike'],
    ['http://weixin.qq.com/g/3wEH_V2sL8q3SQAJ', 'not_https'],
    ['https://weixin.qq.com/g/short', 'not_a_group'],
    ['https://mp.weixin.qq.com/s/3wEH_V2sL8q3SQAJ', 'not_a_group'],
    ['https://t.me/share', 'not_a_group'],
    ['https://signal.group/#short', 'not_a_group'],
    ['https://open.kakao.com/x', 'not_a_group'],
    ['https://example.org/', 'not_a_group'],
    ['javascript:alert(1)', 'no_link'],
    ['javascript://weixin.qq.com/g/3wEH_V2sL8q3SQAJ', 'no_link'],
    ['data:text/html,x', 'no_link'],
    ['https://weixin.qq.com\\g\\3wEH_V2sL8q3SQAJ', 'no_link'],
    ['hello', 'no_link'],
    ['', 'no_link'],
    [`https://weixin.qq.com/g/${'a'.repeat(4000)}`, 'no_link'],
  ])('%j → %s', (text, reason) => {
    expect(recogniseGroupLink(text)).toEqual({ ok: false, reason });
  });

  it('whatever the text, an accepted link is https on a known host', () => {
    const near = fc.tuple(
      fc.constantFrom('https://weixin.qq.com', 'https://t.me', 'https://signal.group', 'tg:', '//', ''),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(near, ([start, rest]) => {
        const link = recogniseGroupLink(start + rest);
        return !link.ok || /^https:\/\/(?:weixin\.qq\.com|t\.me|telegram\.(?:me|dog)|signal\.group)\//u.test(link.url);
      }),
      { numRuns: 2000 },
    );
  });
});
