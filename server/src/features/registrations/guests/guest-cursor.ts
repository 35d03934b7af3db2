import { DomainError } from '../../../common/domain-error.js';
import { compactId, expandId } from '../compact-id.js';

export interface GuestPosition {
  sortKey: string;
  id: string;
}

/** Where the next page begins, as one opaque text. */
export function cursorAfter({ sortKey, id }: GuestPosition): string {
  return compactId(id) + Buffer.from(sortKey).toString('base64url');
}

/** @throws DomainError `invalid_input` for a text that is no cursor */
export function positionOf(cursor: string): GuestPosition {
  const id = expandId(cursor.slice(0, 22));
  const sortKey = Buffer.from(cursor.slice(22), 'base64url').toString();
  // PostgreSQL's text has no zero character.
  if (id === null || sortKey.includes('\0'))
    throw new DomainError('invalid_input', { fields: [{ field: 'after', code: 'invalid_format' }] });
  return { sortKey, id };
}
