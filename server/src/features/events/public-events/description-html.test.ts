import { descriptionHtml, descriptionText } from './description-html.js';

it('renders Markdown, line breaks as typed', () => {
  expect(descriptionHtml('# Tea\n\nCome *early*\n**and** stay\n\n- one\n- two')).toBe(
    '<h3>Tea</h3>\n<p>Come <em>early</em><br />\n<strong>and</strong> stay</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
  );
});

it('links open elsewhere and tell nothing about where they came from', () => {
  expect(descriptionHtml('[map](https://example.com/a?b=1&c=2)')).toBe(
    '<p><a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer nofollow" target="_blank">map</a></p>',
  );
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '![x](https://tracker.example/p.png)',
  '<a href="javascript:alert(1)">x</a>',
  '[x](<javascript:alert(1)>)',
  '<iframe src="//evil.example"></iframe>',
  '<svg/onload=alert(1)>',
  '[a](https://a.example "x\\" onmouseover=\\"alert(1)")',
  '<https://a.example/"onmouseover="alert(1)>',
])('nothing of %s runs or loads', (source) => {
  const html = descriptionHtml(source);
  expect(html).not.toMatch(/<(?!\/?(p|a|br|h3|h4)\b)/u);
  expect(html).not.toMatch(/<[^>]*\son\w+\s*=\s*["']?[^"'>]*alert/iu);
  expect(html).not.toMatch(/<[^>]*href="(?!https?:\/\/)/iu);
});

it('P3: pictures are left out, because they would load from elsewhere', () => {
  expect(descriptionHtml('a ![x](https://a.example/x.png) b')).toBe('<p>a  b</p>');
});

it('the preview is plain text', () => {
  expect(descriptionText('# Tea & *talk* <b>\n\nmore', 100)).toBe('Tea & talk <b> more');
  expect(descriptionText('a'.repeat(300), 20)).toBe(`${'a'.repeat(19)}…`);
});
