import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** No pictures: they would load from another origin (P3). Headings start below the page's own two levels. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'h3', 'h4', 'strong', 'em', 's', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr', 'a'],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
  },
};

/** An organizer's Markdown as HTML that is safe to put into a page. Two walls: no HTML goes in, and only listed tags come out. */
export function descriptionHtml(description: string): string {
  return sanitizeHtml(markdown.render(description), ALLOWED).trim();
}

/** The first words as plain text, for the preview that a messenger shows. */
export function descriptionText(description: string, max: number): string {
  const plain = sanitizeHtml(markdown.render(description), { allowedTags: [], allowedAttributes: {} });
  const line = plain
    .replace(/&amp;/gu, '&')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`;
}
