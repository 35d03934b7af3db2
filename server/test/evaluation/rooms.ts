import { readFileSync } from 'node:fs';
import { type Invented, inventPeople, label } from './room.js';
import { readTopics, type Topic } from './topics.js';

/** The seeds were thrown once and stay: a room chosen for its figures would say nothing. */
const SEEDS = { 'development-2': 20261, 'held-out': 20262, lazy: 20263 } as const;
export type RoomName = keyof typeof SEEDS;
export const ROOM_NAMES = Object.keys(SEEDS) as RoomName[];
const SIZE = 160;

export function topicsOf(name: RoomName): Topic[] {
  return readTopics(readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8'));
}

export function peopleOf(name: RoomName): Invented[] {
  return inventPeople(topicsOf(name), { seed: SEEDS[name], size: SIZE });
}

export function fixtureOf(name: RoomName): URL {
  return new URL(`../fixtures/match-eval-${name}.json`, import.meta.url);
}

/** One person a line, so that a change can be read. */
export function asFile(name: RoomName): string {
  const about = `Invented people (test/evaluation/${name}.txt). relevant[x] = 1: x offers what this person seeks; 2: and the other way round too.`;
  const people = label(peopleOf(name)).map((person) => JSON.stringify(person));
  return `{"about": ${JSON.stringify(about)},\n"people": [\n${people.join(',\n')}\n]}\n`;
}
