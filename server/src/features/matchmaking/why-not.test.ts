import type { GoalKind } from '@teabreak/shared';
import type { RoomPerson } from './matchmaking.repository.js';
import { hintsFor, type WhyNot } from './why-not.js';

let serial = 0;
const person = (kind: GoalKind | null, seeks: string[] = [], offers: string[] = []): RoomPerson => ({
  id: `p${++serial}`,
  accountId: `a${serial}`,
  name: `Person ${serial}`,
  headline: '',
  presence: 'free',
  placeId: null,
  checkedIn: true,
  goal: kind === null ? null : { kind, seeks, offers, sentence: '' },
  commons: [],
});
const known = (value: string): RoomPerson['commons'][number] => ({ kind: 'interest', value, visibility: 'everyone' });
const why = (change: Partial<WhyNot> = {}): WhyNot => ({
  me: { ...person('find-job', ['quantum poetry']), commons: ['tea', 'go', 'jazz'].map(known) },
  others: [],
  unmet: [],
  removed: { putAside: 0, rules: 0 },
  ...change,
});
const kinds = (change: Partial<WhyNot> = {}) => hintsFor(why(change), 'en').map(({ kind }) => kind);
const hint = (kind: string, change: Partial<WhyNot>, locale: 'en' | 'zh-CN' = 'en') =>
  hintsFor(why(change), locale).find((one) => one.kind === kind);

describe('why not: what would make a list longer', () => {
  it('M3: is never silent, not even in an empty room', () => {
    expect(hintsFor(why(), 'en')).toEqual([
      { kind: 'wait-for-arrivals', text: 'As more people join, this changes by itself.', tags: [] },
    ]);
  });

  it('says what nobody offers, in the reader’s own words and language', () => {
    expect(hint('nobody-offers', { unmet: ['quantum poetry'] })?.text).toBe(
      'Nobody here offers “quantum poetry” so far.',
    );
    expect(hint('nobody-offers', { unmet: ['量子诗歌'] }, 'zh-CN')?.text).toBe(
      '你在找的“量子诗歌”，现场还没有人能提供。',
    );
  });

  it('names what several look for and the reader does not offer, as tags to add', () => {
    const others = [person('clients', ['tea tasting']), person('advice', ['tea tasting', 'solitary wish'])];
    expect(hint('add-offers', { others })).toEqual({
      kind: 'add-offers',
      text: '2 people look for “tea tasting”. Can you offer that?',
      tags: ['tea tasting'],
    });
    const offering = person('find-job', [], ['Tea tasting']);
    expect(hint('add-offers', { others, me: offering })).toBeUndefined();
  });

  it('P: what only one person says is neither counted nor quoted', () => {
    const others = [person('clients', ['a divorce lawyer'], ['my secret stash']), person('advice'), person(null)];
    const text = JSON.stringify(hintsFor(why({ others, unmet: ['x'] }), 'en'));
    expect(text).not.toMatch(/divorce|stash|1 people/u);
  });

  it('counts one thing said in two languages once each, and answers in the reader’s script', () => {
    const others = [person('hire', ['后端']), person('hire', ['backend engineer']), person('hire', ['后端'])];
    expect(hint('add-offers', { others })?.text).toContain('3 people');
    expect(hint('add-offers', { others })?.tags[0]).toMatch(/backend/u);
    expect(hint('add-offers', { others }, 'zh-CN')?.tags).toEqual(['后端']);
  });

  it('puts first what people with the same goal do offer', () => {
    const others = [
      ...['x', 'y', 'z'].map(() => person('clients', ['fish farming'])),
      ...['x', 'y'].map(() => person('hire', ['pottery'])),
      ...['x', 'y', 'z'].map(() => person('find-job', [], ['pottery'])),
    ];
    expect(hint('add-offers', { others })?.tags).toEqual(['pottery', 'fish farming']);
  });

  it('leaves no more tags to add than the goal has room for', () => {
    const wishes = ['pottery', 'fish farming', 'beekeeping'];
    const others = [person('clients', wishes), person('clients', wishes)];
    const full = person('find-job', [], ['a', 'b', 'c', 'd', 'e']);
    expect(hint('add-offers', { others, me: full })).toBeUndefined();
    const nearlyFull = person('find-job', [], ['a', 'b', 'c', 'd']);
    expect(hint('add-offers', { others, me: nearlyFull })?.tags).toHaveLength(1);
  });

  it('says who put people aside and who limited the lists, before everything else', () => {
    expect(kinds({ removed: { putAside: 2, rules: 1 }, unmet: ['x'] }).slice(0, 3)).toEqual([
      'limited-by-organizer',
      'put-aside',
      'nobody-offers',
    ]);
  });

  it('G2: asks for commonalities where there are few; hidden ones are none', () => {
    const commons = ['tea', 'go'].map(known);
    const hidden = { ...known('jazz'), visibility: 'nobody' as const };
    expect(kinds({ me: { ...person('friends'), commons: [...commons, hidden] } })).toContain('add-commonalities');
    expect(kinds({ me: { ...person('friends'), commons: [...commons, known('jazz')] } })).not.toContain(
      'add-commonalities',
    );
  });

  it('says how many have not told yet what they came for', () => {
    const others = [person(null), person(null)];
    expect(hint('wait-for-arrivals', { others })?.text).toMatch(/^2 people have not said yet/u);
  });

  it('is a few sentences, whatever the room', () => {
    const others = Array.from({ length: 200 }, (_, at) => person('clients', [`wish ${at % 9}`], [`gift ${at % 7}`]));
    expect(hintsFor(why({ others, unmet: ['x'], removed: { putAside: 1, rules: 1 } }), 'zh-CN')).toHaveLength(4);
  });
});
