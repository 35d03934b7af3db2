import { capital, gives, I, person, wants, YOU } from '../../common/own-words/say-english.js';
import type { OwnWords } from '../../common/own-words/shape.js';
import { containsHan } from '../../common/text-fold.js';
import type { Sayings, ToldCommon, ToldHelp } from './sayings.js';

export const ENGLISH: Sayings = {
  together: (name, { mine, theirs, alike }) =>
    alike
      ? `You and ${name} have the same in mind: ${mine.quoted}.`
      : `You and ${name} have much the same in mind: ${mine.quoted} and ${theirs.quoted}.`,
  helpsYou: (name, help, { theyHire, iHire }) => {
    const { mine, theirs, as, alike, practises, speaks } = help;
    if (as === 'language') {
      return practises === null
        ? `${capital(wants(YOU, mine))}; ${name} speaks ${speaks}.`
        : `You would like to practise ${practises}; ${name} speaks ${alike ? 'it' : speaks}.`;
    }
    if (as === 'wish') return `${capital(wants(YOU, mine, iHire))}; ${wants(person(name), theirs, theyHire)}.`;
    if (alike && theirs.shape === 'role') return `${name} is just who you are looking for: ${theirs.quoted}.`;
    return alike
      ? `${name} offers just what you are looking for: ${mine.quoted}.`
      : `${capital(wants(YOU, mine))}; ${gives(person(name), theirs)}.`;
  },
  youHelp: (name, help, { theyHire, iHire }) => {
    const { mine, theirs, as, alike, practises, speaks } = help;
    if (as === 'language') {
      return practises === null
        ? `${wants(person(name), theirs)}; you speak ${speaks}.`
        : `${name} would like to practise ${practises}; you speak ${alike ? 'it' : speaks}.`;
    }
    if (as === 'wish') return `${wants(person(name), theirs, theyHire)}; ${wants(YOU, mine, iHire)}.`;
    if (alike && mine.shape === 'role') return `You are just who ${name} is looking for: ${mine.quoted}.`;
    return alike
      ? `You offer just what ${name} is looking for: ${mine.quoted}.`
      : `${wants(person(name), theirs)}; ${gives(YOU, mine)}.`;
  },
  youFit: (name, { theirs }, { iHire }) =>
    iHire
      ? `You may have just what ${name} is looking for: ${theirs.quoted}.`
      : `You may be just who ${name} is looking for: ${theirs.quoted}.`,
  common: (_, common) => {
    const what = shared(common);
    const { same } = common;
    switch (common.kind) {
      case 'hometown':
      case 'ancestral-home':
        return same ? `You both come from ${what}.` : `You come from the same region or country: ${what}.`;
      case 'lives-in':
        return same ? `You both live in ${what}.` : `You live in the same region or country: ${what}.`;
      case 'lived-in':
        return same ? `You have both lived in ${what}.` : `You have lived in the same region or country: ${what}.`;
      case 'school':
        return `You both went to ${what}.`;
      case 'company':
        return `You both know ${what} from the inside.`;
      case 'industry':
        return `You work in the same field: ${what}.`;
      case 'speaks':
        return `You both speak ${what}.`;
      case 'learns':
        return `You are both learning ${what}.`;
      case 'interest':
        return `You both enjoy ${what}.`;
    }
  },
  warmPath: (introducers) => {
    const here = introducers.filter((introducer) => introducer.here);
    const told = here.length > 0 ? here : introducers;
    const names = new Intl.ListFormat('en-GB').format(told.map(({ name }) => name));
    const [know, are] = told.length === 1 ? ['knows', 'is'] : ['know', 'are'];
    return here.length > 0
      ? `${names} ${are} here, ${know} you both and could introduce you.`
      : `${names} ${know} you both and could introduce you on arrival.`;
  },
  bridge: 'From outside your own circle: somebody you would hardly meet otherwise.',
  openTogether: (name, { mine, theirs, alike }) => {
    if (!sayable(mine) || !sayable(theirs)) return `${hi(name)}, we came for much the same – shall we do it together?`;
    return alike
      ? `${hi(name)}, we both put down ${mine.quoted} – shall we do that together?`
      : `${hi(name)}, you put down ${theirs.quoted} and I put down ${mine.quoted} – shall we join forces?`;
  },
  openExchange: (name, give, get) =>
    `${hi(name)}, shall we speak ${sayableTongue(give)} for five minutes, and then ${sayableTongue(get)} for another five?`,
  openAlike: (name, { theirs }) =>
    sayable(theirs)
      ? `${hi(name)}, we both put down ${theirs.quoted}, and I may be able to help – shall we compare notes?`
      : `${hi(name)}, we came for the same, and I may be able to help – shall we compare notes?`,
  openWish: (name, { mine, theirs, alike }, { iHire, theyHire }) => {
    const you = sayable(theirs) ? `I read that ${wants(YOU, theirs, theyHire)}` : 'I read what you came for';
    const fits = theyHire ? 'I may be the one' : iHire ? 'we may have it' : 'we may fit';
    const me = sayable(mine) && !alike ? wants(I, mine, iHire) : fits;
    return `${hi(name)}, ${you}, and ${me} – ${FIVE_MINUTES}`;
  },
  openMutual: (name, give, get) => `${hi(name)}, ${giving(give)}; in turn, ${asking(get)} – ${FIVE_MINUTES}`,
  openAsk: (name, get) => `${hi(name)}, ${asks(get)}`,
  openGive: (name, give) => `${hi(name)}, ${giving(give)} – ${FIVE_MINUTES}`,
  openCommon: (name, common) => `${hi(name)}, ${meToo(common)}`,
  openPlain: (name) => `${hi(name)}, what brought you here today?`,
};

const FIVE_MINUTES = 'shall we talk for five minutes?';

function hi(name: string): string {
  return name === '' ? 'Hi' : `Hi ${name}`;
}

/** Short, and in letters that whoever reads English can say. */
function sayable({ brief, han }: OwnWords): boolean {
  return brief && !han;
}

/** As the one who speaks it calls it, where the one who learns it wrote more, or in Chinese. */
function sayableTongue({ practises, speaks }: ToldHelp): string {
  return practises === null || containsHan(practises) ? speaks : practises;
}

function giving({ mine, theirs, as, speaks }: ToldHelp): string {
  if (as === 'language') return `I speak ${speaks} and would gladly practise with you`;
  if (sayable(theirs)) return `I read that ${wants(YOU, theirs)}, and I may be able to help`;
  return sayable(mine)
    ? `${gives(I, mine)}, which may be what you are looking for`
    : 'I read what you came for, and I may be able to help';
}

function asking(help: ToldHelp): string {
  const { mine, theirs, as } = help;
  if (as === 'language') return `I am learning ${sayableTongue(help)}`;
  if (sayable(mine)) return wants(I, mine);
  return sayable(theirs) ? `I would love to ask you about ${theirs.quoted}` : 'I would love to ask you something';
}

function asks(help: ToldHelp): string {
  const { mine, theirs, as, alike } = help;
  if (as === 'language') return `I am learning ${sayableTongue(help)} – may I practise with you for five minutes?`;
  const [me, you] = [sayable(mine) && wants(I, mine), sayable(theirs) && gives(YOU, theirs)];
  if (you && alike) return `I read that ${you}, just what I am looking for – may I ask you about it?`;
  if (me && you) return `${me} and read that ${you} – may I ask you about it?`;
  if (me) return `${me}, and you may be the person to ask – do you have five minutes?`;
  if (you) return `I read that ${you} – may I ask you about it?`;
  return 'you may know a lot about what I came for – do you have five minutes?';
}

function shared({ mine, theirs, alike, same }: ToldCommon): string {
  if (alike) return theirs;
  return same ? `${mine} (${theirs})` : `${mine} and ${theirs}`;
}

function meToo({ kind, mine, theirs, same }: ToldCommon): string {
  const what = containsHan(mine) && same ? theirs : mine;
  switch (kind) {
    case 'hometown':
    case 'ancestral-home':
      return same
        ? `I am from ${what} too – what brought you here?`
        : `you are from ${theirs} and I am from ${mine} – what brought you here?`;
    case 'lives-in':
      return same
        ? `I live in ${what} too – where do you like to go there?`
        : `you live in ${theirs} and I live in ${mine} – how do you like it there?`;
    case 'lived-in':
      return same
        ? `I have lived in ${what} too – when were you there?`
        : `you have lived in ${theirs} and I in ${mine} – when were you there?`;
    case 'school':
      return `I went to ${what} too – when were you there?`;
    case 'company':
      return `we both know ${what} from the inside – what do you remember best?`;
    case 'industry':
      return `we work in the same field, ${what} – what keeps you busy these days?`;
    case 'speaks':
      return `I speak ${what} too – how did you come to it?`;
    case 'learns':
      return `I am learning ${what} too – how do you practise?`;
    case 'interest':
      return `I enjoy ${what} too – how did you come to it?`;
  }
}
