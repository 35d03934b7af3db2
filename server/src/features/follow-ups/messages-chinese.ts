import type { MessageFacts, Messages } from './follow-up-messages.js';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

function when({ metOn, daysAgo }: MessageFacts): string {
  const day = new Date(`${metOn}T00:00:00Z`);
  if (daysAgo <= 0) return '今天';
  if (daysAgo === 1) return '昨天';
  if (daysAgo < 7) return WEEKDAYS[day.getUTCDay()] ?? '';
  if (daysAgo < 14) return '上周';
  const month = `${day.getUTCMonth() + 1}月`;
  return daysAgo < 300 ? month : `${day.getUTCFullYear()}年${month}`;
}

const hello = ({ name, me }: MessageFacts) => `${name}你好，我是${me}。`;

/** `……` is where the writer goes on. */
export const CHINESE_MESSAGES: Messages = {
  'thank-you': (facts) =>
    `${hello(facts)}${when(facts)}在「${facts.eventTitle}」和你聊得很开心。${
      facts.seeks && `你提到在找${facts.seeks}，我会帮你留意。`
    }`,
  share: (facts) =>
    `${hello(facts)}我们${when(facts)}在「${facts.eventTitle}」上聊过。${
      facts.seeks
        ? `你当时在找${facts.seeks}，这个也许对你有用：……`
        : '最近看到一个内容，想起了我们聊的话题，分享给你：……'
    }`,
  'catch-up': (facts) =>
    `${hello(facts)}一直记得我们在「${facts.eventTitle}」聊的内容。${
      facts.seeks ? `${facts.seeks}这件事有进展了吗？` : '最近怎么样？'
    }有空再聊聊。`,
  'keep-warm': (facts) =>
    `${facts.name}，好久不见！我是${facts.me}，${when(facts)}在「${facts.eventTitle}」上认识的。最近还顺利吗？有什么我帮得上忙的，尽管说。`,
  promise: (facts) => `${hello(facts)}在「${facts.eventTitle}」上答应过你：${facts.promise}。现在兑现：……`,
  introduce: ({ friend, ...facts }) =>
    `${hello({ ...facts, friend })}${
      friend === null
        ? ''
        : `我有位朋友想介绍给你：${friend.name}，${friend.theySeek ? `可以提供${friend.offers}` : `正在找${friend.seeks}`}。`
    }你愿意认识一下吗？我来牵线。`,
  'ask-favour': (facts) =>
    `${hello(facts)}我们${when(facts)}在「${facts.eventTitle}」上认识。想请你帮个小忙，不方便的话完全没关系：……`,
};
