import { englishWish } from './english-frames.js';
import { widthOf } from './quote.js';
import type { Framed } from './shape.js';

const SUBJECT = /^(?:我们公司|我司|我们|我|本人)(?:现在|目前|最近|一直|也|还)*/u;
const LOOKING =
  /^(?:正在|现在|目前|最近|一直)*在?(?:寻找|找寻|寻求|寻|找|需要)(?:一[位个名些家]|几[位个名家]|[位个名])?(?=.)/u;
const WANTING = /^(?:想要|想(?![象法念到起必])|希望(?!工程|小学)能?|打算|期待)(?=.)/u;
const HIRING =
  /^(?:正在)?(?:招聘|招募|急招|诚聘|招)(?!聘|商|生|牌|财|标|待|会|经理|专员|主管|总监|顾问|负责|平台|网站|软件|系统|工具|渠道|服务|人)(?=.)/u;
const REQUEST = /^(?:帮|教|带|陪|给|替|为)(?:我们?|我司|公司)/u;
const ACTION = new RegExp(
  '^(?:认识|结识|了解|请教|拓展|开拓|提升|提高|改善|加入|参与|组建|搭建|进入|转型|一起|约|求|聊聊|找(?!茬|零)|寻找|寻求)(?!者|费|期|训练).' +
    '|^(?:学|练|学习|练习|提高).*(?:语|文|话|琴|画|舞|歌|字|拳|编程|写作|设计|摄影|投资|滑雪|游泳|口语|听力|能力)$' +
    '|^(?:融资|招人|创业|转行|跳槽|换工作|求职|交朋友|交友|出海|聊天|爬山|徒步|跑步|骑行|露营|打球|踢球|踢足球|打羽毛球|打网球|打篮球|唱歌|喝酒|喝咖啡|吃饭|看展|看电影|玩桌游|下棋|旅行|旅游|滑雪|游泳|健身|学车)$',
  'u',
);
/** 找 + one of these is whom or what is looked for, and nothing else. */
const NOUN_END =
  /(?:人|师|员|者|伴|友|家|方|工作|岗位|职位|实习|团队|资源|渠道|客户|公司|工厂|供应商|代理商|经销商|搭子|投资|顾问|会计|教练|经理|总监|主管|前端|后端|开发|设计|销售|运营|产品|市场|房子|房源|场地|办公室|项目|机会|灵感|建议|朋友|同好|组织|社群|嘉宾|主播|达人|博主|医生|司机|阿姨|翻译|供应链|品牌|货源)$/u;
/** 找朋友一起吃饭, 找老师学琴: somebody is looked for to do something. */
const DOES_SOMETHING =
  /^人.|一起|聊|学(?![校生姐长员者院妹弟霸术历])|做|教(?![练师授育])|帮|介绍|合作(?!伙伴|方|者|商)|推荐|陪(?!练)|带(?!货)|玩(?!家|伴)|打(?!工)|办(?!公)|拍|谈|买|卖(?!家)|租|换|(?<!顾)问|请|来|去|当|给|让|把|能|会(?=[说讲弹做写拉唱教修用画编])|可以|愿意|想|交流|分享|代(?!理)|搭(?!档|子|建)|[吗呢吧]$/u;
const SEVERAL_SENTENCES = /[，,；;。！!？?：:]\s*\S|[吗呢吧]$|\s[-–—]\s/u;
const LONGEST_NOUN = 40;

const OFFERING = /^(?:可以|可|能够|能|愿意)?提供(?!商|方|者)(?=.)/u;
const ABLE = /^(?:可以|能够|愿意|乐意|能(?=[教帮做讲带写给陪]|介绍|翻译|分享)|会(?=[说讲弹做写拉唱教修用画编]))(?=.)/u;
const SKILLED = /^(?:擅长|精通|熟悉|懂得?)(?=.)/u;
const GIVING =
  /^(?:教(?![育师练学授程材务堂辅会具父母研培官职案])|帮(?![手工派会扶])|陪(?![练护审])|介绍(?!信|人)|分享(?!会|者|群)|对接(?!人)|辅导(?![员班]|机构)|带(?=新人|你|大家|队|娃)).+/u;

export function chineseWish(text: string): Framed {
  if (SEVERAL_SENTENCES.test(text)) return { words: text, shape: 'statement' };
  const said = text.replace(SUBJECT, '');
  const wanted = said.replace(WANTING, '').trimStart();
  const hired = said.replace(HIRING, '').trimStart();
  if (hired !== said) return isNoun(hired) ? { words: hired, shape: 'hiring' } : { words: text, shape: 'statement' };
  if (REQUEST.test(wanted)) return { words: wanted, shape: 'request' };
  const sought = wanted.replace(LOOKING, '').trimStart();
  if (sought !== wanted && isNoun(sought)) return { words: sought, shape: 'thing' };
  const offers = [OFFERING, ABLE, SKILLED].some((frame) => frame.test(wanted));
  const isStatement = offers || sought === '' || /^(?:想要|需要)/u.test(said);
  if (!isStatement && (wanted !== said || ACTION.test(wanted))) return { words: wanted, shape: 'action' };
  if (said !== text || isStatement || sought !== wanted || widthOf(text) > LONGEST_NOUN)
    return { words: text, shape: 'statement' };
  return { words: text, shape: 'thing' };
}

function isNoun(text: string): boolean {
  if (/^[\p{Script=Latin}\p{N}\s.+#/&-]+$/u.test(text)) return englishWish(text).shape === 'thing';
  return NOUN_END.test(text) && !DOES_SOMETHING.test(text) && widthOf(text) <= LONGEST_NOUN;
}

/** Who offers one of these is it. */
const ROLE =
  /(?:工程师|设计师|投资人|律师|会计师?|顾问|老师|教练|教师|导师|摄影师|翻译|记者|编辑|猎头|经理|创始人|科学家|分析师|架构师|医生|护士|咨询师|制片人|研究员|讲师|程序员|营养师|导游|培训师|画家|作家|音乐人)$/u;

export function chineseOffer(text: string): Framed {
  if (SEVERAL_SENTENCES.test(text)) return { words: text, shape: 'statement' };
  const said = text.replace(SUBJECT, '');
  for (const [frame, shape] of [
    [OFFERING, 'thing'],
    [ABLE, 'action'],
    [SKILLED, 'skill'],
  ] as const) {
    const words = said.replace(frame, '').trimStart();
    if (words !== said) return { words, shape };
  }
  if (GIVING.test(said)) return { words: said, shape: 'action' };
  const isWish = [LOOKING, WANTING, HIRING, ACTION].some((frame) => frame.test(text));
  if (said !== text || isWish || widthOf(text) > LONGEST_NOUN) return { words: text, shape: 'statement' };
  return { words: text, shape: ROLE.test(text) && !DOES_SOMETHING.test(text) ? 'role' : 'thing' };
}
