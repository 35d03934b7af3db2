import type { CommonalityKind } from '@teabreak/shared';
import { commonalityKey, commonalityKeys } from './aliases.js';

describe('G2: the same thing under all its names', () => {
  it.each<[CommonalityKind, string[]]>([
    ['school', ['交大', '上海交通大学', 'SJTU', '上海交大', 'Shanghai Jiao Tong University']],
    ['school', ['BLCU', '北语', '北京语言大学', '北京語言大學']],
    ['school', ['北外', 'BFSU', '北京外国语大学']],
    ['school', ['UIBE', '对外经贸大学', '对外经济贸易大学']],
    ['school', ['人大', '中国人民大学', 'Renmin University']],
    ['school', ['北大', 'PKU', 'Peking University', 'Yenching Academy']],
    ['school', ['清华', 'Tsinghua (Schwarzman)', '清华大学（经管学院）']],
    ['school', ['University of Ghana', 'Ghana University']],
    ['school', ['兰州大学', '兰州', 'LZU', 'Lanzhou University']],
    ['school', ['西安交大', '西安交通大学', 'XJTU', "Xi'an Jiaotong University"]],
    ['school', ['港中深', '香港中文大学（深圳）', 'CUHK-Shenzhen']],
    ['school', ['TU Munich', 'TUM', 'TU München', '慕尼黑工业大学']],
    ['school', ['UC Berkeley', '加州大学伯克利分校', 'Berkeley', '伯克利']],
    ['company', ['鹅厂', '腾讯', 'Tencent', '腾讯科技（深圳）有限公司']],
    ['company', ['TikTok', '抖音', 'ByteDance Ltd.']],
    ['company', ['普华永道', 'PwC', 'PricewaterhouseCoopers']],
    ['company', ['BMW Group', '宝马', 'BMW']],
    [
      'company',
      ['字节', '字节跳动', 'ByteDance', 'Bytedance', 'ＢｙｔｅＤａｎｃｅ', '北京字节跳动科技有限公司'.slice(2)],
    ],
    ['company', ['滴滴', 'DiDi', '滴滴出行']],
    ['company', ['京东', 'JD', 'JD.com']],
    ['company', ['Acme Ltd.', 'ACME', 'Acme Inc']],
    ['speaks', ['中文', 'Mandarin', 'Chinese', '普通话']],
    ['learns', ['中文 (HSK 4)', '中文']],
    ['speaks', ['日本語', 'Japanese', '日语']],
    ['interest', ['爵士乐', 'jazz', '爵士樂']],
    ['interest', ['hiking', '徒步', '爬山', 'Hikes']],
    ['lives-in', ['北京', 'Beijing', '北京市', 'Beijing, China']],
    ['hometown', ['泉州', '福建泉州', 'Quanzhou', '福建省泉州市', 'Quanzhou, Fujian']],
    ['hometown', ['Hamburg, Germany', '汉堡', 'Hamburg']],
    ['hometown', ['陕西西安', "Xi'an", 'Xian, Shaanxi']],
    ['lives-in', ['魔都', '沪', 'Shanghai', '上海市', 'greater Shanghai area']],
    ['hometown', ['老北京', 'Peking', '京', 'Beijing']],
    ['hometown', ['Canton', '广州', '羊城', 'Guangzhou, Guangdong Province']],
    ['hometown', ['内蒙古自治区呼和浩特市', 'Hohhot', '呼市']],
    ['hometown', ['湖北省恩施土家族苗族自治州', '恩施', 'Enshi']],
    ['hometown', ['São Paulo', 'Sao Paulo, Brazil', '圣保罗']],
    ['lived-in', ['NYC', 'New York City', '纽约', 'New York, USA']],
    ['hometown', ['老家山东青岛', 'Tsingtao', '青岛人']],
  ])('%s %j', (kind, texts) => {
    expect(new Set(texts.map((text) => commonalityKey(kind, text))).size).toBe(1);
  });

  it('home town and 老家 are compared, a place one lives in is not', () => {
    expect(commonalityKey('hometown', '潮州')).toBe(commonalityKey('ancestral-home', '广东潮州'));
    expect(commonalityKey('lives-in', '潮州')).not.toBe(commonalityKey('hometown', '潮州'));
  });

  it.each<[CommonalityKind, string, string]>([
    ['hometown', '山西', '陕西'],
    ['hometown', 'Suzhou', '安徽宿州'],
    ['hometown', '苏州', '宿州'],
    ['hometown', '北京朝阳', '辽宁朝阳'],
    ['hometown', 'Cambridge, UK', 'Cambridge, Massachusetts'],
    ['school', '东北大学', '美国东北大学'],
    ['school', '香港中文大学', '香港中文大学（深圳）'],
    ['company', '大众', '大众点评'],
    ['school', '上海交大', '西安交大'],
    ['company', '小米', '美团'],
    ['interest', 'football', 'basketball'],
  ])('%s %s is not %s', (kind, one, other) => {
    expect(commonalityKey(kind, one)).not.toBe(commonalityKey(kind, other));
  });
});

it('M2: places are named from the smallest to the country', () => {
  expect(commonalityKeys('hometown', '福建泉州')).toEqual(['from:quanzhou', 'from:fujian', 'from:china']);
  expect(commonalityKeys('hometown', '福建泉州晋江安海')).toEqual([
    'from:安海',
    'from:jinjiang',
    'from:quanzhou',
    'from:fujian',
    'from:china',
  ]);
  expect(commonalityKeys('hometown', 'Durban, South Africa')).toEqual(['from:durban', 'from:south africa']);
  expect(commonalityKeys('hometown', 'Accra, Ghana')).toEqual(['from:accra', 'from:ghana']);
  expect(commonalityKeys('hometown', 'Scotland')).toEqual(['from:scotland', 'from:united kingdom']);
  expect(commonalityKeys('hometown', 'a village near Munich')).toEqual(['from:munich', 'from:germany']);
  expect(commonalityKeys('hometown', 'Dachau near Munich')).toEqual([
    'from:dachau near munich',
    'from:munich',
    'from:germany',
  ]);
});

it('M2: what lies around a place decides which of that name it is', () => {
  expect(commonalityKeys('hometown', 'Suzhou')).toContain('from:jiangsu');
  expect(commonalityKeys('hometown', 'Suzhou, Anhui')).toContain('from:anhui');
  expect(commonalityKeys('hometown', 'Suzhou, Anhui')).not.toContain('from:jiangsu');
});

it.each(['freelance', '自由职业', 'own studio', ''])('nobody shares the company "%s"', (text) => {
  expect(commonalityKeys('company', text)).toEqual([]);
});
