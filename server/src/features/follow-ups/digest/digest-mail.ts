import type { Locale } from '@teabreak/shared';
import type { Mail } from '../../../mail/mail.repository.js';

export interface DigestPerson {
  name: string;
  eventTitle: string;
}
type Content = { due: readonly DigestPerson[]; more: number; listUrl: string; stopUrl: string };

/** Who waits for a word, and nothing of what was noted about them: a mailbox is read by others, too (F1). */
export function digestMail(to: string, content: Content, locale: Locale): Mail {
  return locale === 'zh-CN' ? chinese(to, content) : english(to, content);
}

function english(to: string, { due, more, listUrl, stopUrl }: Content): Mail {
  const all = due.length + more;
  return {
    to,
    subject:
      all === 1 ? `Keep in touch: ${due[0]?.name ?? ''}` : `Keep in touch: ${due[0]?.name ?? ''} and ${all - 1} more`,
    text: `A word to somebody you talked with keeps it going:

${due.map(({ name, eventTitle }) => `- ${name} (${eventTitle})`).join('\n')}${more > 0 ? `\n- and ${more} more` : ''}

Teabreak has a few lines ready for each of them:
${listUrl}

You asked for this mail. To stop it:
${stopUrl}

Teabreak
`,
  };
}

function chinese(to: string, { due, more, listUrl, stopUrl }: Content): Mail {
  const all = due.length + more;
  return {
    to,
    subject: all === 1 ? `该联系一下${due[0]?.name ?? ''}了` : `该联系一下${due[0]?.name ?? ''}等 ${all} 位朋友了`,
    text: `聊过之后，一句问候就能让关系延续下去：

${due.map(({ name, eventTitle }) => `- ${name}（${eventTitle}）`).join('\n')}${more > 0 ? `\n- 另外还有 ${more} 位` : ''}

每一位的话，茶歇都替你起了个头：
${listUrl}

这封邮件是你自己订阅的，退订请打开：
${stopUrl}

Teabreak 茶歇
`,
  };
}
