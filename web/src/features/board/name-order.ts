type Named = { id: string; name: string };

const byName = new Intl.Collator('zh-u-co-pinyin', { sensitivity: 'base' });

/** An address book's order; people of one name by their id, so that every phone has the same. */
export const compareNames = (a: Named, b: Named): number =>
  byName.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Where somebody is, or belongs, among `length` that are in order; `at` tells who is where. */
export function nameIndex<T extends Named>(
  length: number,
  who: T,
  at: (index: number) => T,
  compare: (a: T, b: T) => number = compareNames,
): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(at(middle), who) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
