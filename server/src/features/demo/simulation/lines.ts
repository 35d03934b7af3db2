/** What the invented guests say. Half of them in 中文. */

export const ROOM_LINES = [
  '窗边那桌还有两个位置，谁想坐？',
  'Is anybody here from the climate table? I owe you a link.',
  '刚才聊到的那本书叫《附近》，推荐。',
  'The oolong at the bar is wonderful, go before it is gone.',
  '有人在做小程序吗？想请教一个支付的问题。',
  'Photos of the talks will be in the album tonight.',
  '谢谢帮我引荐的朋友，聊得很开心！',
  'Who lost a blue umbrella? It is at the door.',
  '下一场茶歇想组一桌聊出海，来圆桌。',
  'Three people told me the same thing about hiring tonight. I should listen.',
  '第一次来，大家好友善。',
  'Looking for one more for badminton on Sunday.',
  '院子里的柿子熟了。',
  'Does anybody know a good accountant for a small company?',
  '刚认识了一位同乡，二十年没听过家乡话了。',
  'My Chinese survived ten minutes without English. Thank you for your patience!',
  '有没有带娃来的家长？楼上有画画的角落。',
  'Whoever recommended the noodle place round the corner: thank you, truly.',
  '我的名牌上写错了一个字，大家叫我什么都行。',
  'I came to sell and have only listened. Best evening in months.',
  '有人从徐家汇方向回去吗？可以拼车。',
  'Is there a charger for an old phone somewhere? Asking for a poet.',
  '刚才那位讲供应链的老师，方便再讲五分钟吗？',
  'If you met somebody good tonight, introduce them to one more person.',
  '今晚认识的第三个人，居然和我住同一个小区。',
  'Our reading circle has two free chairs, first Thursday of the month.',
  '门口那盆茉莉是谁画的？想买一幅。',
  'Could somebody explain WeChat mini programs to me as if I were five?',
  '学了三年西班牙语，今天终于用上了一句。',
  'The person at table four makes chairs by hand. Ask her about the joints.',
  '散场后想去江边走走，一起？',
  'Leaving early, my child has a fever. Anna has my card for anybody who asks.',
] as const;

export const REQUEST_LINES = [
  '听说你们认识，可以帮我介绍一下吗？',
  'You two know each other, would you introduce me?',
  '很想听听TA的经验，十分钟就好。',
  'I would love ten minutes with them about what they offer.',
] as const;

export const PASS_ON_LINES = [
  '这位朋友人很好，你们会聊得来。',
  'You two should talk: one asks what the other knows.',
  '我觉得你们在做很像的事，认识一下吧。',
  'Somebody kind, with a good question. Worth a cup of tea.',
] as const;

/** What is posted for everybody to see (A1), and how somebody answers. */
export const ASK_LINES = [
  { kind: 'ask', text: '谁认识熟悉外资公司（WFOE）的会计？想换一家代账。', tags: ['会计'] },
  {
    kind: 'offer',
    text: 'I read pitch decks on the train home. Happy to give honest feedback on yours.',
    tags: ['pitch feedback'],
  },
  { kind: 'ask', text: 'Who knows a landlord with a small ground-floor space near Jing’an?', tags: ['retail space'] },
  { kind: 'offer', text: '我们工作室周三下午空着，想试拍产品照的朋友可以来用，不收费。', tags: ['摄影棚'] },
  { kind: 'ask', text: '想找一位做过小程序支付的同学，请教半小时。', tags: ['小程序', '支付'] },
  {
    kind: 'offer',
    text: 'Native Spanish here: I will swap an hour of Spanish for an hour of Chinese.',
    tags: ['Spanish'],
  },
  {
    kind: 'ask',
    text: 'Has anybody here registered a trademark in the EU? Which mistakes should I not make?',
    tags: ['trademark'],
  },
  { kind: 'offer', text: '在招聘行业做了十年，可以帮忙看简历、聊面试。', tags: ['简历修改'] },
  { kind: 'ask', text: '谁家有闲置的投影仪？周末读书会想借一天。', tags: ['读书会'] },
  { kind: 'offer', text: 'Two desks free in our office until summer, with good coffee.', tags: ['coworking'] },
] as const;

export const HELP_LINES = [
  '我认识一位，可以介绍给你。',
  'I did exactly that last year and can tell you how it went.',
  '这个我熟，茶歇的时候聊聊？',
  'A friend of mine does this. Shall I ask?',
] as const;
