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
