import type { Locale } from '@teabreak/shared';
import type { PageContent } from './page-content.registry.js';
import { escapeHtml, jsonForScript } from './safe-html.js';

/** Puts content into the built index.html. Replacements are functions: `$&` in a title must stay what it is. */
export function pageWith(template: string, content: PageContent | null, locale: Locale, publicUrl: string): string {
  const inLanguage = template.replace(/<html lang="[^"]*"/u, () => `<html lang="${locale}"`);
  if (!content) return inLanguage;
  return inLanguage
    .replace(/<title>[^<]*<\/title>/u, () => `<title>${escapeHtml(content.title)}</title>`)
    .replace(/<meta name="description"[^>]*>/u, '')
    .replace('</head>', () => `${metaOf(content, publicUrl)}</head>`)
    .replace(
      /<div id="root">(?:<!--.*?-->)?<\/div>/u,
      () => `<div id="root">${content.html?.text ?? ''}</div>${dataOf(content)}`,
    );
}

function metaOf({ title, description, image }: PageContent, publicUrl: string): string {
  const properties: [string, string][] = [
    ['description', description],
    ['og:title', title],
    ['og:description', description],
    ['og:type', 'website'],
    ...(image ? [['og:image', new URL(image, publicUrl).href] as [string, string]] : []),
  ];
  return properties
    .map(
      ([name, value]) =>
        `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escapeHtml(value)}">`,
    )
    .join('');
}

/** A script element of this type is data: it does not run, so the content security policy has nothing to forbid. */
function dataOf({ data }: PageContent): string {
  return data === undefined ? '' : `<script type="application/json" id="page-data">${jsonForScript(data)}</script>`;
}
