import { DateTime } from 'luxon';
import type { Mail } from '../../../mail/mail.repository.js';

export interface Invitation {
  to: string;
  name: string;
  link: string;
  event: { title: string; startsAt: Date; timeZone: string; venue: string };
}

/** In both languages: what a guest list says of a guest is seldom their language. */
export function invitationMail({ to, name, link, event }: Invitation): Mail {
  const starts = DateTime.fromJSDate(event.startsAt, { zone: event.timeZone });
  const place = event.venue === '' ? '' : `, ${event.venue}`;
  return {
    to,
    subject: `${event.title}: your place · 您的席位`,
    text: `Dear ${name},

your place at "${event.title}" is waiting (${starts.setLocale('en').toFormat('cccc, d LLLL yyyy, HH:mm')}${place}).

Open this link on your phone. It makes the place yours, without an account and without a download:
${link}

The link is only for you and works on one phone. Please do not forward it.


${name}，您好：

「${event.title}」的席位已为您留好（${starts.setLocale('zh-CN').toFormat('yyyy年M月d日 cccc HH:mm')}${place}）。

请用手机打开此链接，即可认领席位，无需注册，也无需下载：
${link}

此链接仅供您本人使用，只能在一部手机上认领，请勿转发。

Teabreak 茶歇
`,
  };
}
