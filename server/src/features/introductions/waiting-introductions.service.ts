import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { actsOf, visibleState, wordOf, wordsUntil } from './introduction-state.js';
import { mayStandIn, partOf } from './introductions.policy.js';
import { WaitingIntroductionsRepository, type WaitingRow } from './waiting-introductions.repository.js';

export interface WaitingIntroduction {
  eventId: string;
  introductionId: string;
  /** meeting: to come, or over and not reported on. confirm-met: the other one says that they met. */
  what: 'pass-on' | 'answer' | 'meeting' | 'looking-for-you' | 'confirm-met';
  since: Date;
  until: Date;
}

/** A cry for help that nobody answered for so long has found another way. */
const PING_LASTS_MS = 10 * 60_000;

/** What of introductions waits for whom, for whoever puts it before them. */
@Injectable()
export class WaitingIntroductions {
  constructor(
    private readonly repository: WaitingIntroductionsRepository,
    private readonly clock: Clock,
  ) {}

  /** What waits for this account, in one event or in all. Of hosts' work only what is theirs, or nobody's. */
  async of(accountId: string, eventId: string | null = null): Promise<WaitingIntroduction[]> {
    const now = this.clock.now();
    const rows = await this.repository.of(accountId, eventId);
    return rows.flatMap((row) => waitingFor(row, accountId, now) ?? []);
  }
}

function waitingFor(row: WaitingRow, accountId: string, now: Date): WaitingIntroduction | null {
  const part = partOf(row, accountId, mayStandIn(row.role));
  const seen = part && visibleState(row, part, now);
  if (!part || !seen) return null;
  const { eventId, id: introductionId, hostAccountId, expiresAt, pingAt, pingBy, eventEndsAt } = row;
  const waits = (what: WaitingIntroduction['what'], since: Date, until: Date): WaitingIntroduction => ({
    ...{ eventId, introductionId, what, since, until },
  });
  const can = actsOf(row, part, now);
  if (can.includes('pass-on') && (!row.byHosts || hostAccountId === null || hostAccountId === accountId))
    return waits('pass-on', seen.since, expiresAt);
  if (can.includes('agree')) return waits('answer', seen.since, expiresAt);
  if (seen.state === 'agreed' && (can.includes('ping') || can.includes('met'))) {
    const pingUntil = pingAt && new Date(pingAt.getTime() + PING_LASTS_MS);
    if (pingAt && pingUntil && pingBy !== part && now < pingUntil) return waits('looking-for-you', pingAt, pingUntil);
    return waits('meeting', seen.since, can.includes('met') ? wordsUntil(row) : eventEndsAt);
  }
  if (seen.state === 'met' && can.includes('met') && wordOf(row, part) === null)
    return waits('confirm-met', seen.since, wordsUntil(row));
  return null;
}
