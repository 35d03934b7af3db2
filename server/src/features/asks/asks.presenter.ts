import type { AskView } from '@teabreak/shared';
import type { AskRow } from './asks.repository.js';

export function presentAsk(row: AskRow): AskView {
  return { ...row, postedAt: row.postedAt.toISOString(), editedAt: row.editedAt?.toISOString() ?? null };
}
