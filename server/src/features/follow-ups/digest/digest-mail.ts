import type { Locale } from '@teabreak/shared';
import type { AwaitedAnswer } from '../../../common/awaited-answers.js';
import type { Mail } from '../../../mail/mail.repository.js';

export interface DigestPerson {
  name: string;
  eventTitle: string;
}
export interface DigestContent {
  /** Who waits for a word. */
  due: readonly DigestPerson[];
  more: number;
  /** What waits for an answer. */
  answers: readonly AwaitedAnswer[];
  moreAnswers: number;
  inboxUrl: (slug: string) => string;
  listUrl: string;
  stopUrl: string;
}

/** Names and events, and nothing of what was noted or written about them: a mailbox is read by others, too (F1). */
export function digestMail(to: string, content: DigestContent, locale: Locale): Mail {
  const { subject, parts } = locale === 'zh-CN' ? chinese(content) : english(content);
  return { to, subject, text: `${parts.filter((part) => part !== '').join('\n\n')}\n` };
}

interface Words {
  subject: string;
  parts: string[];
}

function english({ due, more, answers, moreAnswers, inboxUrl, listUrl, stopUrl }: DigestContent): Words {
  const others = due.length + more - 1;
  const waiting = answers.length + moreAnswers;
  const keep = `${due[0]?.name ?? ''}${others > 0 ? ` and ${others} more` : ''}`;
  return {
    subject: subjectOf(
      due.length > 0 ? `Keep in touch: ${keep}` : '',
      waiting === 0 ? '' : waiting === 1 ? '1 answer awaited' : `${waiting} answers awaited`,
    ),
    parts: [
      ...(waiting > 0
        ? [
            'Somebody waits for your answer:',
            `${byEvent(answers, inboxUrl, englishAnswer)}${moreAnswers > 0 ? `\n- and ${moreAnswers} more` : ''}`,
          ]
        : []),
      ...(due.length > 0
        ? [
            'A word to somebody you talked with keeps it going:',
            due.map(({ name, eventTitle }) => `- ${name} (${eventTitle})`).join('\n') +
              (more > 0 ? `\n- and ${more} more` : ''),
            `Teabreak has a few lines ready for each of them:\n${listUrl}`,
          ]
        : []),
      `You asked for this mail. To stop it:\n${stopUrl}`,
      'Teabreak',
    ],
  };
}

function englishAnswer({ kind, name, other }: AwaitedAnswer): string {
  if (kind === 'pass-on') return `${name} would like to meet ${other}: will you introduce them?`;
  return kind === 'answer' ? `An introduction to ${name}: would you like to meet?` : `${name} can help with your ask`;
}

function chinese({ due, more, answers, moreAnswers, inboxUrl, listUrl, stopUrl }: DigestContent): Words {
  const all = due.length + more;
  const waiting = answers.length + moreAnswers;
  const keep = `${due[0]?.name ?? ''}${all > 1 ? `等 ${all} 位朋友` : ''}`;
  return {
    subject: subjectOf(due.length > 0 ? `该联系一下${keep}了` : '', waiting > 0 ? `${waiting} 件事等你答复` : ''),
    parts: [
      ...(waiting > 0
        ? [
            '有人在等你的答复：',
            `${byEvent(answers, inboxUrl, chineseAnswer)}${moreAnswers > 0 ? `\n- 另外还有 ${moreAnswers} 件` : ''}`,
          ]
        : []),
      ...(due.length > 0
        ? [
            '聊过之后，一句问候就能让关系延续下去：',
            due.map(({ name, eventTitle }) => `- ${name}（${eventTitle}）`).join('\n') +
              (more > 0 ? `\n- 另外还有 ${more} 位` : ''),
            `每一位的话，茶歇都替你起了个头：\n${listUrl}`,
          ]
        : []),
      `这封邮件是你自己订阅的，退订请打开：\n${stopUrl}`,
      'Teabreak 茶歇',
    ],
  };
}

function chineseAnswer({ kind, name, other }: AwaitedAnswer): string {
  if (kind === 'pass-on') return `${name} 想认识 ${other}，请你引荐`;
  return kind === 'answer' ? `有人想引荐你和 ${name} 认识，愿意见面吗？` : `${name} 说能帮上你的忙`;
}

const subjectOf = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Each event once, with where to answer. */
function byEvent(
  answers: readonly AwaitedAnswer[],
  inboxUrl: DigestContent['inboxUrl'],
  sentence: (answer: AwaitedAnswer) => string,
): string {
  const slugs = [...new Set(answers.map(({ event }) => event.slug))];
  const blocks = slugs.map((slug) => {
    const here = answers.filter(({ event }) => event.slug === slug);
    return [here[0]?.event.title ?? '', ...here.map((answer) => `- ${sentence(answer)}`), inboxUrl(slug)].join('\n');
  });
  return blocks.join('\n\n');
}
