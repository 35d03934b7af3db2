import type { Profession } from './demo-profession.js';

/** Those who teach, make, sell and heal. */
export const TOWN_PROFESSIONS: readonly Profession[] = [
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
