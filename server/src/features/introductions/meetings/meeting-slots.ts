/** A first talk: long enough to find out whether to go on, short enough for three in a break. */
const SLOT_MS = 10 * 60_000;
/** Less is not enough to walk there and say hello. */
const LEAST_LEFT_MS = 5 * 60_000;

export interface SlotBreak {
  id: string;
  startsAt: Date;
  endsAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
}
export interface Slot {
  breakId: string;
  /** Counted from the planned start: also of a break that was opened early, or moved. */
  slot: number;
  startsAt: Date;
  endsAt: Date;
}
export interface Taken {
  breakId: string;
  slot: number;
  placeId: string;
  seats: number;
}
/** What a meeting must fit into. */
export interface Diary {
  breaks: readonly SlotBreak[];
  places: readonly { id: string; seats: number; position: number }[];
  /** Ten minutes in which one of those who come is to meet somebody else. */
  booked: readonly { breakId: string; slot: number }[];
  /** Times at which a round holds one of them. */
  busy: readonly { from: Date; until: Date }[];
  taken: readonly Taken[];
  /** How many people come. */
  people: number;
}
export interface Chance extends Slot {
  /** With enough free seats, the emptiest first. */
  placeIds: string[];
}

/** When a break's slot begins and ends; the last one takes what is left over. */
export function slotTimes(
  { startsAt, endsAt }: Pick<SlotBreak, 'startsAt' | 'endsAt'>,
  slot: number,
): { startsAt: Date; endsAt: Date } {
  const from = startsAt.getTime() + slot * SLOT_MS;
  const until = slot === lastSlot({ startsAt, endsAt }) ? Math.max(endsAt.getTime(), from) : from + SLOT_MS;
  return { startsAt: new Date(from), endsAt: new Date(until) };
}

/** The slots of a break in which there still is time to meet, earliest first. An open break may begin early and last longer. */
export function slotsOf(teaBreak: SlotBreak, now: Date): Slot[] {
  const { id, startsAt, openedAt, closedAt } = teaBreak;
  if (closedAt !== null) return [];
  const slotAt = (time: Date) => Math.floor((time.getTime() - startsAt.getTime()) / SLOT_MS);
  const first = openedAt === null ? 0 : Math.min(slotAt(openedAt), 0);
  const last =
    openedAt === null
      ? lastSlot(teaBreak)
      : Math.max(lastSlot(teaBreak), slotAt(new Date(now.getTime() + LEAST_LEFT_MS)));
  const slots: Slot[] = [];
  for (let slot = Math.max(first, slotAt(now)); slot <= last; slot += 1) {
    const times = slotTimes(teaBreak, slot);
    if (times.endsAt.getTime() - now.getTime() >= LEAST_LEFT_MS) slots.push({ breakId: id, slot, ...times });
  }
  return slots;
}

/** When all who come are free, and where. `breaks` in the order in which they are wanted. */
export function chances(diary: Diary, now: Date): Chance[] {
  const { breaks, booked, busy } = diary;
  return breaks.flatMap((teaBreak) =>
    slotsOf(teaBreak, now)
      .filter((one) => !booked.some(({ breakId, slot }) => breakId === one.breakId && slot === one.slot))
      .filter((one) => !busy.some(({ from, until }) => from < one.endsAt && one.startsAt < until))
      .map((one) => ({ ...one, placeIds: freePlaces(diary, one) })),
  );
}

/**
 * The earliest time with a place in the first break that has any time at all; where every place is taken, the earliest time, at
 * the venue. null: nobody of them has time in any break.
 */
export function bestChance(found: readonly Chance[]): Chance | null {
  const inBreak = found.filter(({ breakId }) => breakId === found[0]?.breakId);
  return inBreak.find(({ placeIds }) => placeIds.length > 0) ?? inBreak[0] ?? null;
}

/** The one with the most free seats first, so that people spread out. */
function freePlaces({ places, taken, people }: Diary, { breakId, slot }: Slot): string[] {
  const free = places.map(({ id, seats, position }) => {
    const here = taken.filter((one) => one.placeId === id && one.breakId === breakId && one.slot === slot);
    return { id, position, left: here.reduce((left, one) => left - one.seats, seats) };
  });
  return free
    .filter(({ left }) => left >= people)
    .sort((a, b) => b.left - a.left || a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function lastSlot({ startsAt, endsAt }: Pick<SlotBreak, 'startsAt' | 'endsAt'>): number {
  return Math.max(Math.floor((endsAt.getTime() - startsAt.getTime()) / SLOT_MS) - 1, 0);
}
