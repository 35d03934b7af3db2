import type { Mail } from '../../../mail/mail.repository.js';

/** In both languages: nobody knows yet which one the reader prefers. */
export function organizerMail(to: string, name: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'You can now set up events on Teabreak · 您可以在 Teabreak 茶歇创建活动了',
    text: `Hello ${name},

you can now set up events on Teabreak: ${publicUrl}
Sign in with this mail address; a code will be sent to you.

${name}，您好！

您现在可以在 Teabreak 茶歇创建活动：${publicUrl}
请用这个邮箱登录，系统会向您发送验证码。

Teabreak 茶歇
`,
  };
}
