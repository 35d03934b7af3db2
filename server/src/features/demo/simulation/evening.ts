import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { BoardSnapshot, OrganizerEvent, Presence } from '@teabreak/shared';
import { type Dice, dice } from '../seeded-random.js';
import { Asks } from './asks.js';
import { Cast, type Guest, type Played } from './cast.js';
import { type LiveConnection, Refused } from './client.js';
import { Introductions } from './introductions.js';
import { ROOM_LINES } from './lines.js';
import type { Order } from './order.js';
import { again } from './pace.js';

/** How many hold a phone in their hand at once. */
const AWAKE = 20;
/** Some never come. */
const STAY_AWAY = 0.08;
const PRESENCES: readonly Presence[] = ['free', 'free', 'free', 'talking', 'talking', 'at-place', 'away'];

/** An evening's course: people arrive, move about, ask for each other, and the host keeps to the agenda. */
export class Evening {
  private readonly over = new AbortController();
  private readonly random: Dice;
  private readonly cast: Cast;
  private readonly introductions: Introductions;
  private readonly asks: Asks;
  private readonly awake = new Map<Played, LiveConnection>();
  /** Never more than the cast has. */
  private readonly keptAwake = new Set<Played>();
  /** On the board: registration ids, as it was a moment ago. */
  private present: string[] = [];
  private absent: Guest[] = [];
  private places: string[] = [];
  /** Nobody repeats what was said a minute ago. */
  private unsaid: string[] = [];
  private readonly doing = new Map<Guest, Presence>();

  constructor(private readonly order: Order) {
    this.random = dice(order.seed);
    this.cast = new Cast(order);
    this.asks = new Asks(order.eventId, this.cast, this.random);
    this.introductions = new Introductions(
      order.eventId,
      this.cast,
      this.random,
      this.over.signal,
      this.lookWhetherOver,
      this.keepAwake,
    );
    // Every pause listens to it.
    setMaxListeners(0, this.over.signal);
  }

  /** Resolves when the event is over or gone. */
  async run(): Promise<void> {
    const regularly = (from: number, to: number, work: () => Promise<void>) =>
      again(this.over.signal, () => this.random.between(from, to), work, this.lookWhetherOver);
    for (const person of this.cast.alwaysAwake) this.keepAwake(person);
    await Promise.all([
      regularly(3000, 4000, this.keepAgenda),
      regularly(14_000, 16_000, this.lookAround),
      regularly(1000, 2200, this.move),
      regularly(5000, 9000, this.askForSomebody),
      regularly(15_000, 30_000, this.speakInRoom),
      regularly(5000, 12_000, this.tradeFavours),
      regularly(1000, 1500, this.passPhoneOn),
    ]);
    for (const connection of this.awake.values()) connection.close();
  }

  private readonly keepAgenda = async (): Promise<void> => {
    const { client } = this.cast.host;
    const { agenda, places, endsAt } = await client.call<OrganizerEvent>('GET', this.path(''));
    this.places = places.map(({ id }) => id);
    const now = Date.now();
    if (Date.parse(endsAt) <= now) return this.over.abort();
    for (const item of agenda.filter(({ kind }) => kind === 'break')) {
      const isOpen = item.openedAt !== null && item.closedAt === null;
      const due = Date.parse(item.startsAt) <= now && now < Date.parse(item.endsAt);
      if (isOpen && Date.parse(item.endsAt) <= now) await client.call('POST', this.path(`/breaks/${item.id}/close`));
      // Another one may be open still; then the next look opens this one.
      else if (due && item.openedAt === null)
        await client.call('POST', this.path(`/breaks/${item.id}/open`)).catch(unlessRefused);
    }
  };

  private readonly lookAround = async (): Promise<void> => {
    const board = await this.cast.host.client.call<BoardSnapshot>('GET', this.path('/board'));
    const first = this.present.length === 0;
    this.present = board.people.map(({ id }) => id);
    if (!first) return;
    const here = new Set(this.present);
    this.absent = this.cast.guests.filter(({ account }) => !here.has(account.registrationId));
    this.absent.splice(0, Math.round(this.absent.length * STAY_AWAY));
  };

  /** Something that everybody sees: somebody arrives, or does something else than before. */
  private readonly move = async (): Promise<void> => {
    if (this.random.chance(0.35) && this.absent.length > 0) return this.arrive();
    const guest = this.somebodyHere();
    if (!guest) return;
    const before = this.doing.get(guest);
    const presence = this.random.pick(PRESENCES.filter((one) => one !== before));
    this.doing.set(guest, presence);
    const placeId = presence === 'at-place' && this.places.length > 0 ? this.random.pick(this.places) : null;
    await guest.client.call('PUT', this.path('/me/presence'), { presence, placeId }).catch(unlessRefused);
  };

  private async arrive(): Promise<void> {
    const guest = this.random.pick(this.absent);
    await this.cast.door.client.call('POST', this.path('/check-ins'), {
      scanId: randomUUID(),
      registrationId: guest.account.registrationId,
      gate: 'A',
    });
    this.absent.splice(this.absent.indexOf(guest), 1);
    this.present.push(guest.account.registrationId);
  }

  private readonly askForSomebody = async (): Promise<void> => {
    const asker = this.random.pick([...this.awake.keys()]);
    const guest = asker.account.registrationId && this.cast.guest(asker.account.registrationId);
    if (!guest) return;
    const visitors = this.present.filter((id) => !this.cast.guest(id));
    const among = visitors.length > 0 && this.random.chance(0.25) ? visitors : this.present;
    if (among.length > 0) await this.introductions.ask(guest, this.random.pick(among)).catch(unlessRefused);
  };

  private readonly speakInRoom = async (): Promise<void> => {
    if (this.unsaid.length === 0) this.unsaid = this.random.some(ROOM_LINES, ROOM_LINES.length);
    const text = this.unsaid.pop();
    await this.somebodyHere()?.client.call('POST', this.path('/messages'), { clientId: randomUUID(), text });
  };

  /** Somebody posts an ask, offers help, or answers who offered it. */
  private readonly tradeFavours = async (): Promise<void> => {
    const [poster, helper] = [this.somebodyHere(), this.somebodyHere()];
    if (poster) await this.asks.post(poster).catch(unlessRefused);
    if (helper) await this.asks.help(helper).catch(unlessRefused);
    await this.asks.answer().catch(unlessRefused);
  };

  /** One after the other takes the phone out, and somebody else puts theirs away. */
  private readonly passPhoneOn = async (): Promise<void> => {
    const guest = this.somebodyHere();
    if (!guest || this.awake.has(guest)) return;
    const guests = [...this.awake.keys()].filter((person) => !this.keptAwake.has(person));
    if (guests.length >= AWAKE) {
      if (!this.random.chance(0.05)) return;
      this.sleep(this.random.pick(guests));
    }
    this.wake(guest);
  };

  private readonly keepAwake = (person: Played): void => {
    this.keptAwake.add(person);
    if (!this.awake.has(person)) this.wake(person);
  };

  private wake(person: Played): void {
    const connection = person.client.listen();
    this.awake.set(person, connection);
    connection.on('introduction:changed', ({ introductionId }) => this.introductions.noticed(person, introductionId));
  }

  private sleep(person: Played): void {
    this.awake.get(person)?.close();
    this.awake.delete(person);
  }

  private somebodyHere(): Guest | undefined {
    const guests = this.present.flatMap((id) => this.cast.guest(id) ?? []);
    return guests.length > 0 ? this.random.pick(guests) : undefined;
  }

  /** Where the host finds nothing any more, the evening is over; everything else passes. */
  private readonly lookWhetherOver = async (error: unknown): Promise<void> => {
    if (!isGone(error)) return;
    await this.cast.host.client.call('GET', this.path('')).catch((second: unknown) => {
      if (isGone(second)) this.over.abort();
    });
  };

  private path(rest: string): string {
    return `/events/${this.order.eventId}${rest}`;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Refused && (error.status === 401 || error.status === 404);
}

/** Somebody left, is busy, or was quicker. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused) || error.status >= 500 || error.status === 401 || error.status === 429) throw error;
}
