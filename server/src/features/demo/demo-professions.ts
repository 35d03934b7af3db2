import type { GoalKind } from '@teabreak/shared';

/** The same in 中文 and English; an invented guest speaks one of the two. */
export type Bilingual = readonly [zh: string, en: string];

export interface Need {
  kind: GoalKind;
  seeks: readonly Bilingual[];
  sentence: Bilingual;
}
export interface Profession {
  title: Bilingual;
  industry: Bilingual;
  offers: readonly Bilingual[];
  needs: readonly Need[];
}

/** What the invented guests do, can give and look for. What some seek others offer, so that there is something to match. */
export const PROFESSIONS: readonly Profession[] = [
  {
    title: ['产品经理', 'Product manager'],
    industry: ['互联网', 'internet'],
    offers: [
      ['产品设计', 'product design'],
      ['用户研究', 'user research'],
    ],
    needs: [
      {
        kind: 'partner',
        seeks: [
          ['后端工程师', 'back-end engineer'],
          ['品牌设计', 'brand design'],
        ],
        sentence: [
          '想做一款给独居老人的陪伴产品，正在找第一位技术合伙人。',
          'Building a companion app for older people who live alone; looking for the first engineer to join me.',
        ],
      },
      {
        kind: 'advice',
        seeks: [['出海经验', 'overseas expansion']],
        sentence: [
          '产品准备走向东南亚，想听听踩过坑的人怎么说。',
          'Our product is about to go to South-East Asia; I would love to hear from people who made the mistakes already.',
        ],
      },
    ],
  },
  {
    title: ['后端工程师', 'Back-end engineer'],
    industry: ['软件', 'software'],
    offers: [
      ['后端工程师', 'back-end engineer'],
      ['云架构', 'cloud architecture'],
    ],
    needs: [
      {
        kind: 'find-job',
        seeks: [
          ['远程工作', 'remote work'],
          ['气候科技', 'climate tech'],
        ],
        sentence: [
          '写了八年后端，想把经验用在气候或健康领域。',
          'Eight years of back-end work behind me; I want to put it to use for climate or health.',
        ],
      },
      {
        kind: 'partner',
        seeks: [['产品设计', 'product design']],
        sentence: [
          '手里有一个能跑的原型，缺一位懂用户的人。',
          'I have a prototype that runs and nobody who understands its users.',
        ],
      },
    ],
  },
  {
    title: ['前端工程师', 'Front-end engineer'],
    industry: ['软件', 'software'],
    offers: [
      ['前端工程师', 'front-end engineer'],
      ['小程序开发', 'Mini Program development'],
    ],
    needs: [
      {
        kind: 'find-job',
        seeks: [['前端岗位', 'front-end job']],
        sentence: [
          '刚从上海搬来，想找一个重视无障碍的团队。',
          'New in town, looking for a team that cares about accessibility.',
        ],
      },
      {
        kind: 'clients',
        seeks: [['创业公司', 'startups']],
        sentence: [
          '接小程序和网站项目，两周能交付第一版。',
          'I take on Mini Programs and sites; a first version takes me two weeks.',
        ],
      },
    ],
  },
  {
    title: ['品牌设计师', 'Brand designer'],
    industry: ['设计', 'design'],
    offers: [
      ['品牌设计', 'brand design'],
      ['包装设计', 'packaging design'],
    ],
    needs: [
      {
        kind: 'clients',
        seeks: [
          ['餐饮品牌', 'food brands'],
          ['创业公司', 'startups'],
        ],
        sentence: [
          '擅长给小品牌做一套能自己用下去的视觉。',
          'I give small brands an identity they can carry on by themselves.',
        ],
      },
    ],
  },
  {
    title: ['天使投资人', 'Angel investor'],
    industry: ['投资', 'venture capital'],
    offers: [
      ['天使投资', 'angel investment'],
      ['融资建议', 'fundraising advice'],
    ],
    needs: [
      {
        kind: 'partner',
        seeks: [
          ['气候科技', 'climate tech'],
          ['医疗健康', 'digital health'],
        ],
        sentence: [
          '每年投五六个早期团队，更看重人。',
          'I back five or six early teams a year, and look at the people first.',
        ],
      },
    ],
  },
  {
    title: ['气候科技创始人', 'Climate-tech founder'],
    industry: ['新能源', 'renewable energy'],
    offers: [
      ['气候科技', 'climate tech'],
      ['碳核算', 'carbon accounting'],
    ],
    needs: [
      {
        kind: 'investment',
        seeks: [
          ['天使投资', 'angel investment'],
          ['供应链', 'supply chain'],
        ],
        sentence: [
          '用余热给写字楼供暖，第一栋楼已经跑了一个冬天。',
          'We heat offices with waste heat; the first building has run for one winter.',
        ],
      },
      {
        kind: 'hire',
        seeks: [['后端工程师', 'back-end engineer']],
        sentence: [
          '团队六个人，找第七位：能独立扛后端的工程师。',
          'We are six and look for the seventh: an engineer who carries the back end alone.',
        ],
      },
    ],
  },
  {
    title: ['招聘顾问', 'Recruiter'],
    industry: ['人力资源', 'recruitment'],
    offers: [
      ['前端岗位', 'front-end job'],
      ['职业建议', 'career advice'],
    ],
    needs: [
      {
        kind: 'hire',
        seeks: [
          ['前端工程师', 'front-end engineer'],
          ['机器学习', 'machine learning'],
        ],
        sentence: [
          '手上有十几个技术岗位，先聊天再看简历。',
          'A dozen engineering roles on my desk; we talk first and read the CV later.',
        ],
      },
    ],
  },
  {
    title: ['律师', 'Lawyer'],
    industry: ['法律', 'law'],
    offers: [
      ['公司注册', 'company registration'],
      ['劳动法', 'employment law'],
    ],
    needs: [
      {
        kind: 'clients',
        seeks: [['创业公司', 'startups']],
        sentence: [
          '帮外国创始人在中国落地，第一次咨询不收费。',
          'I help founders from abroad to set up in China; the first hour is free.',
        ],
      },
      {
        kind: 'friends',
        seeks: [['徒步', 'hiking']],
        sentence: [
          '周末常去西山，缺几个走得慢的伙伴。',
          'Often in the Western Hills at weekends, in need of slow walkers.',
        ],
      },
    ],
  },
  {
    title: ['税务顾问', 'Tax adviser'],
    industry: ['财务', 'finance'],
    offers: [
      ['税务筹划', 'tax advice'],
      ['财务建模', 'financial modelling'],
    ],
    needs: [
      {
        kind: 'clients',
        seeks: [
          ['跨境电商', 'cross-border e-commerce'],
          ['创业公司', 'startups'],
        ],
        sentence: ['专做跨境小公司的账。', 'I keep the books of small companies that sell across borders.'],
      },
    ],
  },
  {
    title: ['中文老师', 'Chinese teacher'],
    industry: ['教育', 'education'],
    offers: [
      ['中文对话', 'Chinese conversation'],
      ['书法', 'calligraphy'],
    ],
    needs: [
      {
        kind: 'language-exchange',
        seeks: [['英语对话', 'English conversation']],
        sentence: ['一杯茶换一小时英语。', 'An hour of English for an hour of Chinese, and the tea is on me.'],
      },
    ],
  },
  {
    title: ['译者', 'Translator'],
    industry: ['出版', 'publishing'],
    offers: [
      ['英语对话', 'English conversation'],
      ['翻译', 'translation'],
    ],
    needs: [
      {
        kind: 'language-exchange',
        seeks: [['中文对话', 'Chinese conversation']],
        sentence: [
          '中文能读小说，一开口就紧张。',
          'I read novels in Chinese and go silent as soon as I have to speak.',
        ],
      },
      {
        kind: 'friends',
        seeks: [['爵士乐', 'jazz']],
        sentence: ['想找人一起去听周四的爵士现场。', 'Looking for company for the Thursday jazz night.'],
      },
    ],
  },
  {
    title: ['摄影师', 'Photographer'],
    industry: ['摄影', 'photography'],
    offers: [
      ['人像摄影', 'portrait photos'],
      ['短视频', 'short videos'],
    ],
    needs: [
      {
        kind: 'clients',
        seeks: [
          ['餐饮品牌', 'food brands'],
          ['活动场地', 'event venue'],
        ],
        sentence: ['给人拍照之前先聊十分钟。', 'I talk with people for ten minutes before I take their picture.'],
      },
    ],
  },
  {
    title: ['播客主播', 'Podcast host'],
    industry: ['媒体', 'media'],
    offers: [
      ['媒体报道', 'press coverage'],
      ['播客制作', 'podcast production'],
    ],
    needs: [
      {
        kind: 'curious',
        seeks: [
          ['气候科技', 'climate tech'],
          ['非遗手艺', 'traditional crafts'],
        ],
        sentence: [
          '在找愿意讲失败故事的创业者。',
          'Looking for founders who are willing to tell the story that went wrong.',
        ],
      },
    ],
  },
  {
    title: ['供应链经理', 'Supply chain manager'],
    industry: ['制造', 'manufacturing'],
    offers: [
      ['供应链', 'supply chain'],
      ['工厂资源', 'factory contacts'],
    ],
    needs: [
      {
        kind: 'clients',
        seeks: [
          ['海外渠道', 'overseas distribution'],
          ['跨境电商', 'cross-border e-commerce'],
        ],
        sentence: [
          '在佛山和宁波有合作十年的工厂。',
          'Factories in Foshan and Ningbo that we have worked with for ten years.',
        ],
      },
    ],
  },
  {
    title: ['跨境电商卖家', 'Cross-border seller'],
    industry: ['电商', 'e-commerce'],
    offers: [
      ['海外渠道', 'overseas distribution'],
      ['跨境电商', 'cross-border e-commerce'],
      ['出海经验', 'overseas expansion'],
    ],
    needs: [
      {
        kind: 'partner',
        seeks: [
          ['供应链', 'supply chain'],
          ['包装设计', 'packaging design'],
        ],
        sentence: [
          '在欧洲卖露营装备，今年想自己做一个品牌。',
          'We sell camping gear in Europe and want a brand of our own this year.',
        ],
      },
    ],
  },
  {
    title: ['机器学习研究员', 'Machine-learning researcher'],
    industry: ['人工智能', 'artificial intelligence'],
    offers: [
      ['机器学习', 'machine learning'],
      ['数据分析', 'data analysis'],
    ],
    needs: [
      {
        kind: 'partner',
        seeks: [['医疗健康', 'digital health']],
        sentence: [
          '模型在论文里很好看，想看看它在医院里行不行。',
          'My models look good on paper; I would like to see them survive in a clinic.',
        ],
      },
      {
        kind: 'find-job',
        seeks: [['远程工作', 'remote work']],
        sentence: ['想从大公司去一个小团队。', 'Ready to leave a large company for a small team.'],
      },
    ],
  },
  {
    title: ['医生', 'Doctor'],
    industry: ['医疗', 'health care'],
    offers: [
      ['医疗健康', 'digital health'],
      ['临床经验', 'clinical experience'],
    ],
    needs: [
      {
        kind: 'advice',
        seeks: [
          ['机器学习', 'machine learning'],
          ['数据分析', 'data analysis'],
        ],
        sentence: [
          '门诊每天两百人，想知道哪些事情可以交给机器。',
          'Two hundred patients a day; I want to learn what a machine could take off our hands.',
        ],
      },
    ],
  },
  {
    title: ['茶馆主人', 'Tea house owner'],
    industry: ['餐饮', 'food and drink'],
    offers: [
      ['活动场地', 'event venue'],
      ['餐饮品牌', 'food brands'],
      ['茶', 'tea'],
    ],
    needs: [
      {
        kind: 'clients',
        seeks: [
          ['品牌设计', 'brand design'],
          ['短视频', 'short videos'],
        ],
        sentence: [
          '胡同里开了第二家店，想让年轻人也走进来。',
          'We opened a second house in the hutongs and want younger people to come in.',
        ],
      },
      {
        kind: 'friends',
        seeks: [['茶', 'tea']],
        sentence: ['带了三款岩茶，找懂茶的人一起喝。', 'I brought three rock teas and would like to share them.'],
      },
    ],
  },
  {
    title: ['城市规划师', 'Urban planner'],
    industry: ['建筑', 'architecture'],
    offers: [
      ['社区营造', 'community building'],
      ['徒步', 'hiking'],
    ],
    needs: [
      {
        kind: 'curious',
        seeks: [
          ['碳核算', 'carbon accounting'],
          ['社区营造', 'community building'],
        ],
        sentence: [
          '在做老小区改造，想认识不同行业的邻居。',
          'I renew old neighbourhoods and would like to meet neighbours from other trades.',
        ],
      },
    ],
  },
  {
    title: ['独立音乐人', 'Musician'],
    industry: ['音乐', 'music'],
    offers: [
      ['爵士乐', 'jazz'],
      ['声音设计', 'sound design'],
    ],
    needs: [
      {
        kind: 'friends',
        seeks: [
          ['播客制作', 'podcast production'],
          ['活动场地', 'event venue'],
        ],
        sentence: ['想办一场二十个人的小演出。', 'I would like to play for twenty people in a small place.'],
      },
    ],
  },
];
