import { chinese, gives, listed, wants } from '../../common/own-words/say-chinese.js';
import type { OwnWords } from '../../common/own-words/shape.js';
import type { Sayings, ToldCommon, ToldHelp } from './sayings.js';

/** The reader is 你; in what they say aloud, somebody they have not met yet is 您. */
export const CHINESE: Sayings = {
  together: (name, { mine, theirs, alike }) =>
    alike
      ? chinese`你和${name}想到一块儿了：${mine.quoted}。`
      : chinese`你和${name}想的差不多：${mine.quoted}和${theirs.quoted}。`,
  helpsYou: (name, help, { theyHire, iHire }) => {
    const { mine, theirs, as, alike, practises, speaks } = help;
    if (as === 'language') {
      const want = practises === null ? wants('你', mine) : chinese`你想练${practises}`;
      return alike ? chinese`${want}，${name}正好会说。` : chinese`${want}，${name}会说${speaks}。`;
    }
    if (as === 'wish') return `${wants('你', mine, iHire)}，${wants(name, theirs, theyHire)}。`;
    if (alike && theirs.shape === 'role') return chinese`你要找的人，${name}正好就是：${theirs.quoted}。`;
    return alike
      ? chinese`你要找的，${name}正好能提供：${mine.quoted}。`
      : `${wants('你', mine)}，${gives(name, theirs)}。`;
  },
  youHelp: (name, help, { theyHire, iHire }) => {
    const { mine, theirs, as, alike, practises, speaks } = help;
    if (as === 'language') {
      const want = practises === null ? wants(name, theirs) : chinese`${name}想练${practises}`;
      return alike ? chinese`${want}，你正好会说。` : chinese`${want}，你会说${speaks}。`;
    }
    if (as === 'wish') return `${wants(name, theirs, theyHire)}，${wants('你', mine, iHire)}。`;
    if (alike && mine.shape === 'role') return chinese`${name}要找的人，你正好就是：${mine.quoted}。`;
    return alike
      ? chinese`${name}要找的，你正好能提供：${mine.quoted}。`
      : `${wants(name, theirs)}，${gives('你', mine)}。`;
  },
  youFit: (name, { theirs }, { iHire }) =>
    iHire
      ? chinese`${name}要找的，你这里也许正好有：${theirs.quoted}。`
      : chinese`你也许正是${name}要找的人：${theirs.quoted}。`,
  common: (name, common) => {
    const what = shared(common);
    const { same } = common;
    switch (common.kind) {
      case 'hometown':
      case 'ancestral-home':
        return same ? chinese`你和${name}是同乡：${what}。` : chinese`你和${name}来自同一地区或国家：${what}。`;
      case 'lives-in':
        return same ? chinese`你和${name}都住在${what}。` : chinese`你和${name}住在同一地区或国家：${what}。`;
      case 'lived-in':
        return same ? chinese`你和${name}都在${what}住过。` : chinese`你和${name}在同一地区或国家住过：${what}。`;
      case 'school':
        return chinese`你和${name}是校友：${what}。`;
      case 'company':
        return chinese`你和${name}都有在${what}工作的经历。`;
      case 'industry':
        return chinese`你和${name}是同行：${what}。`;
      case 'speaks':
        return chinese`你和${name}都会说${what}。`;
      case 'learns':
        return chinese`你和${name}都在学${what}。`;
      case 'interest':
        return chinese`你和${name}都喜欢${what}。`;
    }
  },
  warmPath: (introducers) => {
    const here = introducers.filter((introducer) => introducer.here);
    const names = listed((here.length > 0 ? here : introducers).map(({ name }) => name));
    if (here.length === 0) return chinese`${names}认识你们两位，到场后可以帮忙引荐。`;
    return here.length === 1
      ? chinese`${names}就在现场，认识你们两位，可以帮忙引荐。`
      : chinese`${names}都在现场，认识你们两位，可以帮忙引荐。`;
  },
  bridge: '来自你的圈子之外：平时不容易遇到的人。',
  openTogether: (name, { mine, theirs, alike }) => {
    if (!sayable(mine) || !sayable(theirs)) return `${hello(name)}，我们来这里想做的事差不多，要不要一起？`;
    return alike
      ? `${hello(name)}，我们都写了${mine.quoted}，要不要一起？`
      : `${hello(name)}，您写了${theirs.quoted}，我写了${mine.quoted}，要不要一起？`;
  },
  openExchange: (name, give, get) =>
    chinese`${hello(name)}，我们先说五分钟${give.practises ?? give.speaks}，再说五分钟${get.practises ?? get.speaks}，好吗？`,
  openAlike: (name, { theirs }) =>
    sayable(theirs)
      ? `${hello(name)}，我们都写了${theirs.quoted}，这方面我也许能帮上忙，要不要交流一下？`
      : `${hello(name)}，我们来这里的目的一样，这方面我也许能帮上忙，要不要交流一下？`,
  openWish: (name, { mine, theirs, alike }, { iHire, theyHire }) => {
    const you = sayable(theirs) ? `看到${wants('您', theirs, theyHire)}` : '看了您写的目标';
    const me = sayable(mine) && !alike ? `正好${wants('我', mine, iHire)}` : '我们也许正合适';
    return `${hello(name)}，${you}，${me}，${FIVE_MINUTES}`;
  },
  openMutual: (name, give, get) => `${hello(name)}，${giving(give)}；${asking(get)}，${FIVE_MINUTES}`,
  openAsk: (name, get) => `${hello(name)}，${asks(get)}`,
  openGive: (name, give) => `${hello(name)}，${giving(give)}，${FIVE_MINUTES}`,
  openCommon: (name, common) => `${hello(name)}，${meToo(common)}`,
  openPlain: (name) => `${hello(name)}，您今天是怎么想到来这里的？`,
};

const FIVE_MINUTES = '方便聊五分钟吗？';

function hello(name: string): string {
  return chinese`${name}您好`;
}

function sayable({ brief, shape }: OwnWords): boolean {
  return brief && shape !== 'ongoing';
}

function giving({ mine, theirs, as, speaks }: ToldHelp): string {
  if (as === 'language') return chinese`我会说${speaks}，很乐意陪您练`;
  if (sayable(theirs)) return `看到${wants('您', theirs)}，我也许能帮上忙`;
  return sayable(mine) ? `${gives('我', mine)}，也许正是您需要的` : '看了您写的目标，我也许能帮上忙';
}

function asking({ mine, theirs, as, practises, speaks }: ToldHelp): string {
  if (as === 'language') return chinese`正好我在学${practises ?? speaks}`;
  if (sayable(mine)) return `正好${wants('我', mine)}`;
  return sayable(theirs) ? `也想请教您${theirs.quoted}` : '也有件事想请教您';
}

function asks({ mine, theirs, as, alike, practises, speaks }: ToldHelp): string {
  if (as === 'language') return chinese`我在学${practises ?? speaks}，能跟您练五分钟吗？`;
  const [me, you] = [sayable(mine) && wants('我', mine), sayable(theirs) && gives('您', theirs)];
  if (you && alike) return `看到${you}，正是我需要的，能请教一下吗？`;
  if (me && you) return `${me}，看到${you}，能请教一下吗？`;
  if (me) return `${me}，想请教您，${FIVE_MINUTES}`;
  return you ? `看到${you}，能请教一下吗？` : `有件事想请教您，${FIVE_MINUTES}`;
}

function shared({ mine, theirs, alike, same }: ToldCommon): string {
  if (alike) return theirs;
  return same ? `${mine}（${theirs}）` : chinese`${mine}和${theirs}`;
}

function meToo({ kind, mine, theirs, same }: ToldCommon): string {
  switch (kind) {
    case 'hometown':
    case 'ancestral-home':
      return same
        ? chinese`我也来自${mine}，您是怎么来到这里的？`
        : chinese`您来自${theirs}，我来自${mine}，您是怎么来到这里的？`;
    case 'lives-in':
      return same
        ? chinese`我也住在${mine}，那边您常去哪里？`
        : chinese`您住在${theirs}，我住在${mine}，您觉得那边怎么样？`;
    case 'lived-in':
      return same
        ? chinese`我也在${mine}住过，您是什么时候在那里的？`
        : chinese`您在${theirs}住过，我在${mine}住过，您是什么时候在那里的？`;
    case 'school':
      return chinese`我也是${mine}的，您是哪一届？`;
    case 'company':
      return chinese`我们都有在${mine}工作的经历，您在那里做什么？`;
    case 'industry':
      return chinese`我们是同行，都在${mine}这一行，您最近在忙什么？`;
    case 'speaks':
      return chinese`我也会说${mine}，您是怎么学的？`;
    case 'learns':
      return chinese`我也在学${mine}，您平时怎么练？`;
    case 'interest':
      return chinese`我也喜欢${mine}，您是怎么开始的？`;
  }
}
