import type { MyRound, RoundsDesk, RoundsInput } from '@teabreak/shared';
import { RoundTimer } from '../src/features/rounds/round-timer.service.js';
import { RoundsRepository } from '../src/features/rounds/rounds.repository.js';
import {
  createAgendaItem,
  createAttendee,
  createEvent,
  createHelper,
  type GoalOptions,
  type RegistrationOptions,
  type TestAccount,
  type TestAttendee,
} from './factories.js';
import { type TestApp, until } from './test-app.js';

const HOUR = 3_600_000;

/** A break that is open, with people who are there and free. */
export class RoundsRoom {
  readonly people: TestAttendee[] = [];

  private constructor(
    private readonly test: TestApp,
    readonly eventId: string,
    readonly breakId: string,
    readonly organizer: TestAccount,
  ) {}

  /** The break has `minutes` left. */
  static async open(test: TestApp, people: number, minutes = 10 * 60): Promise<RoundsRoom> {
    const { eventId } = await createEvent(test.dataSource);
    const [startsAt, now] = [new Date(test.clock.now().getTime() - HOUR), test.clock.now()];
    const endsAt = new Date(now.getTime() + minutes * 60_000);
    const breakId = await createAgendaItem(test.dataSource, eventId, { startsAt, endsAt, openedAt: startsAt });
    const organizer = await createHelper(test.dataSource, eventId, 'organizer');
    const room = new RoundsRoom(test, eventId, breakId, organizer);
    for (let count = 0; count < people; count += 1) await room.arrive();
    return room;
  }

  async arrive(
    options: RegistrationOptions = {},
    goal: GoalOptions = { seeks: ['design'], offers: ['law'] },
  ): Promise<TestAttendee> {
    const person = await createAttendee(this.test.dataSource, this.eventId, { checkedIn: true, goal, ...options });
    this.people.push(person);
    return person;
  }

  as(who: TestAccount, on: TestApp = this.test) {
    return on.phone({ cookie: who.cookie });
  }

  /** POST …/rounds/<what>; with `start` as its name the beginning of all. */
  post(what: string, body: object = {}, who: TestAccount = this.organizer, on: TestApp = this.test) {
    const path = what === 'start' ? `breaks/${this.breakId}/rounds` : `rounds/${what}`;
    return this.as(who, on).post(`/api/events/${this.eventId}/${path}`).send(body);
  }

  async start(settings: RoundsInput = {}): Promise<RoundsDesk> {
    const { body } = await this.post('start', settings).expect(200);
    return body;
  }

  async desk(): Promise<RoundsDesk> {
    return (await this.as(this.organizer).get(`/api/events/${this.eventId}/rounds`).expect(200)).body;
  }

  async mine(who: TestAccount): Promise<MyRound> {
    return (await this.as(who).get(`/api/events/${this.eventId}/rounds/mine`).expect(200)).body;
  }

  takePart(who: TestAccount, takePart: boolean) {
    return this.as(who).put(`/api/events/${this.eventId}/rounds/mine`).send({ takePart });
  }

  /** Time goes on until the talks begin or end, whichever comes next, or until `at`. */
  async step(on: TestApp = this.test, at?: Date): Promise<RoundsDesk> {
    const { clock } = await this.desk();
    on.clock.set(at ?? (clock?.phase === 'changeover' ? clock.startsAt : clock?.endsAt) ?? on.clock.now());
    // Whoever is at it already, a timer perhaps, is waited for.
    await until(async () => {
      await on.app.get(RoundTimer).sweep();
      return (await on.app.get(RoundsRepository).due(on.clock.now())).length === 0;
    });
    await on.settled();
    return this.desk();
  }

  /** Until the tables of the next round are made, or all is over. */
  async wholeRound(): Promise<RoundsDesk> {
    await this.step();
    return this.step();
  }
}

/** Names of who sits together, in an order that tests can compare. */
export const tablesOf = ({ tables }: RoundsDesk): string[][] =>
  tables.map(({ people }) => people.map(({ name }) => name).sort()).sort();

/** Everybody with everybody at one table, as one text each. */
export const pairsOf = (desk: RoundsDesk): string[] =>
  tablesOf(desk).flatMap((table) =>
    table.flatMap((one, index) => table.slice(index + 1).map((two) => `${one}+${two}`)),
  );
