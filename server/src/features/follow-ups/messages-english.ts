import type { MessageFacts, Messages } from './follow-up-messages.js';

/** "Hi Ada", but a name that is not in Latin letters, or is a title and a name, stays whole. */
function hi({ name }: MessageFacts): string {
  const [first = name, ...rest] = name.split(/\s+/u);
  return `Hi ${/^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u.test(first) && rest.length > 0 ? first : name},`;
}

function when({ metOn, daysAgo }: MessageFacts): string {
  const day = new Date(`${metOn}T00:00:00Z`);
  const said = (options: Intl.DateTimeFormatOptions) => day.toLocaleDateString('en', { timeZone: 'UTC', ...options });
  if (daysAgo <= 0) return 'today';
  if (daysAgo === 1) return 'yesterday';
  if (daysAgo < 7) return `on ${said({ weekday: 'long' })}`;
  if (daysAgo < 14) return 'last week';
  return daysAgo < 300 ? `in ${said({ month: 'long' })}` : `in ${said({ month: 'long', year: 'numeric' })}`;
}

const letter = (facts: MessageFacts, ...sentences: string[]) =>
  `${hi(facts)}\n${sentences.filter((sentence) => sentence !== '').join(' ')}\n${facts.me}`;

/** `…` is where the writer goes on. */
export const ENGLISH_MESSAGES: Messages = {
  'thank-you': (facts) =>
    letter(
      facts,
      `it was good to talk with you at ${facts.eventTitle} ${when(facts)}.`,
      facts.seeks && `You told me that you are looking for ${facts.seeks}: I will keep my eyes open.`,
    ),
  share: (facts) =>
    letter(
      facts,
      `we met at ${facts.eventTitle} ${when(facts)}.`,
      facts.seeks
        ? `You were looking for ${facts.seeks}; this may be of use to you: …`
        : 'I came across something that made me think of our talk: …',
    ),
  'catch-up': (facts) =>
    letter(
      facts,
      `I still think of our talk at ${facts.eventTitle}.`,
      facts.seeks ? `How is it going with ${facts.seeks}?` : 'How have things been since?',
      'I would be glad to hear.',
    ),
  'keep-warm': (facts) =>
    letter(
      facts,
      `we met at ${facts.eventTitle} ${when(facts)}, and you crossed my mind. How are you?`,
      'If there is anything I can help with, tell me.',
    ),
  promise: (facts) => letter(facts, `at ${facts.eventTitle} I promised you something: ${facts.promise}. Here it is: …`),
  introduce: ({ friend, ...facts }) =>
    letter(
      { ...facts, friend },
      friend === null ? '' : `I know somebody you might like to meet: ${friend.name}, who ${whoFits(friend)}.`,
      'Shall I introduce you two?',
    ),
  'ask-favour': (facts) =>
    letter(
      facts,
      `we met at ${facts.eventTitle} ${when(facts)}.`,
      'May I ask you a small favour? Please feel free to say no. …',
    ),
};

function whoFits({ seeks, offers, theySeek }: NonNullable<MessageFacts['friend']>): string {
  return theySeek ? `can offer ${offers}` : `is looking for ${seeks}`;
}
