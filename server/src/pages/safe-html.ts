/** HTML whose every foreign part has been escaped. Only `html` makes it. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

type Part = string | number | SafeHtml | readonly SafeHtml[];

/** Template tag: what is put in is escaped, unless it is SafeHtml itself. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  return new SafeHtml(
    texts.map((text, index) => text + (index < parts.length ? shown(parts[index] ?? '') : '')).join(''),
  );
}

function shown(part: Part): string {
  if (part instanceof SafeHtml) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escapeHtml(String(part));
}

/** JSON that may stand inside a script element: no part of it can end the element or start a comment. */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
