import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Introducer, IntroducersAnswer } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { SuggestedPeople } from '../../../common/suggested-people.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { pathWeight } from './acquaintance-graph.js';
import { EventGraphs } from './event-graphs.service.js';
import { type Between, type Candidate, IntroductionPathsRepository } from './introduction-paths.repository.js';

type LongPath = IntroducersAnswer['through'][number];

const LONG_PATHS = 3;
/** Found in memory, before what no longer holds falls away. */
const LONG_PATHS_LOOKED_AT = 12;
/** Whoever was asked already counts as if each tie of the path were one weaker per question, as far as the weakest decides. */
const STEP = 64;

/** Who can introduce one person to another (M5, I1). What may be told of whose acquaintances is the repository's rule. */
@Injectable()
export class IntroductionPaths {
  constructor(
    private readonly repository: IntroductionPathsRepository,
    private readonly graphs: EventGraphs,
    private readonly attendees: AttendeeAccess,
    private readonly clock: Clock,
    @Optional() @Inject(SuggestedPeople) private readonly suggestions: SuggestedPeople | undefined,
  ) {}

  /** @throws DomainError `not_found` for whoever the actor may not see */
  async to(actor: Actor, eventId: string, registrationId: string): Promise<IntroducersAnswer> {
    const own = await this.attendees.require(actor, eventId);
    const person = await this.attendees.visiblePerson(own, registrationId);
    // Being registered is not being seen: on the board, or suggested.
    if (!person.onBoard && !(await this.suggestions?.of(eventId, own.id))?.has(person.id))
      throw new DomainError('not_found');
    const direct = await this.direct(actor.accountId, person.accountId ?? '', eventId);
    const through = direct.some(({ present, busy }) => present && !busy)
      ? []
      : await this.throughTwo(actor.accountId, person.accountId ?? '', eventId);
    return { direct, through };
  }

  /** People both know who could introduce the first to the second: who can be asked, who is here, by strength of ties and load. */
  async direct(from: string, to: string, eventId: string): Promise<Introducer[]> {
    const found = await this.repository.direct({ eventId, from, to, at: this.clock.now() });
    return found
      .map((one) => ({ one, weight: pathWeight(one.strength, one.strengthThere) - STEP * one.asked }))
      .sort((a, b) => byAvailability(a.one, b.one) || b.weight - a.weight)
      .map(({ one }) => introducer(one));
  }

  /** Paths over two people: the first, whom `from` knows, is to ask the second, who knows `to`. */
  async throughTwo(from: string, to: string, eventId: string): Promise<LongPath[]> {
    const question: Between = { eventId, from, to, at: this.clock.now() };
    const [firsts, seconds] = await Promise.all([this.repository.firsts(question), this.repository.seconds(question)]);
    const askable = (some: Candidate[]) => new Map(some.filter(({ busy }) => !busy).map((one) => [one.accountId, one]));
    const [mine, theirs] = [askable(firsts), askable(seconds)];
    if (mine.size === 0 || theirs.size === 0) return [];
    const { graph, numbers, people } = await this.graphs.of(eventId);
    const numbered = (some: Map<string, Candidate>) =>
      [...some.values()].flatMap(({ accountId, strength }) => {
        const person = numbers.get(accountId);
        return person === undefined ? [] : [{ person, strength }];
      });
    const found = graph.between(numbered(mine), numbered(theirs)).flatMap(({ first, second, weight }) => {
      const [one, other] = [mine.get(people[first] ?? ''), theirs.get(people[second] ?? '')];
      return one && other ? [{ one, other, weight: weight - STEP * one.asked }] : [];
    });
    const best = found
      .sort(
        (a, b) => byAvailability(a.one, b.one) || b.weight - a.weight || (a.one.accountId < b.one.accountId ? -1 : 1),
      )
      .slice(0, LONG_PATHS_LOOKED_AT);
    const holds = await this.repository.stillKnow(
      best.map(({ one, other }) => [one.accountId, other.accountId] as const),
    );
    return best
      .filter(({ one, other }) => holds.has(`${one.accountId} ${other.accountId}`))
      .slice(0, LONG_PATHS)
      .map(({ one, other }) => ({ first: introducer(one), second: introducer(other) }));
  }
}

function byAvailability(one: Candidate, other: Candidate): number {
  return Number(one.busy) - Number(other.busy) || Number(other.present) - Number(one.present);
}

function introducer({ accountId, registrationId, name, present, connects, busy }: Candidate): Introducer {
  return { accountId, registrationId, name, present, connects, busy };
}
