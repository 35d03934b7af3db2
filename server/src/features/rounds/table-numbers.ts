/**
 * Gives tables their numbers: a held one keeps its own, at the others one of the people stays seated where that is possible, so that
 * half the room need not walk. What is planned has an order by weight, which nobody shall read from a number.
 * `tableOf`: where people sat last round.
 */
export function numbered(
  held: ReadonlyMap<number, readonly string[]>,
  made: readonly (readonly string[])[],
  tableOf: ReadonlyMap<string, number>,
): Map<number, readonly string[]> {
  const tables = new Map(held);
  const last = held.size + made.length;
  const walking: (readonly string[])[] = [];
  for (const people of made) {
    const own = people.map((id) => tableOf.get(id)).find((table) => table && table <= last && !tables.has(table));
    if (own === undefined) walking.push(people);
    else tables.set(own, people);
  }
  let number = 1;
  for (const people of walking.sort((a, b) => (String(a) < String(b) ? -1 : 1))) {
    while (tables.has(number)) number += 1;
    tables.set(number, people);
  }
  return tables;
}
