import fc from 'fast-check';
import { metAtNote, vcard } from './vcard.js';

const unfold = (text: string) => text.replaceAll('\r\n ', '');

describe('C3: the .vcf of somebody one has met', () => {
  it('names every kind of contact and where the two met', () => {
    const text = vcard({
      name: '王小明',
      headline: 'Product, Acme',
      contacts: [
        { kind: 'wechat', value: 'xiaoming_w' },
        { kind: 'phone', value: '+8613800138000' },
        { kind: 'email', value: 'ming@example.com' },
        { kind: 'link', value: 'https://example.com/a,b;c' },
      ],
      note: 'WeChat: xiaoming_w · met at Mixer, 1 June 2026',
    });
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:王小明;;;;',
      'FN:王小明',
      'TITLE:Product\\, Acme',
      'X-SOCIALPROFILE;TYPE=wechat:xiaoming_w',
      'TEL;TYPE=CELL:+8613800138000',
      'EMAIL;TYPE=INTERNET:ming@example.com',
      'URL:https://example.com/a\\,b\\;c',
      'NOTE:WeChat: xiaoming_w · met at Mixer\\, 1 June 2026',
      'END:VCARD',
      '',
    ]);
  });

  it('says in the reader’s language where the two met, by the calendar of the place', () => {
    const meeting = {
      eventTitle: 'Mixer',
      timeZone: 'Asia/Shanghai',
      at: new Date('2026-06-01T17:30:00Z'),
      contacts: [{ kind: 'wechat' as const, value: 'ming_w' }],
    };
    expect(metAtNote({ ...meeting, locale: 'en' })).toBe('WeChat: ming_w · met at Mixer, 2 June 2026');
    expect(metAtNote({ ...meeting, locale: 'zh-CN' })).toBe('微信：ming_w · 2026年6月2日在「Mixer」认识');
  });

  it('no text can add a property: line breaks, separators and backslashes are escaped', () => {
    const text = vcard({
      name: 'Eve\r\nTEL:123;x',
      headline: 'a\\b',
      contacts: [{ kind: 'wechat', value: 'a\nEMAIL:b' }],
      note: '',
    });
    expect(text).toContain('FN:Eve\\nTEL:123\\;x\r\n');
    expect(text).toContain('TITLE:a\\\\b\r\n');
    expect(text).not.toMatch(/^(TEL|EMAIL)/mu);
  });

  it('folds at 75 octets without tearing a character, and unfolds to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('茶', '歇', '🍵', 'a', ' ', 'é'), maxLength: 200 }), (note) => {
        const text = vcard({ name: 'A', headline: '', contacts: [], note });
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain('�');
        }
        expect(unfold(text)).toContain(`NOTE:${note}\r\nEND:VCARD`);
      }),
    );
  });
});
