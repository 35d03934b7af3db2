import type { CommonalityKind, GoalKind, Visibility } from '@teabreak/shared';
import { foldLatin } from '../../common/text-fold.js';
import { commonalityKeys } from './aliases.js';
import { asWork, type Meaning, meaning } from './vocabulary.js';

/** A person as matching sees them. Commonalities may come with every visibility: hidden ones are left aside here (G3). */
export type MatchPerson = {
  id: string;
  goal: { kind: GoalKind | null; seeks: readonly string[]; offers: readonly string[]; sentence: string } | null;
  commons: readonly { kind: CommonalityKind; value: string; visibility: Visibility }[];
};

/** Something sought, in the person's own words. `weight` 0…1: a tag counts more than a sentence. */
export type Want = { text: string; meaning: Meaning; weight: number };
/** Something that could be given; `onlyFor` limits it to people who came for that. */
export type Gift = { text: string; meaning: Meaning; weight: number; onlyFor: GoalKind | null; as: GiftSource };
/** Where a gift's words come from: something offered, a wish that says as much, a language spoken. */
export type GiftSource = 'offer' | 'wish' | 'language';
/** Two who came for the same one of these compete for what both of them seek: neither is the other's answer. */
export const RIVALS: ReadonlySet<GoalKind> = new Set<GoalKind>(['find-job', 'hire', 'clients', 'partner']);
export type Common = { kind: CommonalityKind; value: string; keys: readonly string[] };

export type Profile = {
  id: string;
  kind: GoalKind | null;
  wants: readonly Want[];
  /** Concepts and words sought by tags. */
  sought: ReadonlySet<string>;
  gifts: readonly Gift[];
  commons: readonly Common[];
  /** Keys of company and first language: what a bubble is made of (M4). */
  bubble: { company: string | null; language: string | null };
};

const SENTENCE_BESIDE_TAGS = 0.5;
const SENTENCE_ALONE = 0.8;
/** How surely a goal of this kind gives what it does not spell out. */
const IMPLIED = 0.7;
const SHARED_WISH = 0.8;
const SPOKEN = 0.9;

/** G3: only what suggested people may see has any influence. */
const SEEN_BY_SUGGESTED: ReadonlySet<Visibility> = new Set<Visibility>(['everyone', 'suggested']);

export function profileOf(person: MatchPerson): Profile {
  const commons = person.commons
    .filter(({ visibility }) => SEEN_BY_SUGGESTED.has(visibility))
    .map(({ kind, value }) => ({ kind, value, keys: commonalityKeys(kind, value) }))
    .filter(({ keys }) => keys.length > 0);
  const keyOf = (kind: CommonalityKind) => commons.find((common) => common.kind === kind)?.keys[0] ?? null;
  const wants = wantsOf(person.goal, commons);
  return {
    id: person.id,
    kind: person.goal?.kind ?? null,
    wants,
    sought: new Set(wants.filter(({ weight }) => weight === 1).flatMap(soughtBy)),
    gifts: giftsOf(person.goal, commons),
    commons,
    bubble: { company: keyOf('company'), language: keyOf('speaks') },
  };
}

/** What a wish is recognised by in somebody else: its main concepts, and its words. */
export function soughtBy({ text, meaning: { concepts } }: Want): string[] {
  return [foldLatin(text), ...[...concepts].filter(([, weight]) => weight === 1).map(([id]) => id)];
}

function wantsOf(goal: MatchPerson['goal'], commons: readonly Common[]): Want[] {
  if (goal === null) return [];
  const wants = goal.seeks.map((text) => ({ text, meaning: wished(text, goal.kind), weight: 1 }));
  if (goal.sentence !== '') {
    const weight = goal.seeks.length === 0 ? SENTENCE_ALONE : SENTENCE_BESIDE_TAGS;
    wants.push({ text: goal.sentence, meaning: wished(goal.sentence, goal.kind), weight });
  }
  if (goal.kind === 'language-exchange') wants.push(...spoken(commons, 'learns'));
  return wants;
}

/** Who hires and seeks "product managers" has such work to give; who seeks a job may name it by them. */
function wished(text: string, kind: GoalKind | null): Meaning {
  return kind === 'hire'
    ? asWork(meaning(text), 'hiring')
    : kind === 'find-job'
      ? asWork(meaning(text), 'job')
      : meaning(text);
}

function giftsOf(goal: MatchPerson['goal'], commons: readonly Common[]): Gift[] {
  if (goal === null) return [];
  const gifts: Gift[] = goal.offers.map((text) => ({
    text,
    meaning: meaning(text),
    weight: 1,
    onlyFor: null,
    as: 'offer',
  }));
  const wishes = [...goal.seeks, goal.sentence].filter((text) => text !== '');
  const shared = (onlyFor: GoalKind) =>
    gifts.push(
      ...goal.seeks.map((text) => ({
        text,
        meaning: wished(text, goal.kind),
        weight: SHARED_WISH,
        onlyFor,
        as: 'wish' as const,
      })),
    );
  switch (goal.kind) {
    case 'hire':
      shared('find-job');
      implied(gifts, wishes[0], ['recruiting', 'job'], 'find-job');
      break;
    case 'find-job':
      shared('hire');
      break;
    case 'friends':
      shared('friends');
      break;
    case 'investment':
      if (goal.seeks.some(isMoney) && !goal.offers.some(isMoney)) implied(gifts, wishes[0], ['founder'], null);
      break;
    case 'language-exchange':
      gifts.push(
        ...spoken(commons, 'speaks').map((want) => ({
          ...want,
          onlyFor: 'language-exchange' as const,
          as: 'language' as const,
        })),
      );
      break;
    default:
      break;
  }
  return gifts;
}

/** Who hires is a hiring manager, who raises money is a founder, though no tag says so. */
function implied(gifts: Gift[], text: string | undefined, concepts: readonly string[], onlyFor: GoalKind | null): void {
  if (text === undefined) return;
  const means = { text, concepts: new Map(concepts.map((id) => [id, 1])), terms: [] };
  gifts.push({ text, meaning: means, weight: IMPLIED, onlyFor, as: 'wish' });
}

function isMoney(text: string): boolean {
  return ['angel', 'venture', 'invest'].some((id) => meaning(text).concepts.get(id) === 1);
}

function spoken(commons: readonly Common[], kind: 'speaks' | 'learns'): Want[] {
  return commons
    .filter((common) => common.kind === kind)
    .map(({ value }) => ({ text: value, meaning: meaning(value), weight: SPOKEN }));
}
