import type { MatchPreview } from '@teabreak/shared';
import { pairKey, previewChanges } from './preview-changes.js';

const preview = (lists: Record<string, string[]>): MatchPreview => ({
  coverage: { people: 0, withGoal: 0, withList: 0, mutualShare: 0, mostLists: 0, unmet: [] },
  lists: Object.entries(lists).map(([registrationId, others]) => ({
    registrationId,
    name: registrationId,
    kind: null,
    suggestions: others.map((id) => ({ registrationId: id, name: id, direction: 'mutual', reason: '' })),
  })),
});

describe('previewChanges', () => {
  it('names who comes and who goes, list by list; another order is no change', () => {
    const { changed, added, gone } = previewChanges(
      preview({ a: ['b', 'c'], b: ['a', 'c'], c: ['a'] }),
      preview({ a: ['c', 'd'], b: ['c', 'a'], c: [] }),
    );
    expect([...changed]).toEqual(['a', 'c']);
    expect([...added]).toEqual([pairKey('a', 'd')]);
    expect([...gone]).toEqual([
      ['a', ['b']],
      ['c', ['a']],
    ]);
  });

  it('says nothing of people who were not there, or while what is now is not known', () => {
    expect(previewChanges(preview({}), preview({ a: ['b'] })).changed.size).toBe(0);
    expect(previewChanges(undefined, preview({ a: ['b'] })).changed.size).toBe(0);
  });
});
