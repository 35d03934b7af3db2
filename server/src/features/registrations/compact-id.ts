const COMPACT = /^[\w-]{22}$/u;

/** A UUID's 16 bytes as base64url: 22 characters instead of 36, for links and codes that people print. */
export function compactId(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The UUID again, or null for a text that no UUID becomes. */
export function expandId(compact: string): string | null {
  if (!COMPACT.test(compact)) return null;
  const hex = Buffer.from(compact, 'base64url').toString('hex');
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  // The last character carries only two bits; its other spellings would be second names of one id.
  return compactId(uuid) === compact ? uuid : null;
}
