import { ALL_CONSENTS, type Attendee } from './people.js';

export const LENA: Attendee = {
  name: 'Lena Fischer',
  wechat: 'lena_builds_tools',
  goal: {
    kind: 'hire',
    seeks: ['backend engineers'],
    offers: ['visa support', 'remote work'],
    sentence: 'We are eight people making tools for teachers and need our first backend engineer.',
  },
  consents: ALL_CONSENTS,
};
/** Came for what Lena offers, and the other way round, in the other language. */
export const XIAOMING: Attendee = {
  name: '王晓明',
  wechat: 'wangxm_dev',
  goal: {
    kind: 'find-job',
    seeks: ['签证支持', '远程工作'],
    offers: ['后端开发', '摄影'],
    sentence: '写了六年后端，想加入一个做教育产品的小团队。',
  },
  consents: ALL_CONSENTS,
};
/** Knows both. Does not want to stand on the big screen. */
export const YUE: Attendee = {
  name: '陈悦',
  wechat: 'yue_tea_house',
  goal: {
    kind: 'friends',
    seeks: ['徒步'],
    offers: ['引荐', '咖啡馆清单'],
    sentence: '在上海开茶馆，喜欢把合适的人带到一张桌上。',
  },
  consents: ['takePart', 'board', 'suggestions'],
};
