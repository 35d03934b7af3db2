import type { Help, MatchSuggestion } from '../candidates.js';
import type { Edge } from './matching.js';
import type { Member } from './members.js';
import { I_HELP, OUTSIDE, type Room, THEY_HELP } from './pair-scan.js';
import type { Roster } from './roster.js';

const MOST_COMMONS = 3;
const MOST_INTRODUCERS = 3;

/** Why one person is suggested to another, in both people's own words (M8). */
export class Explanation {
  constructor(
    private readonly room: Room,
    private readonly roster: Roster,
  ) {}

  of({ reader, other, score, mark }: Edge): MatchSuggestion {
    return { ...this.pair(reader, other), direction: directionOf(mark), score, bridge: (mark & OUTSIDE) !== 0 };
  }

  /** The same of two who need not be on a list. */
  pair(reader: number, other: number): MatchSuggestion {
    const [me, them] = [this.room.members.all.get(reader), this.room.members.all.get(other)];
    const commons = me && them ? this.room.traits.shared(me.profile, them.profile).slice(0, MOST_COMMONS) : [];
    const [helpsMe, iHelp] = [this.help(me, them), this.help(them, me)];
    return {
      personId: this.roster.idOf(other),
      direction: directionOf((helpsMe === null ? 0 : THEY_HELP) | (iHelp === null ? 0 : I_HELP)),
      score: 0,
      helpsMe,
      iHelp: iHelp && { mine: iHelp.theirs, theirs: iHelp.mine, as: iHelp.as },
      commons: commons.map(({ mine, theirs }) => ({
        kind: mine.kind,
        mine: mine.value,
        theirs: theirs.value,
        same: mine.keys[0] === theirs.keys[0],
      })),
      via: this.between(reader, other).slice(0, MOST_INTRODUCERS),
      bridge: false,
    };
  }

  /** A person's tags that nobody else in the room meets, in their own words. */
  unmet(person: number): string[] {
    const { members, tags } = this.room;
    const me = members.all.get(person);
    const met = new Set<string>();
    for (const wish of me?.tags.wishes ?? []) {
      const { text = '', gifts = [] } = tags.wishes[wish] ?? {};
      const answers = (other: number) => {
        const theirs = members.all.get(other)?.tags;
        return other !== person && theirs !== undefined && !tags.isRival(theirs, wish);
      };
      if (gifts.some((gift) => tags.gifts[gift]?.holders.some(answers))) met.add(text);
    }
    return [...new Set(me?.profile.wants.filter(({ weight }) => weight === 1).map(({ text }) => text))].filter(
      (text) => !met.has(text),
    );
  }

  /** The wish of one that the other meets best, and by what; among equals, what each of them named first. */
  private help(seeker: Member | undefined, giver: Member | undefined): Help | null {
    const { tags } = this.room;
    let best: (Help & { mass: number }) | null = null;
    for (const at of seeker?.tags.wishes ?? []) {
      const wish = tags.wishes[at];
      if (wish === undefined || giver === undefined || tags.isRival(giver.tags, at)) continue;
      for (const other of giver.tags.gifts) {
        const [gift, place] = [tags.gifts[other], wish.gifts.indexOf(other)];
        if (gift === undefined || place < 0) continue;
        const found = { mine: wish.text, theirs: gift.text, as: gift.as, mass: wish.masses[place] ?? 0 };
        if (best === null || found.mass > best.mass) best = found;
      }
    }
    return best && { mine: best.mine, theirs: best.theirs, as: best.as };
  }

  /** People both know who may be named as a way between them, those who are here first, then by id (M5, M9). */
  private between(one: number, other: number): string[] {
    const { circle, unnamed, members } = this.room;
    const { rank } = this.roster;
    const theirs = circle.of(other);
    return [...circle.of(one)]
      .filter((person) => theirs.has(person) && !unnamed.has(other, person) && !unnamed.has(one, person))
      .sort((a, b) => (members.here[b] ?? 0) - (members.here[a] ?? 0) || (rank[a] ?? 0) - (rank[b] ?? 0))
      .map((person) => this.roster.idOf(person));
  }
}

function directionOf(mark: number): MatchSuggestion['direction'] {
  if ((mark & THEY_HELP) !== 0) return (mark & I_HELP) === 0 ? 'they-can-help' : 'mutual';
  return (mark & I_HELP) === 0 ? 'common' : 'you-can-help';
}
