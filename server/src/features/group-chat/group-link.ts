import type { GroupPlatform } from '@teabreak/shared';
import { isPaymentCode } from '@teabreak/shared/qr-codes';
import { halfWidth } from '../../common/text-fold.js';

/** Why a text is not the link of a group chat (Q2). */
export const GROUP_LINK_REFUSALS = [
  'no_link',
  'not_https',
  'personal_code',
  'payment_code',
  'lookalike',
  'not_a_group',
] as const;
export type GroupLinkRefusal = (typeof GROUP_LINK_REFUSALS)[number];

export type RecognisedGroupLink =
  | { ok: true; platform: GroupPlatform; url: string }
  | { ok: false; reason: GroupLinkRefusal };

type Form = { platform: GroupPlatform; hosts: readonly string[]; path: RegExp; query?: RegExp; fragment?: RegExp };

/** The whole allow-list. `path`, `query` and `fragment` match all of their part; what no form asks for is dropped. */
const FORMS: readonly Form[] = [
  { platform: 'wechat', hosts: ['weixin.qq.com'], path: /^\/g\/[\w-]{12,128}$/u },
  { platform: 'wecom', hosts: ['work.weixin.qq.com'], path: /^\/gm\/[\da-f]{32}$/u },
  { platform: 'whatsapp', hosts: ['chat.whatsapp.com'], path: /^\/(?:invite\/)?[A-Za-z\d]{20,24}$/u },
  {
    platform: 'telegram',
    hosts: ['t.me', 'telegram.me', 'telegram.dog'],
    path: /^\/(?:\+(?=.*[A-Za-z_-])|joinchat\/)[\w-]{16,}$/u,
  },
  {
    platform: 'telegram',
    hosts: ['t.me', 'telegram.me', 'telegram.dog'],
    path: /^\/(?!(?:share|addstickers|addemoji|proxy|socks|login|iv|bg|setlanguage|joinchat|contact)$)[A-Za-z]\w{4,31}$/u,
  },
  { platform: 'line', hosts: ['line.me'], path: /^\/R\/ti\/g\/[\w-]{8,}$/u },
  { platform: 'line', hosts: ['line.me'], path: /^\/(?:R\/)?ti\/g2\/[\w-]{8,}$/u },
  { platform: 'kakaotalk', hosts: ['open.kakao.com'], path: /^\/o\/g[A-Za-z\d]{6,}$/u },
  { platform: 'slack', hosts: ['join.slack.com'], path: /^\/t\/[a-z\d-]{1,80}\/shared_invite\/zt-[\w~-]{8,}$/u },
  { platform: 'discord', hosts: ['discord.gg'], path: /^\/[A-Za-z\d-]{2,32}$/u },
  { platform: 'discord', hosts: ['discord.com', 'discordapp.com'], path: /^\/invite\/[A-Za-z\d-]{2,32}$/u },
  { platform: 'signal', hosts: ['signal.group'], path: /^\/$/u, fragment: /^#[\w-]{40,}$/u },
  { platform: 'qq', hosts: ['qm.qq.com'], path: /^\/q\/[\w-]{6,}$/u },
  {
    platform: 'qq',
    hosts: ['qm.qq.com'],
    path: /^\/cgi-bin\/qm\/qr$/u,
    query: /^\?(?:[\w-]+=[\w%.-]*&)*k=[\w%-]{8,}/u,
  },
  { platform: 'qq', hosts: ['jq.qq.com'], path: /^\/$/u, query: /^\?_wv=\d+&k=[\w-]{4,}$/u },
  {
    platform: 'feishu',
    hosts: ['applink.feishu.cn', 'applink.larksuite.com'],
    path: /^\/client\/chat\/chatter\/add_by_link$/u,
    query: /^\?link_token=[\w-]{8,}$/u,
  },
];

const PERSONAL: readonly RegExp[] = [
  /^https?:\/\/u\.wechat\.com\//u,
  /^https?:\/\/(?:weixin\.qq\.com\/r|work\.weixin\.qq\.com\/(?:ca|kfid|u))\//u,
  /^https?:\/\/(?:wa\.me|signal\.me|api\.whatsapp\.com)\//u,
  /^https?:\/\/(?:t|telegram)\.me\/\+\d+$/u,
  /^https?:\/\/line\.me\/(?:R\/)?ti\/p\//u,
  /^https?:\/\/(?:qr\.kakao\.com|open\.kakao\.com\/(?:me|o\/s))/u,
  /^https?:\/\/(?:www\.)?(?:feishu\.cn|larksuite\.com)\/invitation\/page\/add_contact/u,
  /^https?:\/\/discord(?:app)?\.com\/users\//u,
  /^weixin:\/\/contacts\//u,
  /^(?:mecard:|begin:vcard|tel:|mailto:)/iu,
];

/** Domains that are who they say; anything else that wears their name is a lookalike. */
const GENUINE =
  /(?:^|\.)(?:qq\.com|wechat\.com|whatsapp\.com|wa\.me|t\.me|telegram\.(?:me|dog|org)|line\.me|kakao\.com|slack\.com|discord\.(?:gg|com)|discordapp\.com|signal\.(?:group|me|org)|feishu\.cn|larksuite\.com)$/u;
const WEARS_A_NAME =
  /we[1il]x[1il]n|wechat|qq\.|whatsapp|whatsap|telegram|^t\.me|(?:^|\.)line\.me|kakao|slack|discord|signal|feishu|larksuite|xn--/u;

/**
 * Recognises the link behind a group's QR by its text alone; nothing is fetched. The answer's `url` is rebuilt from the
 * parts that carry the invitation, with Signal's secret `#fragment` whole.
 */
export function recogniseGroupLink(text: string): RecognisedGroupLink {
  const plain = halfWidth(text);
  if (isPaymentCode(plain)) return refuse('payment_code');
  if (PERSONAL.some((form) => form.test(plain))) return refuse('personal_code');
  const url = parse(fromApp(plain));
  if (url === null) return refuse('no_link');
  const genuine = GENUINE.test(url.hostname);
  if (url.username !== '' || url.password !== '') return refuse('lookalike');
  if (!genuine) return refuse(WEARS_A_NAME.test(url.hostname) ? 'lookalike' : 'not_a_group');
  if (url.protocol !== 'https:') return refuse('not_https');
  if (url.port !== '') return refuse('lookalike');
  const form = FORMS.find((candidate) => fits(candidate, url));
  if (form === undefined) return refuse('not_a_group');
  const query = form.query === undefined ? '' : url.search;
  const fragment = form.fragment === undefined ? '' : url.hash;
  return { ok: true, platform: form.platform, url: `https://${url.hostname}${url.pathname}${query}${fragment}` };
}

function refuse(reason: GroupLinkRefusal): RecognisedGroupLink {
  return { ok: false, reason };
}

/** Telegram's own scheme says the same as its link. */
function fromApp(text: string): string {
  const invite = /^tg:\/\/join\?invite=([\w-]{16,})$/u.exec(text)?.[1];
  return invite === undefined ? text : `https://t.me/+${invite}`;
}

function parse(text: string): URL | null {
  if (text === '' || text.length > 2048 || /[\s\\]/u.test(text)) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.test(text);
  const full = scheme ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') ? url : null;
}

function fits(form: Form, url: URL): boolean {
  return (
    form.hosts.includes(url.hostname) &&
    form.path.test(url.pathname) &&
    (form.query === undefined || form.query.test(url.search)) &&
    (form.fragment === undefined || form.fragment.test(url.hash))
  );
}
