import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { presentRemarks, readGuestCsv } from './guest-csv.js';
import { GUEST_REMARK_CODES, remarkMessage } from './guest-remark-messages.js';

const fixture = (name: string) => readFileSync(new URL(`../../../test/fixtures/${name}`, import.meta.url));

function read(csv: string | Uint8Array) {
  const list = readGuestCsv(typeof csv === 'string' ? Buffer.from(csv) : csv, 'Asia/Shanghai');
  if (!list.ok) throw new Error(list.reason);
  return list;
}

const said = (list: ReturnType<typeof read>) =>
  list.remarks.map(({ line, column, code, value }) => [line, column, code, value]);

describe('E5: a Luma export', () => {
  const list = read(fixture('mixer-guests.csv'));
  const row = (line: number) => list.rows.find((candidate) => candidate.line === line);

  it('says of every damaged line what is wrong with it, and of no other', () => {
    expect(said(list)).toEqual([
      [1, 'checked_in_at', 'check_in_ignored', null],
      [9, null, 'email_of_another', 'anikasharma3@example.org'],
      [21, 'email', 'invalid_email', 'not-an-email'],
      [25, 'name', 'formula_text', '=HYPERLINK("http://evil.example","click")'],
      [34, 'name', 'markup_text', '<img src=x onerror=alert(1)>'],
      [40, 'name', 'name_from_parts', 'Anika Sharma'],
      [46, 'What do you hope to find tonight?', 'shortened', '招聘'.repeat(40)],
      [50, 'created_at', 'invalid_date', '31/02/2026'],
      [
        62,
        null,
        'wrong_column_count',
        'gst-0059x98a1ea,Lina Yang 杨丽娜,丽娜,杨,linayang59@example.org,+86 13476483167,2026-0',
      ],
      [163, null, 'duplicate_row', 'junjieou5@example.org'],
    ]);
    expect([list.rowsRead, list.rows.length, list.rejected]).toEqual([161, 157, 4]);
  });

  it('maps its columns, the organizer’s questions too', () => {
    const fields = Object.fromEntries(list.columns.map(({ header, field }) => [header, field]));
    expect(fields).toMatchObject({
      api_id: 'externalId',
      email: 'email',
      approval_status: 'status',
      custom_source: null,
      ticket_name: null,
      'What do you hope to find tonight?': 'sentence',
      'What can you offer others?': 'offers',
      'Who would you like to meet?': 'seeks',
      Goal: 'goalKind',
      'WeChat ID': 'wechat',
      'Where are you from? 老家': 'hometown',
    });
  });

  it('reads a guest whole', () => {
    expect(row(3)).toEqual({
      line: 3,
      externalId: 'gst-0001x384db9',
      order: null,
      name: 'Anika Sharma',
      email: 'anikasharma1@example.org',
      phone: '+8613393618438',
      wechat: 'anikasharma58',
      company: 'BMW Brilliance',
      jobTitle: 'Chef',
      status: 'confirmed',
      registeredAt: '2026-05-20T12:58:00.000Z',
      goal: {
        kind: 'partner',
        seeks: ['supply chain', 'coffee'],
        offers: ['品牌设计', '门店运营'],
        sentence: '找懂供应链的合伙人做咖啡品牌',
      },
      commonalities: [
        { kind: 'hometown', value: 'Hamburg, Germany' },
        { kind: 'school', value: 'University of Ghana' },
        { kind: 'company', value: 'BMW Brilliance' },
        { kind: 'speaks', value: 'English' },
        { kind: 'speaks', value: 'Français' },
        { kind: 'interest', value: 'photography' },
        { kind: 'interest', value: 'badminton' },
        { kind: 'interest', value: 'board games' },
        { kind: 'interest', value: 'contemporary art' },
      ],
    });
  });

  it('keeps what was typed, and folds what machines compare', () => {
    expect(row(13)).toMatchObject({ name: '张伟', wechat: 'wx_zhangwei' });
    expect(row(15)?.name).toBe('Junjie Chen 陈俊杰');
    expect(row(31)?.goal.sentence).toBe('line one line two, with a comma and a "quote"');
    expect(row(25)?.name).toBe('=HYPERLINK("http://evil.example","click")');
    expect(row(34)?.name).toBe('<img src=x onerror=alert(1)>');
    expect(row(44)?.phone).toBe('+8613812345678');
    expect(row(46)?.goal.sentence).toHaveLength(280);
    expect(row(56)?.name).toBe('Zoë 🎉 Müller');
    expect(row(6)?.commonalities).toContainEqual({ kind: 'learns', value: '中文' });
    expect(row(12)?.commonalities).toContainEqual({ kind: 'school', value: 'BLCU' });
  });

  it('takes over every status', () => {
    const count = (status: string) => list.rows.filter((guest) => guest.status === status).length;
    expect(['confirmed', 'pending', 'waitlisted', 'declined'].map(count).every((guests) => guests > 0)).toBe(true);
    expect(list.rows.every((guest) => guest.status !== null && guest.goal.kind !== null)).toBe(true);
  });

  it('says it in both languages', () => {
    const [english, chinese] = (['en', 'zh-CN'] as const).map((locale) => presentRemarks(list.remarks, locale));
    expect(english?.find(({ line }) => line === 9)).toEqual({
      line: 9,
      column: null,
      severity: 'error',
      code: 'email_of_another',
      value: 'anikasharma3@example.org',
      message: 'This e-mail address already belongs to Anika Sharma on line 5. Not imported.',
    });
    expect(chinese?.find(({ line }) => line === 9)?.message).toBe('该邮箱已用于第 5 行的Anika Sharma，未导入。');
  });
});

describe('E5: an Eventbrite export', () => {
  const list = read(fixture('eventbrite-guests.csv'));

  it('puts names together in their order, and tells of the second ticket', () => {
    expect(list.rows.map(({ line, name, status, externalId }) => [line, name, status, externalId])).toEqual([
      [2, 'Grace Mwangi', 'confirmed', '14412345671'],
      [3, '李明辉', 'confirmed', '14412345672'],
      [4, 'Jonas Weber', 'confirmed', '14412345673'],
      [6, 'Chloé Dubois', 'cancelled', '14412345675'],
    ]);
    expect(said(list)).toEqual([[5, null, 'second_ticket', 'jonas.weber@example.org']]);
    expect(list.rows[0]).toMatchObject({
      registeredAt: '2026-06-02T11:04:11.000Z',
      goal: { sentence: 'Mandarin teachers, and a running group' },
    });
  });
});

describe('E5: a plain spreadsheet', () => {
  it('in Chinese, with semicolons', () => {
    const list = read(
      '姓名;邮箱;手机;公司;职位;微信号;想认识;能提供;目标;籍贯;现居;报名时间;报名状态\n' +
        '張　三;ZS@Example.org;１３８１２３４５６７８;美团;产品经理;zs_1990;合伙人、投资人；律师;运营，供应链;找合伙人;福建泉州;北京;2026年6月3日 18:30;待审核\n',
    );
    expect(said(list)).toEqual([]);
    expect(list.rows[0]).toMatchObject({
      name: '張三',
      email: 'zs@example.org',
      phone: '+8613812345678',
      status: 'pending',
      registeredAt: '2026-06-03T10:30:00.000Z',
      goal: { kind: 'partner', seeks: ['合伙人', '投资人', '律师'], offers: ['运营', '供应链'] },
    });
  });

  it('reports every doubt and keeps the row', () => {
    const list = read(
      'Name,Phone,WeChat,Status,Goal,Seeks,Date\n' +
        'Ann,123,我,perhaps,world peace,"a,b,c,d,e,f",3/4/2026\n' +
        'Bo,,,,,,\n' +
        'Cy,,cy_1234,,,,13/4/2026\n',
    );
    expect(said(list)).toEqual([
      [2, 'Phone', 'invalid_phone', '123'],
      [2, 'WeChat', 'unusual_wechat_id', '我'],
      [2, 'Status', 'unknown_status', 'perhaps'],
      [2, 'Date', 'ambiguous_date', '3/4/2026'],
      [2, 'Goal', 'unknown_goal', 'world peace'],
      [2, 'Seeks', 'too_many_tags', 'a,b,c,d,e,f'],
      [3, null, 'no_contact', null],
    ]);
    expect(list.rows.map(({ name }) => name)).toEqual(['Ann', 'Bo', 'Cy']);
    expect(list.rows[2]?.registeredAt).toBe('2026-04-12T16:00:00.000Z');
  });

  it('imports the second of two where the first was bad', () => {
    const list = read('name,email\n,a@example.org\nAnn,a@example.org\nBob,A@EXAMPLE.ORG\n');
    expect(said(list)).toEqual([
      [2, 'name', 'missing_name', null],
      [4, null, 'email_of_another', 'a@example.org'],
    ]);
    expect(list.rows.map(({ name }) => name)).toEqual(['Ann']);
  });

  it('stops at the limit and says from which line', () => {
    const list = read(`name\n${Array.from({ length: 5003 }, (_, at) => `Guest ${at}`).join('\n')}`);
    expect([list.rows.length, list.rowsRead, list.rejected]).toEqual([5000, 5003, 3]);
    expect(list.remarks.at(-1)).toMatchObject({ line: 5002, code: 'too_many_rows' });
  });
});

describe('E5: what is no guest list', () => {
  it.each([
    ['too_large', Buffer.alloc(2_000_001, 'a')],
    ['csv_unreadable', Buffer.alloc(0)],
    ['csv_unreadable', Buffer.from('PK\u0003\u0004…')],
    ['csv_no_name_column', Buffer.from('a,b\n1,2')],
  ])('%s', (reason, bytes) => {
    expect(readGuestCsv(bytes, 'UTC')).toEqual({ ok: false, reason });
  });

  it('nothing crashes it, and every record is either a guest or has its reason', () => {
    const cell = fc.oneof(
      fc.constantFrom('"', '\n', '\r\n', ',', '=1', 'a@b.co', '张三', ''),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const list = readGuestCsv(Buffer.from(`name,email,phone\n${cells.join(',')}`), 'UTC');
        if (!list.ok) return;
        const errors = presentRemarks(list.remarks, 'en').filter(({ severity }) => severity === 'error');
        expect(list.rows.length + list.rejected).toBe(list.rowsRead);
        expect(new Set(errors.map(({ line }) => line)).size).toBe(list.rejected);
      }),
    );
  });
});

it.each(GUEST_REMARK_CODES)('remark %s is said in both languages, with its numbers', (code) => {
  const params = { first: 7, name: 'Li', found: 3, expected: 4, limit: 280, length: 300, count: 6 };
  const [english, chinese] = [remarkMessage(code, params, 'en'), remarkMessage(code, params, 'zh-CN')];
  expect(english).toMatch(/^[^{}\p{Script=Han}]+$/u);
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect(chinese).not.toMatch(/[{}]/u);
});
