import { meaning, vocabulary } from '../vocabulary.js';

/** What suggestions are made of: below this two people are not shown to each other for these words. */
const MEETS = 0.5;

/** How well an offered text answers a sought one by the vocabulary alone, 0…1. */
function answers(sought: string, offered: string): number {
  let best = 0;
  for (const [seek, one] of meaning(sought).concepts) {
    for (const [offer, two] of meaning(offered).concepts) {
      best = Math.max(best, one * two * (vocabulary.answers(seek).get(offer) ?? 0));
    }
  }
  return best;
}

describe('G1: sentences in which nobody wrote the vocabulary’s own words meet', () => {
  it.each([
    ['someone to keep our books in order', 'I run a small accounting firm'],
    ['need a hand with our yearly tax return', '会计师，熟悉小企业报税'],
    ['find a job in product', 'hiring product managers for our AI team'],
    ['looking for work as a data analyst', '我们正在招聘数据分析师'],
    ['找前端开发的工作', 'hiring frontend engineers'],
    ['想找一份运营岗位', '招聘懂跨境电商的运营'],
    ['we are hiring iOS developers', 'looking for a position as iOS engineer'],
    ['want to practise my Spanish', 'native Spanish speaker from Madrid'],
    ['想练一练法语口语', 'I can teach French'],
    ['somebody who can teach my kid the piano', '钢琴老师，教小朋友弹琴'],
    ['learning to play the guitar', '吉他教学，零基础也可以'],
    ['teach me how to swim', '游泳教练'],
    ['people to go hiking with on Sundays', '周末爬山，欢迎一起'],
    ['找人一起打羽毛球', 'badminton twice a week'],
    ['a running buddy for the mornings', '每天晨跑的跑友'],
    ['want to start climbing', 'experienced rock climber'],
    ['cyclists for weekend rides', '周末骑行'],
    ['angel money for our seed round', '早期天使投资人，看AI项目'],
    ['raising our first round', 'I invest in early stage startups'],
    ['seeking a technical cofounder for a fintech app', '想做技术合伙人'],
    ['寻找技术合伙人一起创业', 'full-stack engineer who wants to be a CTO co-founder'],
    ['help with my work visa', '签证顾问，办理工作许可'],
    ['how do I set up a WFOE', '公司注册代办'],
    ['a lawyer who knows employment contracts', '劳动法律师'],
    ['protect our trademark in China', '知识产权律师'],
    ['who can photograph our new products', '产品摄影师'],
    ['need headshots for my team', '人像摄影，形象照'],
    ['cut and edit our videos', '视频剪辑师'],
    ['making short clips for Douyin', '短视频制作团队'],
    ['translate our website into Chinese', '英译中翻译，十年经验'],
    ['同声传译', 'conference interpreter English–Chinese'],
    ['redesign our logo', '品牌设计师'],
    ['our app needs a better user experience', 'UX designer'],
    ['build a WeChat mini program', '小程序开发'],
    ['someone who knows kubernetes', '运维工程师'],
    ['factories that make small batches of clothes', '服装加工厂，接小单'],
    ['where to find fabric suppliers', '面料供应商'],
    ['shipping goods to Europe', '国际货代，欧洲专线'],
    ['sell on Amazon from China', '亚马逊运营'],
    ['get our brand onto Xiaohongshu', '小红书种草推广'],
    ['journalists who write about climate', '关注气候的记者'],
    ['reduce our carbon footprint', 'carbon accounting consultant'],
    ['solar projects in Africa', '光伏企业，做海外'],
    ['a bilingual kindergarten for my daughter', '双语幼儿园园长'],
    ['other parents with toddlers', '带娃的宝妈'],
    ['a flat to rent near the office', '租房中介'],
    ['looking for a flatmate', '找室友合租'],
    ['a desk in a shared office', '联合办公空间'],
    ['speciality coffee roasters', '精品咖啡烘焙'],
    ['opening a small restaurant', '餐饮老板，开过三家店'],
    ['爵士乐手，找人一起排练', 'jazz saxophonist'],
    ['drummer for our rock band', '鼓手'],
    ['find players for board games', '桌游爱好者'],
    ['狼人杀', 'murder mystery and board game nights'],
    ['read more books together', '读书会发起人'],
    ['advice from experienced founders', '连续创业者'],
    ['I want to talk about large language models', '大模型算法工程师'],
    ['machine learning peopel', '人工智能研究员'],
    ['photograhper for a weding', '婚礼摄影师'],
    ['acountant', '会计'],
    ['volunters for our charity', '志愿者，做公益'],
    ['a doctor who speaks English', '国际诊所医生'],
    ['mindfulness and meditation for busy people', '冥想老师'],
    ['私人健身教练', 'personal trainer'],
  ])('%s ↔ %s', (sought, offered) => {
    expect(answers(sought, offered)).toBeGreaterThanOrEqual(MEETS);
  });
});

describe('G1: words that only look alike do not meet', () => {
  it.each([
    ['legal advice', 'java developer'],
    ['product photography', 'product manager'],
    ['产品经理', '产品摄影'],
    ['running', 'running a company'],
    ['English teacher', 'English-speaking lawyer'],
    ['a walk along the river bank', 'investment bank analyst'],
    ['backend engineer', 'weekend hikes'],
    ['go game', 'golang developer'],
    ['market entry', 'marketing manager'],
    ['interior design', 'interesting investors'],
    ['Spanish conversation', 'Portuguese teacher'],
    ['英语老师', '日语老师'],
    ['yoga teacher', 'piano teacher'],
    ['篮球', '足球'],
    ['football', 'table tennis'],
    ['tax accountant', 'wedding photographer'],
    ['wine tasting', 'tea tasting'],
    ['coffee', 'yoga'],
    ['doctor', 'PhD in history'],
    ['hiring backend engineers', 'hiring product designers'],
    ['a job in finance', 'hiring kindergarten teachers'],
    ['找产品经理的工作', '找产品经理的工作室空间'],
    ['证书', '书'],
    ['学会计', '学会'],
    ['no crypto please, looking for an accountant', 'crypto trader'],
    ['不需要投资，找供应商', '天使投资人'],
    ['law', 'lawn'],
    ['training for a marathon', 'model railway trains'],
    ['music for children', 'parenting advice'],
    ['accountant for restaurants', 'chef'],
    ['marketing for hotels', 'hotel rooms for rent'],
    ['cars', 'cards'],
    ['dance', 'data'],
    ['fishing', 'phishing protection'],
    ['patent lawyer', 'parents with kids'],
    ['set design', 'company set-up'],
    ['Java', '爪哇咖啡'],
    ['python snakes', '蟒蛇'],
    ['light design', 'light rail'],
    ['会展', '会'],
    ['国画', '中国商业地产'],
    ['brand design', 'brandy'],
  ])('%s is not answered by %s', (sought, offered) => {
    expect(answers(sought, offered)).toBeLessThan(MEETS);
  });
});
