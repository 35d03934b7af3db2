import type { Locale } from '@teabreak/shared';
import type { GroupLinkRefusal } from './group-link.js';

/** Why a link was refused, for the organizer who pasted it. */
const GROUP_LINK_MESSAGES: Record<GroupLinkRefusal, { en: string; zh: string }> = {
  no_link: { en: 'this is not a link.', zh: '这不是一个链接。' },
  not_https: { en: 'it must begin with https://.', zh: '链接必须以 https:// 开头。' },
  personal_code: {
    en: 'it is one person’s code. Please take the code of the group.',
    zh: '这是个人二维码，请使用群二维码。',
  },
  payment_code: { en: 'it is a payment code.', zh: '这是收款码。' },
  lookalike: { en: 'its address only looks like the real one.', zh: '这个网址是仿冒的。' },
  not_a_group: { en: 'it does not lead to a group chat we know.', zh: '它不是我们能识别的群聊链接。' },
};

export function groupLinkMessage(reason: GroupLinkRefusal, locale: Locale): string {
  return GROUP_LINK_MESSAGES[reason][locale === 'zh-CN' ? 'zh' : 'en'];
}
