import { normaliseContact } from './contact.js';

it.each([
  ['phone', '13812345678', '+8613812345678'],
  ['phone', '１３８１２３４５６７８', '+8613812345678'],
  ['phone', '+86 138-1234-5678', '+8613812345678'],
  ['phone', '8613812345678', '+8613812345678'],
  ['phone', '+44 20 7946 0958', '+442079460958'],
  ['phone', '+852 9123 4567', '+85291234567'],
  ['email', ' ANIKASHARMA3@EXAMPLE.ORG ', 'anikasharma3@example.org'],
  ['email', 'ｌｉ＠example.org', 'li@example.org'],
  ['email', 'a+b@mail.example.co.uk', 'a+b@mail.example.co.uk'],
  ['link', 'linkedin.com/in/x', 'https://linkedin.com/in/x'],
  ['wechat', 'ｗｘ＿ｚｈａｎｇｗｅｉ', 'wx_zhangwei'],
] as const)('%s %s → %s', (kind, typed, value) => {
  expect(normaliseContact(kind, typed)).toEqual({ ok: true, value });
});

it.each(['1abc234', 'abc', 'a'.repeat(21), '13812345678'])('an unusual WeChat ID %s only warns', (typed) => {
  expect(normaliseContact('wechat', typed)).toEqual({ ok: true, value: typed, warning: 'unusual_wechat_id' });
});

it.each([
  ['phone', '123', 'invalid_phone'],
  ['phone', 'call me', 'invalid_phone'],
  ['email', 'not-an-email', 'invalid_email'],
  ['email', 'a@b', 'invalid_email'],
  ['email', 'a b@example.org', 'invalid_email'],
  ['email', 'a..b@example.org', 'invalid_email'],
  ['email', 'a@example.org, b@example.org', 'invalid_email'],
  ['link', 'javascript:alert(1)', 'invalid_link'],
  ['link', 'https://user:pw@example.org', 'invalid_link'],
  ['link', 'localhost', 'invalid_link'],
  ['wechat', ' ​ ', 'required'],
] as const)('%s %s is refused: %s', (kind, typed, reason) => {
  expect(normaliseContact(kind, typed)).toEqual({ ok: false, reason });
});
