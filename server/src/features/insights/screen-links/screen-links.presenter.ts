import type { ScreenLink } from '@teabreak/shared';
import type { ScreenLinkRow } from './screen-links.repository.js';

export function presentScreenLink(row: ScreenLinkRow, token: string | null): ScreenLink {
  const { id, name, createdBy } = row;
  return {
    ...{ id, name, token, createdBy },
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
  };
}
