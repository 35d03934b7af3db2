import { randomUUID } from 'node:crypto';
import type { IntroductionList, IntroductionView, MeetingOption, MeetingOptions } from '@teabreak/shared';
import { IntroductionExpiry } from '../src/features/introductions/introduction-expiry.service.js';
import {
  acquaint,
  createAgendaItem,
  createAttendee,
  createEvent,
  createHelper,
  createPlace,
  type RegistrationOptions,
  type TestAccount,
  type TestAttendee,
} from './factories.js';
import type { TestApp } from './test-app.js';

const MINUTE = 60_000;

export interface AskOptions {
  introducer?: TestAccount | null;
  through?: TestAccount | null;
  line?: string;
  requestId?: string;
}

/** An event whose break begins in ten minutes and lasts half an hour, and people who bring each other together. */
export class IntroductionsRoom {
  private constructor(
    private readonly test: TestApp,
    readonly eventId: string,
    readonly breakId: string,
  ) {}

  static async open(test: TestApp, places: readonly number[] = [2, 2]): Promise<IntroductionsRoom> {
    const now = test.clock.now().getTime();
    const { eventId } = await createEvent(test.dataSource, {
      venue: 'Tea House',
      startsAt: new Date(now - 60 * MINUTE),
      endsAt: new Date(now + 180 * MINUTE),
    });
    const room = new IntroductionsRoom(test, eventId, await addBreak(test, eventId, 10));
    for (const seats of places) await createPlace(test.dataSource, eventId, { seats });
    return room;
  }

  person(name: string, options: RegistrationOptions = {}): Promise<TestAttendee> {
    return createAttendee(this.test.dataSource, this.eventId, {
      name,
      checkedIn: true,
      recognise: `${name}’s hat`,
      ...options,
    });
  }
  people(...names: string[]): Promise<TestAttendee[]> {
    return Promise.all(names.map((name) => this.person(name)));
  }
  host(name: string): Promise<TestAccount> {
    return createHelper(this.test.dataSource, this.eventId, 'host', { name });
  }
  knows(one: TestAccount, ...others: TestAccount[]): Promise<unknown> {
    return Promise.all(others.map((other) => acquaint(this.test.dataSource, one, other)));
  }
  /** Another break, `inMinutes` from now. */
  laterBreak(inMinutes: number): Promise<string> {
    return addBreak(this.test, this.eventId, inMinutes);
  }

  get(by: TestAccount, path: string) {
    return this.test.http.get(`/api/events/${this.eventId}/${path}`).set('cookie', by.cookie);
  }
  post(by: TestAccount, path: string, body: object = {}) {
    return this.test.http.post(`/api/events/${this.eventId}/${path}`).set('cookie', by.cookie).send(body);
  }
  ask(by: TestAttendee, target: TestAttendee, options: AskOptions = {}) {
    return this.post(by, 'introductions', {
      requestId: options.requestId ?? randomUUID(),
      targetId: target.registrationId,
      introducerId: options.introducer?.accountId ?? null,
      throughId: options.through?.accountId ?? null,
      line: options.line ?? 'May I meet you?',
    });
  }
  offer(by: TestAccount, one: TestAttendee, other: TestAttendee, more: object = {}) {
    return this.post(by, 'introductions/offers', {
      requestId: randomUUID(),
      oneId: one.registrationId,
      otherId: other.registrationId,
      line: 'You two should meet.',
      ...more,
    });
  }
  tap(by: TestAccount, id: string, what: string, body: object = {}) {
    return this.post(by, `introductions/${id}/${what}`, body);
  }
  move(by: TestAccount, id: string, to: Pick<MeetingOption, 'breakId' | 'slot'> & { placeId: string | null }) {
    const { breakId, slot, placeId } = to;
    return this.test.http
      .put(`/api/events/${this.eventId}/introductions/${id}/meeting`)
      .set('cookie', by.cookie)
      .send({ breakId, slot, placeId });
  }

  async view(by: TestAccount, id: string): Promise<IntroductionView> {
    return (await this.get(by, `introductions/${id}`).expect(200)).body;
  }
  async list(by: TestAccount): Promise<IntroductionView[]> {
    return ((await this.get(by, 'introductions').expect(200)).body as IntroductionList).introductions;
  }
  async options(by: TestAccount, id: string): Promise<MeetingOption[]> {
    return ((await this.get(by, `introductions/${id}/meeting/options`).expect(200)).body as MeetingOptions).options;
  }

  /** Passed on by an introducer who knows both, and agreed to; `joins`: who sits with them. */
  async agreed(
    requester: TestAttendee,
    target: TestAttendee,
    introducer: TestAttendee,
    joins = false,
  ): Promise<string> {
    const { id } = (await this.ask(requester, target, { introducer }).expect(201)).body;
    await this.tap(introducer, id, 'pass-on', { joins }).expect(200);
    await this.tap(target, id, 'agree').expect(200);
    return id;
  }

  async later(minutes: number): Promise<void> {
    this.test.clock.advance(minutes * MINUTE);
    await this.test.app.get(IntroductionExpiry).sweep();
    await this.test.settled();
  }
}

function addBreak(test: TestApp, eventId: string, inMinutes: number): Promise<string> {
  const startsAt = new Date(test.clock.now().getTime() + inMinutes * MINUTE);
  return createAgendaItem(test.dataSource, eventId, { title: `Tea at +${inMinutes}`, startsAt });
}
