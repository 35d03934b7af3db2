import { widthOf } from './quote.js';
import type { Framed } from './shape.js';

const SUBJECT =
  /^(?:(?:i['’]?m|i am|we['’]re|we are|i|we)\s+)(?:(?:currently|now|also|mainly|actively|really|still|always|just)\s+)*/iu;
/** What "You are looking for" says as well. */
const LOOKING =
  /^(?:looking for|seeking|searching for|in search of|in need of|on the lookout for|(?:(?:want|need|hope|hoping|trying|looking|would like|['’]d like) to )?(?:find|look for)|seek|need|want|would like)\s+(?!to\b|out\b|me\b|us\b|for\b)(?=[\p{L}\p{N}\p{S}‘])/iu;
const WANTING =
  /^(?:looking|want|wanting|hope|hoping|wish|wishing|need|trying|planning|plan|keen|eager|would like|would love|['’]d like|['’]d love|like) to\s+(?=\p{L})/iu;
const HIRING =
  /^(?:(?:we are |we['’]re )?(?:now )?(?:hiring|recruiting))(?: for)?\s+(?!managers?\b|partners?\b|teams?\b|advice\b|platforms?\b|tools?\b|process|strateg|help\b)(?=[\p{L}\p{N}\p{S}‘])/iu;
/** Done by another, for the one who writes it. */
const REQUEST =
  /^(?:do|teach|help|show|give|introduce|translate|fix|review|find|build|design|make|tell|connect|explain|cook|write|check|edit|proofread|manage|handle|run|file)\s(?:.*\s)?(?:me|us|my|our)\b/iu;
const OBJECT = '(?:an?|the|my|our|some|more|new|other|people|someone|somebody|in|into|with|about|to|from|at|as|how)';
/** Verbs that are no nouns, and some that are only where an object follows. */
const ACTION = new RegExp(
  `^(?:(?:raise|learn|practise|improve|hire|join|expand|understand|discuss|explore|become|discover)\\s+\\S` +
    `|find \\S|meet (?!and\\b|ups?\\b)\\S|practice (?!partners?\\b|groups?\\b|rooms?\\b|buddy|buddies|space)\\S` +
    `|get (?!togethers?\\b)\\S|play (?!ers?\\b|partners?\\b|grounds?\\b|dates?\\b|tests?\\b)\\S|(?:start|build|grow|launch|sell|buy|work|move|invest|open|set up|go|hear|talk|change|switch|make|exchange|share|create|develop|run) ${OBJECT}\\b)`,
  'iu',
);
const ONGOING = new RegExp(
  `^(?:raising\\s+\\S|(?:building|starting|moving|expanding|improving|growing|launching|setting up|preparing|changing|switching|learning|opening|running|planning|working) ${OBJECT}\\b)`,
  'iu',
);
const SENTENCE =
  /^(?:i|i['’](?:m|d|ve|ll)|we|we['’](?:re|d|ve|ll)|hi|hello|hey|just|please|let|do|does|who|what|how|where|when|why|is|are|can|could|anyone|if|there)\b/iu;
const SEVERAL_SENTENCES =
  /\p{L}{2}[.!?;]\s+\S|[。！？；，]|(?:[,;–—]|\s-)\s*(?:and |but |so )?(?:i|i['’]m|we|we['’]re|happy|can|looking|hope|hoping|want|need|please|ask)\b/iu;
/** Nothing that long is a noun without a verb of its own. */
const LONGEST_NOUN = 60;

const OFFERING =
  /^(?:(?:can |could |happy to |able to |glad to )?(?:offer|provide)|offering|providing)\s+(?=[\p{L}\p{N}\p{S}‘])/iu;
const ABLE = /^(?:can|could|able to|happy to|glad to|willing to|would love to|love to|['’]d love to)\s+(?=\p{L})/iu;
const SKILLED =
  /^(?:(?:very )?good at|great at|skilled in|experienced in|an? expert in|expert in|speciali[sz](?:ed|ing) in)\s+(?=[\p{L}\p{N}\p{S}‘])/iu;
const GIVING =
  /^(?:teach|introduce|explain|translate|organi[sz]e|advise|show (?:you|people|others)|help (?!with\b|desk)\S+|connect (?:you|people|founders|startups))\s+\S/iu;

export function englishWish(text: string): Framed {
  if (SEVERAL_SENTENCES.test(text)) return { words: text, shape: 'statement' };
  const said = text.replace(SUBJECT, '');
  const wanted = said.replace(WANTING, '');
  const sought = said.replace(LOOKING, '');
  if (sought !== said) {
    const isVerb = ACTION.test(sought) && !/^\S+ (?:for|of)\b/iu.test(said);
    return isVerb ? { words: text, shape: 'statement' } : { words: sought, shape: 'thing' };
  }
  if (wanted !== said) return { words: wanted, shape: 'action' };
  const hired = text.replace(HIRING, '');
  if (hired !== text) return { words: hired, shape: 'hiring' };
  if (REQUEST.test(text)) return { words: text, shape: 'request' };
  if (said !== text || SENTENCE.test(text) || OFFERING.test(text)) return { words: text, shape: 'statement' };
  if (ACTION.test(text)) return { words: text, shape: 'action' };
  if (ONGOING.test(text)) return { words: text, shape: 'ongoing' };
  return { words: text, shape: widthOf(text) > LONGEST_NOUN ? 'statement' : 'thing' };
}

/** Who offers one of these is it. */
const ROLE =
  /^(?!.*\b(?:for|to|with|from|of)\b)(?:.*[\s-])?(?:engineer|developer|programmer|designer|manager|investor|lawyer|accountant|bookkeeper|consultant|teacher|tutor|coach|mentor|adviser|advisor|photographer|translator|interpreter|writer|copywriter|editor|journalist|recruiter|headhunter|founder|scientist|analyst|architect|artist|musician|drummer|doctor|nurse|therapist|agent|producer|marketer|researcher|trainer|guide|speaker)$/iu;

export function englishOffer(text: string): Framed {
  if (SEVERAL_SENTENCES.test(text)) return { words: text, shape: 'statement' };
  const said = text.replace(SUBJECT, '');
  for (const [frame, shape] of [
    [OFFERING, 'thing'],
    [ABLE, 'action'],
    [SKILLED, 'skill'],
  ] as const) {
    const words = said.replace(frame, '');
    if (words !== said) return { words, shape };
  }
  const isWish = [LOOKING, WANTING, HIRING, ACTION, ONGOING].some((frame) => frame.test(text));
  if (said !== text || isWish || SENTENCE.test(text)) return { words: text, shape: 'statement' };
  if (GIVING.test(text)) return { words: text, shape: 'action' };
  if (ROLE.test(text)) return { words: text, shape: 'role' };
  return { words: text, shape: widthOf(text) > LONGEST_NOUN ? 'statement' : 'thing' };
}
