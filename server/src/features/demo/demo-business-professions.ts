import type { Profession } from './demo-profession.js';

/** Those who build, finance and look after companies. */
export const BUSINESS_PROFESSIONS: readonly Profession[] = [
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
];
