import { foldLatin } from '../../common/text-fold.js';

/** What a column of a guest list may hold. `checkedInAt` is known and left out: check-in happens here. */
export const GUEST_FIELDS = [
  'externalId',
  'order',
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'wechat',
  'company',
  'jobTitle',
  'status',
  'registeredAt',
  'checkedInAt',
  'goalKind',
  'sentence',
  'seeks',
  'offers',
  'languages',
  'learns',
  'ancestralHome',
  'hometown',
  'livesIn',
  'school',
  'industry',
  'interests',
] as const;
export type GuestField = (typeof GUEST_FIELDS)[number];

/** Exact headers of Luma, Eventbrite, Chinese form tools and hand-made sheets, folded and without punctuation. */
const EXACT: Record<GuestField, readonly string[]> = {
  externalId: [
    'api id',
    'guest id',
    'guest api id',
    'attendee',
    'attendee id',
    'ticket id',
    'id',
    '编号',
    '序列号',
    '报名编号',
    '票号',
  ],
  order: ['order', 'order id', 'order number', '订单号', '订单编号'],
  name: [
    'name',
    'full name',
    'guest name',
    'attendee name',
    '姓名',
    '名字',
    '中文名',
    '参会人',
    '嘉宾',
    '嘉宾姓名',
    '参会人姓名',
  ],
  firstName: ['first name', 'given name', 'firstname', 'forename', '名'],
  lastName: ['last name', 'family name', 'surname', 'lastname', '姓', '姓氏'],
  email: [
    'email',
    'e mail',
    'email address',
    'attendee email',
    'mail',
    '邮箱',
    '电子邮箱',
    '邮件',
    '电子邮件',
    '邮箱地址',
  ],
  phone: [
    'phone',
    'phone number',
    'mobile',
    'mobile phone',
    'cell phone',
    'telephone',
    'tel',
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '联系电话',
    '联系方式',
  ],
  wechat: ['wechat', 'wechat id', 'weixin', '微信', '微信号', '微信id'],
  company: [
    'company',
    'organization',
    'organisation',
    'employer',
    'company name',
    '公司',
    '单位',
    '公司名称',
    '工作单位',
    '所在公司',
    '机构',
  ],
  jobTitle: ['job title', 'title', 'position', 'role', 'job', 'occupation', '职位', '职务', '岗位', '头衔', '职业'],
  status: ['approval status', 'attendee status', 'status', 'rsvp', 'rsvp status', '状态', '报名状态', '审核状态'],
  registeredAt: [
    'created at',
    'order date',
    'registered at',
    'registration date',
    'timestamp',
    'date',
    '报名时间',
    '提交时间',
    '日期',
    '时间',
    '提交答卷时间',
  ],
  checkedInAt: ['checked in at', 'checkin date', 'check in time', 'checked in', '签到时间'],
  goalKind: ['goal', 'goal kind', 'purpose', '目标', '目的', '参会目的', '来意'],
  sentence: ['what are you looking for', 'looking for', 'goal sentence', '想找什么', '期待', '你想找什么'],
  seeks: ['seeks', 'seeking', 'i need', 'asks', 'needs', '需求', '想认识', '想认识谁', '寻找', '需要'],
  offers: ['offers', 'offer', 'i can help with', 'skills', '提供', '能提供', '可以提供', '资源', '技能', '能帮什么'],
  languages: ['languages', 'language', 'languages spoken', '语言', '会说的语言'],
  learns: ['learning', 'languages i learn', '在学', '正在学的语言', '想学的语言'],
  ancestralHome: ['老家', '籍贯', '祖籍', 'ancestral home'],
  hometown: ['hometown', 'home town', 'from', 'where are you from', '家乡', '故乡', '来自'],
  livesIn: ['city', 'location', 'lives in', 'current city', '城市', '所在城市', '现居', '居住地', '常住地'],
  school: ['school', 'university', 'alma mater', 'college', '学校', '毕业院校', '母校', '院校', '大学'],
  industry: ['industry', 'sector', 'field', '行业', '所属行业'],
  interests: ['interests', 'hobbies', 'interest', '兴趣', '爱好', '兴趣爱好'],
};

/** The organizer's own questions, tried in this order on what no exact header claimed. */
const QUESTIONS: readonly (readonly [GuestField, RegExp])[] = [
  [
    'offers',
    /\b(?:can|could|do) you (?:offer|help|give|share|bring)|what .*\boffer\b|(?:能|可以|愿意).{0,6}(?:提供|帮|分享|给)|你的资源/u,
  ],
  [
    'seeks',
    /\bwho (?:would|do) you (?:like|want|hope) to meet|want to meet|(?:想|希望).{0,4}(?:认识|结识|遇见|见到).{0,3}(?:谁|什么人|哪些人|怎样的人)/u,
  ],
  [
    'sentence',
    /\b(?:hope|want|like|trying|looking) (?:to )?(?:find|get|for|achieve)|why are you (?:coming|joining)|(?:希望|想|期待).{0,6}(?:找|收获|得到|获得)/u,
  ],
  ['goalKind', /\bmain (?:goal|purpose|reason)|(?:主要|参会|参加).{0,3}(?:目的|目标|原因)/u],
  ['wechat', /wechat|weixin|微信/u],
  ['email', /\be ?mail\b|邮箱/u],
  ['phone', /\b(?:phone|mobile)\b|手机|电话/u],
  ['hometown', /where are you (?:originally )?from|home ?town|家乡|来自哪/u],
  ['ancestralHome', /老家|籍贯|祖籍/u],
  ['livesIn', /where do you live|based in|现居|住在哪/u],
  ['school', /\b(?:school|university|college)\b|毕业(?:院校|于)|母校/u],
  ['learns', /languages? .*\blearn|想学.*语言|在学.*语言/u],
  ['languages', /\blanguages?\b|语言/u],
  ['interests', /\b(?:interests?|hobb(?:y|ies))\b|兴趣|爱好/u],
  ['industry', /\bindustry\b|行业/u],
  ['company', /\b(?:company|organi[sz]ation|employer)\b|where do you work|公司|单位/u],
  ['jobTitle', /\bjob title\b|what do you do|职位|职务/u],
];

/** For every header its field or null. A field is given once: exact headers first, then the earliest question. */
export function mapColumns(headers: readonly string[]): (GuestField | null)[] {
  const folded = headers.map((header) =>
    foldLatin(header)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const taken = new Set<GuestField>();
  const fields = folded.map((header) =>
    claim(
      taken,
      GUEST_FIELDS.find((field) => EXACT[field].includes(header)),
    ),
  );
  return fields.map((field, at) => {
    const asked = QUESTIONS.filter(([, question]) => question.test(folded[at] ?? '')).map(([wanted]) => wanted);
    return (
      field ??
      claim(
        taken,
        asked.find((wanted) => !taken.has(wanted)),
      )
    );
  });
}

function claim(taken: Set<GuestField>, field: GuestField | undefined): GuestField | null {
  if (field === undefined || taken.has(field)) return null;
  taken.add(field);
  return field;
}
