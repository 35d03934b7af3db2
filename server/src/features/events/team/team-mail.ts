import type { EventRole } from '@teabreak/shared';
import type { Mail } from '../../../mail/mail.repository.js';

const ROLES: Record<EventRole, { en: string; zh: string }> = {
  owner: { en: 'an owner', zh: '负责人' },
  organizer: { en: 'an organizer', zh: '组织者' },
  host: { en: 'a host', zh: '主持人' },
  door: { en: 'part of the check-in team', zh: '签到人员' },
};

export interface Invitation {
  to: string;
  name: string;
  role: EventRole;
  eventTitle: string;
  publicUrl: string;
}

/** In both languages: nobody knows yet which one the reader prefers. */
export function teamMail({ to, name, role, eventTitle, publicUrl }: Invitation): Mail {
  return {
    to,
    subject: `You help to run “${eventTitle}” · 您已加入“${eventTitle}”的团队`,
    text: `Hello ${name},

you are now ${ROLES[role].en} of “${eventTitle}” on Teabreak: ${publicUrl}
Sign in with this mail address; a code will be sent to you.

${name}，您好！

您现在是“${eventTitle}”的${ROLES[role].zh}：${publicUrl}
请用这个邮箱登录，系统会向您发送验证码。

Teabreak 茶歇
`,
  };
}
