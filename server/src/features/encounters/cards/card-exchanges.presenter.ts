import type { CardExchange, CardPreview } from '@teabreak/shared';
import type { VisibleContact } from '../contact-grants/contact-grants.service.js';
import type { ExchangeOfOne } from './card-exchanges.repository.js';

/** How long a tap that nobody answered stays on the screens of both. */
const UNANSWERED_LISTED_MS = 60 * 60_000;
/** How long a card that one has tapped says "waiting for them" before it may be tapped again. */
const UNANSWERED_PREVIEW_MS = 2 * 60_000;

/**
 * For one of the two. A "no" looks to the one who asked as if nobody had answered yet, until both vanish after the same
 * hour; null: nothing to show.
 */
export function presentExchange(
  row: ExchangeOfOne,
  registrationId: string,
  contacts: VisibleContact[],
  now: Date,
): CardExchange | null {
  const state = visibleState(row, registrationId, now);
  if (state === null) return null;
  const answered = state === 'exchanged' || state === 'revoked';
  return {
    id: row.id,
    state,
    person: { registrationId: row.otherId, name: row.name, headline: row.headline },
    contacts: state === 'exchanged' ? contacts : [],
    at: ((answered && row.answeredAt) || row.createdAt).toISOString(),
  };
}

export function previewState(row: ExchangeOfOne | null, registrationId: string, now: Date): CardPreview['state'] {
  if (row?.state === 'exchanged') return 'exchanged';
  const unanswered = row?.scannerId === registrationId && row.state !== 'revoked';
  return unanswered && ageMs(row, now) < UNANSWERED_PREVIEW_MS ? 'waiting-for-them' : 'open';
}

function visibleState(row: ExchangeOfOne, registrationId: string, now: Date): CardExchange['state'] | null {
  if (row.state === 'exchanged' || row.state === 'revoked') return row.state;
  if (ageMs(row, now) >= UNANSWERED_LISTED_MS) return null;
  if (row.scannerId === registrationId) return 'waiting-for-them';
  return row.state === 'waiting' ? 'waiting-for-me' : null;
}

function ageMs(row: ExchangeOfOne, now: Date): number {
  return now.getTime() - row.createdAt.getTime();
}
