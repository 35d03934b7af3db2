/** RFC 2426 and RFC 5545 say octets, not characters, line break excluded. */
const LINE_OCTETS = 75;

/** A vCard's or calendar's text value: what would end it, or start another, is escaped. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&').replace(/\r\n?|\n/gu, '\\n');
}

/** The lines as a file: folded, each ended by CRLF. */
export function contentLines(lines: readonly string[]): string {
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** Breaks a long line where no character is torn apart; what follows starts with a space. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      // The space that marks a continuation counts.
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
