import type { Locale } from '@teabreak/shared';
import type { Mail } from '../../../mail/mail.repository.js';

/** The mail that carries a one-time code. No link: nothing for a mail scanner to open, nothing to forward by mistake. */
export function signInMail(to: string, code: string, locale: Locale): Mail {
  return locale === 'zh-CN'
    ? { to, subject: `Teabreak 茶歇验证码：${code}`, text: chinese(code) }
    : { to, subject: `Your Teabreak code: ${code}`, text: english(code) };
}

const english = (code: string) =>
  `Your code is ${code}

Type it on the page where you asked for it. It works for 10 minutes.

If it was not you who asked, you can ignore this mail. Nobody gets in without the code.

Teabreak
`;

const chinese = (code: string) =>
  `您的验证码：${code}

请在申请验证码的页面输入，10 分钟内有效。

如果不是您本人操作，忽略这封邮件即可。没有验证码，任何人都无法登录。

Teabreak 茶歇
`;
