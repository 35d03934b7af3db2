import type { BoardMoves, BoardPerson, BoardSnapshot } from './board.js';
import type { GoalKind } from './goal-kinds.js';
import type { Presence } from './registrations.js';

/**
 * The board as phones fetch it, half as large as the same in ordinary JSON: GET /api/events/:eventId/board/packed answers lines of
 * text. The first is a `BoardHead`, each of the others a `BoardBlock`, the people in the order of their names.
 */
export type BoardHead = Omit<BoardSnapshot, 'people'> & { count: number };
/** Some people, what is alike beside each other. `search`: `spelled|other words`, see `spellings`. */
export type BoardBlock = {
  ids: string;
  names: string[];
  headlines: string[];
  /** null for those who have not said what they came for. */
  kinds: (GoalKind | null)[];
  seeks: string[][];
  offers: string[][];
  sentences: string[];
  languages: string[][];
  presences: Presence[];
  places: (string | null)[];
  search: string[];
};
type Move = { id: string; presence: Presence; placeId: string | null };

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A UUID's 32 hexadecimal digits and one more, three of which make two of these. */
const ID_LENGTH = 22;

/** UUIDs, 22 characters each instead of 36, without anything between them. */
export function packIds(ids: readonly string[]): string {
  let packed = '';
  for (const id of ids) {
    const hex = `${id.replaceAll('-', '')}0`;
    for (let at = 0; at < hex.length; at += 3) {
      const bits = Number.parseInt(hex.slice(at, at + 3), 16);
      packed += DIGITS.charAt(bits >> 6) + DIGITS.charAt(bits & 63);
    }
  }
  return packed;
}

export function unpackIds(packed: string): string[] {
  const ids: string[] = [];
  for (let from = 0; from < packed.length; from += ID_LENGTH) {
    let hex = '';
    for (let at = from; at < from + ID_LENGTH; at += 2) {
      const bits = (DIGITS.indexOf(packed.charAt(at)) << 6) | DIGITS.indexOf(packed.charAt(at + 1));
      hex += bits.toString(16).padStart(3, '0');
    }
    ids.push(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`);
  }
  return ids;
}

/** 22 characters for each who moved, a twentieth of the whole person. */
export function packMoves(moves: readonly Move[]): BoardMoves {
  const byPlace = new Map<string, string[]>();
  for (const { id, presence, placeId } of moves) {
    const where = placeId === null ? presence : `${presence} ${placeId}`;
    const there = byPlace.get(where);
    if (there) there.push(id);
    else byPlace.set(where, [id]);
  }
  return Object.fromEntries([...byPlace].map(([where, ids]) => [where, packIds(ids)]));
}

export function unpackMoves(moves: BoardMoves): Move[] {
  return Object.entries(moves).flatMap(([where, ids]) => {
    const [presence, placeId = null] = where.split(' ') as [Presence, string?];
    return unpackIds(ids).map((id) => ({ id, presence, placeId }));
  });
}

/** `searchOf` makes what the phone cannot derive by itself. */
export function packBlock(people: readonly BoardPerson[], searchOf: (person: BoardPerson) => string): BoardBlock {
  return {
    ids: packIds(people.map(({ id }) => id)),
    names: people.map(({ name }) => name),
    headlines: people.map(({ headline }) => headline),
    kinds: people.map(({ goal }) => goal?.kind ?? null),
    seeks: people.map(({ goal }) => goal?.seeks ?? []),
    offers: people.map(({ goal }) => goal?.offers ?? []),
    sentences: people.map(({ goal }) => goal?.sentence ?? ''),
    languages: people.map(({ languages }) => languages),
    presences: people.map(({ presence }) => presence),
    places: people.map(({ placeId }) => placeId),
    search: people.map(searchOf),
  };
}

export function unpackBlock(block: BoardBlock): BoardPerson[] {
  return unpackIds(block.ids).map((id, at) => {
    const kind = block.kinds[at] ?? null;
    return {
      id,
      name: block.names[at] ?? '',
      headline: block.headlines[at] ?? '',
      goal: kind && {
        kind,
        seeks: block.seeks[at] ?? [],
        offers: block.offers[at] ?? [],
        sentence: block.sentences[at] ?? '',
      },
      languages: block.languages[at] ?? [],
      presence: block.presences[at] ?? 'free',
      placeId: block.places[at] ?? null,
      search: block.search[at] ?? '',
    };
  });
}

/** Everything somebody may type for a Chinese name that is read so: 李明辉 → li ming hui liminghui lmh minghuili … */
export function spellings(family: readonly string[], given: readonly string[]): string[] {
  const syllables = [...family, ...given];
  const words = [...syllables, syllables.join(''), initials(syllables)];
  if (family.length === 0 || given.length === 0) return words;
  const [surname, name] = [family.join(''), given.join('')];
  return [...words, surname, name + surname, name, initials(given), surname + initials(given)];
}

/** `spellings` of what is written "li,ming hui", ü typed as v or as u; none of "". */
export function spelledWords(spelled: string): string[] {
  if (spelled === '') return [];
  const ways = spelled.includes('v') ? [spelled, spelled.replaceAll('v', 'u')] : [spelled];
  return ways.flatMap((way) => {
    const [family = [], given = []] = way.split(',').map((part) => part.split(' ').filter(Boolean));
    return spellings(family, given);
  });
}

const initials = (syllables: readonly string[]): string => syllables.map((syllable) => syllable.charAt(0)).join('');
