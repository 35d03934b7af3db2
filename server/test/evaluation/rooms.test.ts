import { readFileSync } from 'node:fs';
import { asFile, fixtureOf, peopleOf, ROOM_NAMES, topicsOf } from './rooms.js';
import { readTopics, type Topic } from './topics.js';

const wordings = (topics: readonly Topic[]) =>
  new Set(
    topics.flatMap(({ seek, offer }) =>
      [...seek, ...offer].map(({ text }) => text.toLowerCase().replace(/[\s-]/g, '')),
    ),
  );
const heldOut = topicsOf('held-out');

describe('the labelled rooms', () => {
  it.each(ROOM_NAMES)('%s is what its topics make', (name) => {
    expect(readFileSync(fixtureOf(name), 'utf8')).toBe(asFile(name));
  });

  it.each(ROOM_NAMES)('%s: one to three tags a side, people whom nobody fits, few typing mistakes', (name) => {
    const [people, known] = [peopleOf(name), wordings(topicsOf(name))];
    const said = people.flatMap(({ seek, offer }) => [...seek, ...offer].map(({ text }) => text));
    const mistyped = said.filter((text) => !known.has(text.toLowerCase().replace(/[\s-]/g, '')));
    expect(Math.max(...people.flatMap(({ seek, offer }) => [seek.length, offer.length]))).toBe(3);
    expect(people.filter(({ seek, offer }) => seek.length === 0 || offer.length === 0).length).toBeGreaterThan(2);
    expect(mistyped.length / said.length).toBeLessThan(0.05);
  });

  it('the held-out room says nothing in words of the others, and 40% of its topics are its own', () => {
    const seen = new Set([...wordings(topicsOf('development-2')), ...wordings(topicsOf('lazy'))]);
    const names = new Set(topicsOf('development-2').map(({ id }) => id));
    expect([...wordings(heldOut)].filter((words) => seen.has(words)).length).toBe(0);
    expect(heldOut.filter(({ id }) => !names.has(id)).length).toBeGreaterThan(0.4 * heldOut.length);
  });

  it('a list that cannot be read says where', () => {
    expect(() => readTopics('tennis\n  bring racket')).toThrow('Line 2 is neither a topic nor its phrasings');
    expect(() => readTopics('tennis\n  both tennis (+sports)')).toThrow('There is no topic sports');
    expect(() => readTopics('tennis\n  both tennis\ntennis')).toThrow('A topic stands twice');
  });
});
