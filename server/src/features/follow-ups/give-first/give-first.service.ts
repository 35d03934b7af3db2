import { Injectable } from '@nestjs/common';
import type { GiveFirst } from '@teabreak/shared';
import { Clock } from '../../../common/clock.js';
import { Meanings } from '../../../common/meanings.js';
import { offerIn, wishIn } from '../../../common/own-words/own-words.js';
import { GiveFirstRepository, type SharedGoal } from './give-first.repository.js';

const MOST = 3;

type Fit = GiveFirst & { quality: number };

/** F4: who of one's own circle would gain from meeting somebody, by what both came for. */
@Injectable()
export class GiveFirstService {
  constructor(
    private readonly repository: GiveFirstRepository,
    private readonly meanings: Meanings,
    private readonly clock: Clock,
  ) {}

  /** Best first, at most three; none where nobody fits well (M3). */
  async friendsFor(accountId: string, otherId: string): Promise<GiveFirst[]> {
    const goals = await this.repository.goals(accountId, otherId, this.clock.now());
    const theirs = goals.filter((goal) => goal.accountId === otherId);
    const latest = theirs[0];
    if (latest === undefined) return [];
    const friends = new Map<string, SharedGoal[]>();
    for (const goal of goals)
      if (goal.accountId !== otherId) friends.set(goal.accountId, [...(friends.get(goal.accountId) ?? []), goal]);
    return [...friends.values()]
      .flatMap((own) => this.fit(latest, theirs, own) ?? [])
      .sort((one, other) => other.quality - one.quality)
      .slice(0, MOST)
      .map(({ quality: _, ...first }) => first);
  }

  /** The better direction of the two. */
  private fit(latest: SharedGoal, theirs: SharedGoal[], own: SharedGoal[]): Fit | null {
    const [friend] = own;
    if (friend === undefined) return null;
    const theySeek = this.meanings.bestPair(latest.seeks, friend.offers);
    const theyOffer = this.meanings.bestPair(friend.seeks, latest.offers);
    const best = (theySeek?.quality ?? 0) >= (theyOffer?.quality ?? 0) ? theySeek : theyOffer;
    if (best === null) return null;
    return {
      name: friend.name,
      seeks: wishIn(best.sought).quoted,
      offers: offerIn(best.offered).quoted,
      direction: best === theySeek ? 'they-seek' : 'they-offer',
      here: placeToMeet(theirs, own),
      quality: best.quality,
    };
  }
}

/** An event that is not over and has both. */
function placeToMeet(theirs: SharedGoal[], own: SharedGoal[]): GiveFirst['here'] {
  for (const one of theirs) {
    const other = own.find(({ eventId }) => one.running && eventId === one.eventId);
    if (other)
      return { eventId: one.eventId, slug: one.slug, oneId: one.registrationId, otherId: other.registrationId };
  }
  return null;
}
