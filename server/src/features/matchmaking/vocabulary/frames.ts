import { EMPTY } from '../tag-text.js';
import { formKey } from './checked-concepts.js';

/**
 * What words do that name nothing themselves: say nothing ("looking for"), begin another thing ("meet", 认识), describe what
 * stands before them ("for", "who"), belong to it ("of"), join, deny, turn what precedes into a description (的).
 */
export type Frame = 'empty' | 'begin' | 'describe' | 'of' | 'and' | 'not' | 'de';

const FRAMES = new Map<string, Frame>();

/** Phrases apart by white space, their words by `_`. */
const keys = (phrases: string) => new Set(phrases.split(/\s+/u).map((phrase) => formKey(phrase.replaceAll('_', ' '))));

function frame(kind: Frame, phrases: string): void {
  for (const phrase of phrases.split(/[\s、]+/u)) FRAMES.set(formKey(phrase.replaceAll('_', ' ')), kind);
}

frame(
  'describe',
  'for in with who that which where near from at about on to across over by into within via as using around between among',
);
frame('of', 'of');
frame('and', 'and or plus turned & 和 与 或 及 跟 以及 或者 还有 并且 或是');
frame(
  'not',
  'not no without except never dont_need dont_want 不要 不想 不找 不需要 不做 不懂 不会 除了 拒绝 不是 无需',
);
frame('empty', 'not_only no_experience no_matter why_not not_sure no_idea 不仅 不只 不错 不同');
frame('de', '的 之');
frame(
  'begin',
  `找 想找 寻找 寻求 认识 结识 聊 聊聊 聊天 交流 讨论 探讨 分享 学 学习 请教 求教 合作 需要 提供 求 想 想要 希望 可以 能 能够
  会 想学 想做 想认识 想聊 可提供 能提供 擅长 喜欢 爱好 交换`,
);
frame(
  'empty',
  `了 在 有 是 让 把 被 给 为 对 我 你 他 她 您 们 我们 你们 他们 大家 人 个 也 都 很 更 最 新 好 等 中 来 去 到 从 以 并 而 且
  将 请 帮 帮忙 帮助 帮我 要 懂 懂得 做 教 开 办 搞 玩 打 看 听 写 者 家 员 师 类 界 圈 业 里 内 上 下 级 性 化 型 式 及其 一起
  一个 一位 一些 一名 几个 各位 各种 这个 那个 如何 怎么 怎样 怎么样 什么 哪里 为什么 可以教 可教 了解 熟悉 精通 从事 负责 关于
  有关 相关 方面 领域 行业 感兴趣 兴趣 爱 热爱 正在 目前 现在 最近 以后 周末 平时 每周 经常 一直 已经 刚刚 还在 入门 零基础
  小白 新手 高级 资深 专业 优秀 靠谱 有经验 经验 丰富 多年 朋友们 同好 同学 同行 伙伴们 小伙伴 志同道合 欢迎 谢谢 你好 大家好
  公司 企业 机构 单位 本地 线上 线下 国内 海外 北京 上海 广州 深圳 杭州 成都 中国 全国 我司 本人 个人 自己 真实 免费 付费 长期
  短期 一下 互相 相互 彼此 之间 通过 利用 使用 进行 实现 开始 打算 计划 准备 考虑 尝试 试试 参加 加入 组织 组建 搭建 建立
  落地 支持 协助 高手 大神 大佬 达人 能手 老手 行家 牛人 圈内人 操盘手 操盘 主理人 合伙 方案 优化 打磨 提升 修改 外包 接单 接活 承接 全包 一条龙
  一站式 跑腿 把关 支招 指点 解答 答疑 避坑 经验丰富 自学 提高 学会 懂行 内行 十年 八年 五年 三年 手把手 上门 远程 拓展 对接 资源 需求 机会 建议 问题 话题 内容 方向 方法 技巧 知识 能力 技能 水平 工具 事情 东西 地方 时候 时间 生活 信息
  服务 项目 业务 产业 生态 群 圈子 组 队 班 课 局`,
);
frame(
  'empty',
  `looking_for look_to in_need_of on_the_side as_well_as at_least of_course for_example such_as
  built made written designed fixed cleaned sorted sorted_out handled done_right who_gets_it from_scratch end-to-end end_to_end hands-on
  hands_on one-on-one one_to_one reliable trustworthy affordable cheap decent proper solid freelancer freelancers guru geek nerd wizard whiz pro
  veteran newbie newcomer starter solution solutions provider providers in-house remotely nearby ideally asap urgently anyone_into into
  can_do do_it doer up_to get_to_know keep_in_touch get_in_touch in_general in_person on_site based_in by_the_way in_order_to`,
);

/** Before an article these are verbs that say nothing: "running a company" is no sport, "building an app" no house. */
const VERBS = new Set(
  'run build grow make start lead open host hold own play launch set head manage develop create plan drive book'.split(
    ' ',
  ),
);

export function isVerb(unit: string): boolean {
  return VERBS.has(unit);
}

/** Behind the name of a language these make it an origin: Chinese companies speak all sorts of languages. */
const FROM_SOMEWHERE = keys(
  `company firm business market brand startup team client customer people friend culture food government law product
  factory supplier person 公司 企业 市场 品牌 客户 团队 文化`,
);

export function isFromSomewhere(key: string): boolean {
  return FROM_SOMEWHERE.has(key);
}

/** Behind an article these are somebody's own, not what somebody does. */
const OWNED = new Set(
  'product company firm startup brand service team office market shop store app software'.split(' '),
);

export function isOwned(unit: string): boolean {
  return OWNED.has(unit);
}

/**
 * Words for a role or place that give way to what they are a role for: a yoga teacher is about yoga. The number is what is
 * left of their own meaning.
 */
const LEAST_ROLE = 0.45;
const ROLES = new Map<string, number>();

function role(strength: number, phrases: string): void {
  for (const phrase of phrases.split(/[\s、]+/u)) ROLES.set(formKey(phrase.replaceAll('_', ' ')), strength);
}

role(
  LEAST_ROLE,
  `seller teacher teaching tutor tutoring coach coaching trainer training instructor lesson class course workshop school academy
  agency agent company startup start-up studio firm shop store brand business industry sector club community group
  partner buddy friend fan lover enthusiast market event meetup party network forum space center team professional
  老师 教师 教学 家教 教练 导师 指导 培训 培训师 课程 辅导 陪练 学校 中介 代理 公司 创业 初创 初创公司 创业公司 工作室 店 门店
  品牌 行业 俱乐部 社群 社区 社团 搭子 伙伴 搭档 朋友 爱好者 卖家 口语 发音 会话 活动 沙龙 聚会 比赛 代办 办理 定制 市场 圈 圈子 团队 团 馆 群 迷 体验`,
);
role(
  0.6,
  `consultant consulting advisor adviser advisory expert specialist analyst research researcher service services product
  technology tech engineer engineering 顾问 咨询 专家 研究 研究员 分析师 服务 产品 技术 科技 工程师 人才`,
);
role(
  0.75,
  `importer exporter supplier manufacturer factory distributor wholesaler retailer maker dealer trader buyer founder 供应商 厂家
  工厂 制造商 经销商 批发 批发商 贸易商 代理商 进口商 出口商 采购 采购商 货源 供货 进口 出口 贸易 买家 创始人 老板`,
);
role(
  0.75,
  'developer development dev programmer programming designer design software app platform 开发 研发 设计 设计师 软件 平台',
);

/** Where something is, beside what it is; alone, what somebody knows the market of. */
role(
  LEAST_ROLE,
  `vietnam indonesia thailand malaysia singapore philippines cambodia laos myanmar asean sea southeast_asia south-east_asia south_asia india
  pakistan bangladesh sri_lanka japan korea south_korea hong_kong macau taiwan middle_east gulf gcc mena uae dubai abu_dhabi saudi saudi_arabia
  riyadh qatar turkey israel egypt iran iraq africa nigeria kenya ethiopia south_africa tanzania ghana morocco rwanda europe eu germany france
  italy spain uk united_kingdom britain england netherlands poland hungary portugal switzerland sweden belgium austria greece czech_republic
  ireland nordics scandinavia russia kazakhstan uzbekistan central_asia ukraine latin_america latam south_america mexico brazil chile peru
  colombia argentina usa us united_states america north_america canada australia new_zealand oceania
  越南 印尼 印度尼西亚 泰国 马来西亚 马来 新加坡 菲律宾 柬埔寨 老挝 缅甸 东盟 东南亚 南亚 印度 巴基斯坦 孟加拉 斯里兰卡 日本 韩国 日韩 香港
  澳门 台湾 中东 海湾 阿联酋 迪拜 阿布扎比 沙特 沙特阿拉伯 利雅得 卡塔尔 土耳其 以色列 埃及 伊朗 非洲 尼日利亚 肯尼亚 埃塞俄比亚 南非 坦桑尼亚
  加纳 摩洛哥 欧洲 欧盟 欧美 德国 法国 意大利 西班牙 英国 荷兰 波兰 匈牙利 葡萄牙 瑞士 瑞典 比利时 北欧 东欧 俄罗斯 哈萨克斯坦 乌兹别克斯坦
  中亚 乌克兰 拉美 南美 墨西哥 巴西 智利 秘鲁 哥伦比亚 阿根廷 美国 北美 加拿大 澳洲 澳大利亚 新西兰 大洋洲`,
);

/** Whoever writes these before (or in Chinese behind) what they look for has work to give. */
const HIRING = keys('hiring hire recruiting recruit we_are_hiring 招聘 招募 急招 诚聘 招 招人 直招');
const JOB = keys(
  `job role position vacancy internship intern job_opening job_opportunity career employment gig job_search job_hunting new_job
  工作 岗位 岗 职位 工作机会 求职 找工作 实习 实习生 就业 跳槽 应聘 转行 全职 兼职 换工作 找实习 新工作 内推`,
);
const JOB_FIRST = keys('求职 应聘 转行 跳槽 找工作 转行做 换工作');
const WORK_AS = keys('work_as find_work_in find_work_as look_for_work_in look_for_work_as');

export const isHiring = (key: string) => HIRING.has(key);
export const isJob = (key: string) => JOB.has(key) || WORK_AS.has(key);
/** Of words for a job: these may stand right before what the job is. */
export const isJobFirst = (key: string) => JOB_FIRST.has(key);

for (const key of [...EMPTY, ...ROLES.keys(), ...HIRING, ...JOB, ...WORK_AS]) {
  if (!FRAMES.has(key)) FRAMES.set(key, 'empty');
}

export function frameOf(key: string): Frame | undefined {
  return FRAMES.get(key);
}

/** Also what else says nothing beside something else, where it is the form of a concept: 资源 in 供应链资源. */
export function roleStrength(key: string): number | undefined {
  return ROLES.get(key) ?? (FRAMES.has(key) && !isHiring(key) && !isJob(key) ? LEAST_ROLE : undefined);
}
