/**
 * The closed list of what can go wrong over HTTP and sockets. A client may switch on the code; the sentence is for the person.
 * `{name}` in a sentence is filled from the error's params.
 */
export const ERROR_CODES = {
  invalid_input: { status: 400, en: 'Something in the form needs another look.', zh: '有些内容需要再检查一下。' },
  invalid_json: { status: 400, en: 'The request could not be read.', zh: '无法读取这次请求。' },
  unsupported_media: {
    status: 415,
    en: 'This kind of content is not accepted here.',
    zh: '此处不接受这种格式的内容。',
  },
  too_large: { status: 413, en: 'This is larger than {limit}.', zh: '内容超过了 {limit}。' },
  not_signed_in: { status: 401, en: 'Please sign in first.', zh: '请先登录。' },
  session_ended: { status: 401, en: 'Your session has ended. Please sign in again.', zh: '登录已失效，请重新登录。' },
  not_allowed: { status: 403, en: 'You may not do this.', zh: '你没有权限进行这项操作。' },
  foreign_origin: {
    status: 403,
    en: 'This request came from another site and was refused.',
    zh: '请求来自其他网站，已被拒绝。',
  },
  not_found: {
    status: 404,
    en: 'There is nothing here, or it is not yours to see.',
    zh: '这里没有内容，或者你无权查看。',
  },
  digest_needs_email: {
    status: 409,
    en: 'A mail needs an address that is proven to be yours.',
    zh: '发送邮件需要先验证你的邮箱地址。',
  },
  email_taken: {
    status: 409,
    en: 'Another account has this address. Sign in with it to use that one.',
    zh: '这个邮箱已属于另一个账号，请用它登录那个账号。',
  },
  name_differs: {
    status: 400,
    en: 'That is not the name of this account.',
    zh: '这与账号的名字不一致。',
  },
  code_needed: {
    status: 403,
    en: 'Please type the code that was sent to your mail address.',
    zh: '请输入发送到你邮箱的验证码。',
  },
  hand_over_first: {
    status: 409,
    en: 'Nobody else runs “{event}”. Make somebody an organizer of it, or delete the event, before you go.',
    zh: '“{event}”只有您一位组织者，请先指定另一位组织者或删除该活动，再注销账号。',
  },
  too_many_requests: {
    status: 429,
    en: 'Too many tries. Please wait {seconds} seconds.',
    zh: '尝试次数过多，请等待 {seconds} 秒。',
  },
  unavailable: {
    status: 503,
    en: 'The server is busy for a moment. Please try again.',
    zh: '服务器暂时繁忙，请稍后再试。',
  },
  internal: {
    status: 500,
    en: 'Something broke on our side. Reference: {reference}',
    zh: '我们这边出了问题。编号：{reference}',
  },
  unknown_event: {
    status: 400,
    en: 'This message is not known. Please reload the page.',
    zh: '无法识别的消息，请刷新页面。',
  },
  setup_link_used: {
    status: 410,
    en: 'This link has been used or has expired. Start the server again for a new one.',
    zh: '此链接已使用或已过期，重新启动服务器可获得新链接。',
  },
  wrong_code: {
    status: 400,
    en: 'That code is not right. {left} tries left.',
    zh: '验证码不正确，还可以尝试 {left} 次。',
  },
  code_expired: { status: 410, en: 'This code has expired. Ask for a new one.', zh: '验证码已过期，请重新获取。' },
  slug_taken: { status: 409, en: 'Another event already has this address.', zh: '已有活动使用这个网址。' },
  event_full: { status: 409, en: 'All seats are taken.', zh: '名额已满。' },
  registration_closed: { status: 409, en: 'Registration is not open.', zh: '报名未开放。' },
  event_over: { status: 409, en: 'This event is over.', zh: '活动已经结束。' },
  already_registered: { status: 409, en: 'You are already on the list.', zh: '你已经报名了。' },
  capacity_below_taken: {
    status: 409,
    en: '{taken} people are already confirmed; the capacity cannot be lower.',
    zh: '已有 {taken} 人确认参加，名额不能更少。',
  },
  claim_taken: {
    status: 410,
    en: 'This personal link has already been used on another phone. Come back with a code by mail, or ask at the door.',
    zh: '这个专属链接已在另一部手机上使用。可用邮箱验证码找回，或到签到处求助。',
  },
  consent_needed: { status: 409, en: 'Taking part needs your consent.', zh: '参加活动需要你的同意。' },
  goal_needed: { status: 409, en: 'Say first what you came for.', zh: '请先填写你此行的目标。' },
  not_checked_in: { status: 409, en: 'This works once you are checked in.', zh: '签到之后才能使用。' },
  ticket_unknown: { status: 404, en: 'This is not a ticket of this event.', zh: '这不是本活动的票。' },
  csv_unreadable: { status: 400, en: 'This file is not a table we can read.', zh: '无法识别这个表格文件。' },
  csv_no_name_column: { status: 400, en: 'No column with names was found.', zh: '没有找到姓名列。' },
  introduction_exists: {
    status: 409,
    en: 'You have already asked for this introduction.',
    zh: '你已经请求过这次引荐。',
  },
  introduction_limit: {
    status: 409,
    en: 'You have {limit} open requests. Let one finish first.',
    zh: '你已有 {limit} 个进行中的请求，请先等其中一个完成。',
  },
  introduction_closed: { status: 409, en: 'This introduction is no longer open.', zh: '这次引荐已经结束。' },
  not_an_acquaintance: {
    status: 409,
    en: 'This person cannot introduce you to them.',
    zh: '这位朋友无法为你引荐对方。',
  },
  ask_limit: {
    status: 409,
    en: 'You have {limit} open posts. Mark one answered or take it back first.',
    zh: '你已有 {limit} 条进行中的内容，请先把其中一条标为已解决或收回。',
  },
  ask_closed: { status: 409, en: 'This is no longer open.', zh: '这一条已经结束了。' },
  own_ask: { status: 409, en: 'This is your own post.', zh: '这是你自己发布的。' },
  introducer_busy: {
    status: 409,
    en: '{name} has been asked often in this break. Choose somebody else, or ask in the next one.',
    zh: '这场茶歇里已经有很多人请 {name} 牵线了，换一位朋友，或者下一场茶歇再试。',
  },
  meeting_taken: {
    status: 409,
    en: 'Somebody was quicker. Choose another time or place.',
    zh: '这个时间或地点刚被占用，请换一个。',
  },
  person_unavailable: { status: 409, en: 'This person cannot be asked right now.', zh: '暂时无法联系这位参与者。' },
  screen_links_limit: {
    status: 409,
    en: 'There are {limit} display links already. End some of them first.',
    zh: '已有 {limit} 个大屏链接，请先停用几个。',
  },
  break_open: { status: 409, en: 'Another break is already open.', zh: '已有一场茶歇正在进行。' },
  break_not_open: { status: 409, en: 'Open this break first.', zh: '请先开始这场茶歇。' },
  too_few_for_rounds: {
    status: 409,
    en: 'Rounds need at least two people who are checked in and free.',
    zh: '至少需要两位已签到且空闲的参与者才能开始轮谈。',
  },
  round_over: { status: 409, en: 'This round is already over.', zh: '这一轮已经结束。' },
  not_at_a_table: {
    status: 409,
    en: 'This person sits at no table in this round.',
    zh: '这位参与者在这一轮中没有座位。',
  },
  cannot_sit_together: {
    status: 409,
    en: 'This would seat people together who have met already, or who should not meet.',
    zh: '这样换座会让已经聊过或不宜同桌的人坐在一起。',
  },
  card_code_expired: {
    status: 410,
    en: 'This card code has expired. Ask for a fresh one.',
    zh: '名片码已过期，请对方刷新。',
  },
  own_card: { status: 409, en: 'This is your own card.', zh: '这是你自己的名片。' },
  note_changed: {
    status: 409,
    en: 'This note was changed meanwhile, in another tab or on another device.',
    zh: '这条笔记刚刚在别的页面或设备上改过。',
  },
  voice_unreadable: {
    status: 400,
    en: 'This is not a recording we can play. WebM, M4A and MP3 work.',
    zh: '无法播放这个录音文件。支持 WebM、M4A 和 MP3。',
  },
  voice_too_long: {
    status: 400,
    en: 'A voice note lasts {limit} seconds at most.',
    zh: '语音笔记最长 {limit} 秒。',
  },
  group_link_refused: { status: 400, en: 'This link cannot be used: {reason}', zh: '无法使用这个链接：{reason}' },
  role_beyond_own: {
    status: 403,
    en: 'You cannot grant more than you hold yourself.',
    zh: '不能授予超出自己权限的角色。',
  },
  last_owner: { status: 409, en: 'An event needs at least one owner.', zh: '活动至少需要一位负责人。' },
  demo_running: { status: 409, en: 'The demo is already running.', zh: '演示已在进行中。' },
} as const satisfies Record<string, { status: number; en: string; zh: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Why one field was refused. */
export const FIELD_ERROR_MESSAGES = {
  required: { en: 'Please fill this in.', zh: '请填写此项。' },
  too_short: { en: 'At least {limit} characters.', zh: '至少 {limit} 个字符。' },
  too_long: { en: 'At most {limit} characters.', zh: '最多 {limit} 个字符。' },
  too_few: { en: 'At least {limit}.', zh: '至少 {limit} 项。' },
  too_many: { en: 'At most {limit}.', zh: '最多 {limit} 项。' },
  out_of_range: { en: 'This is outside of what is allowed.', zh: '超出允许的范围。' },
  invalid_format: { en: 'This does not look right.', zh: '格式不正确。' },
  not_allowed: { en: 'This is not one of the choices.', zh: '不在可选范围内。' },
  duplicate: { en: 'This is here twice.', zh: '这一项重复了。' },
  unknown_field: { en: 'This field is not known.', zh: '未知的字段。' },
  ends_before_start: { en: 'The end is before the start.', zh: '结束时间早于开始时间。' },
  payment_code: {
    en: 'This code takes payments. Use the one to add you as a friend: WeChat, Me, the code beside your name.',
    zh: '这是收款码。请使用加好友的二维码：微信 → 我 → 名字旁的二维码。',
  },
  group_code: {
    en: 'This is the code of a group chat. Use the one to add you as a friend: WeChat, Me, the code beside your name.',
    zh: '这是群聊二维码。请使用加好友的二维码：微信 → 我 → 名字旁的二维码。',
  },
  no_wechat_code: {
    en: 'This is not a WeChat code. In WeChat it is under Me, beside your name.',
    zh: '这不是微信二维码。在微信“我”页面，名字旁边可以找到。',
  },
  unknown_time_zone: { en: 'This time zone is not known.', zh: '无法识别的时区。' },
} as const satisfies Record<string, { en: string; zh: string }>;

export type FieldErrorCode = keyof typeof FIELD_ERROR_MESSAGES;

export type FieldError = { field: string; code: FieldErrorCode; message: string };
export type ApiErrorBody = { code: ErrorCode; message: string; fields?: FieldError[] };
