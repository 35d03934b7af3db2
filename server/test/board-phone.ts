import {
  type BoardChange,
  type BoardChanges,
  type BoardPerson,
  type BoardSnapshot,
  type BoardWatched,
  type ServerToClientEvents,
  unpackMoves,
} from '@teabreak/shared';
import type { ManagerOptions } from 'socket.io-client';
import { BoardWitness, lookOfBoard } from './board-witness.js';
import { ask, connect, type TestSocket } from './sockets.js';
import { TEST_ORIGIN, until } from './test-app.js';

type Batch = Parameters<ServerToClientEvents['board:changed']>[0];
/** What an answer and a batch have in common. */
type Told = Pick<Batch, 'version' | 'changes' | 'moved'> & { reset?: boolean };
export interface PhoneOptions {
  transports?: ManagerOptions['transports'];
  /** How it learns what it missed: by the answer of `board:watch`, or over HTTP before that. */
  catchUpBy?: 'ack' | 'http';
}

/** A phone on the board, by the rules of docs/REALTIME.md: applies what fits, fetches what is missing. */
export class BoardPhone {
  readonly people = new Map<string, BoardPerson>();
  version = 0;
  /** Whom its board was made for. */
  audience: string | undefined;
  /** While true the connection stands and everything that comes is lost: a phone in a pocket. */
  asleep = false;
  private catchingUp: Promise<void> = Promise.resolve();
  private closed = false;

  private constructor(
    readonly url: string,
    private readonly cookie: string,
    private readonly eventId: string,
    readonly socket: TestSocket,
    /** Stays with the phone over all its connections. */
    readonly witness: BoardWitness,
  ) {}

  static async open(url: string, cookie: string, eventId: string, options: PhoneOptions = {}): Promise<BoardPhone> {
    const phone = new BoardPhone(url, cookie, eventId, await dial(url, cookie, options), new BoardWitness());
    return phone.start(async () => {
      phone.replace(await phone.snapshot());
      await phone.watch();
    });
  }

  /** The same phone after it lost its connection, now on this server: it has what it had. */
  static async resume(before: BoardPhone, url: string, options: PhoneOptions = {}): Promise<BoardPhone> {
    const { people, version, audience, cookie, eventId, witness } = before;
    before.close();
    const phone = new BoardPhone(url, cookie, eventId, await dial(url, cookie, options), witness);
    return phone.start(async () => {
      for (const person of people.values()) phone.people.set(person.id, person);
      phone.version = version;
      phone.audience = audience;
      if (options.catchUpBy === 'http') await phone.catchUp();
      await phone.watch();
    });
  }

  snapshot(): Promise<BoardSnapshot> {
    return this.get<BoardSnapshot>('board');
  }

  /** What a phone does when it wakes up, or notices a gap. */
  catchUp(): Promise<void> {
    const caughtUp = this.catchingUp.then(async () => {
      await this.takeAnswer(await this.get<BoardChanges>(`board/changes?since=${this.version}`));
    });
    this.catchingUp = caughtUp.catch(() => undefined);
    return caughtUp;
  }

  /** Whether it shows what somebody who opens the board now would see. */
  async isRight(): Promise<boolean> {
    const { version, people } = await this.snapshot();
    return version === this.version && lookOfBoard(people) === lookOfBoard(this.people.values());
  }

  close(): void {
    this.closed = true;
    this.socket.close();
  }

  private async start(steps: () => Promise<void>): Promise<BoardPhone> {
    try {
      await steps();
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  private async watch(): Promise<void> {
    const { eventId } = this;
    this.witness.connected(this.version);
    this.socket.on('board:changed', (batch) => this.hear(batch));
    // A phone asks anew what the others are to it, and learns that it is shown others than before.
    this.socket.on('suggestions:changed', () => this.asleep || this.catchUpSurely());
    const lost = new Promise<never>((_, reject) => this.socket.once('disconnect', (why) => reject(new Error(why))));
    lost.catch(() => undefined);
    const watched = await Promise.race([ask(this.socket, 'board:watch', { eventId, since: this.version }), lost]);
    if (!watched.ok) throw new Error(watched.error.code);
    const missed = watched.data as BoardWatched;
    if (missed.more) return this.catchUp();
    this.witness.answered(missed.version);
    await this.takeAnswer(missed);
  }

  private hear(batch: Batch): void {
    this.witness.heard(batch, this.version);
    if (this.asleep || this.closed) return;
    if (batch.since <= this.version) void this.take(batch);
    else this.catchUpSurely();
  }

  /** By itself, until it has it: a gap that is not closed would stay for ever. */
  private catchUpSurely(): void {
    const caughtUp = () =>
      this.catchUp().then(
        () => true,
        () => false,
      );
    until(() => this.closed || caughtUp()).catch(() => undefined);
  }

  private takeAnswer(answer: BoardChanges): Promise<void> {
    return this.take({ ...answer, reset: answer.reset || answer.audience !== this.audience });
  }

  /** Whatever the server tells, live or as an answer, becomes state here and nowhere else. */
  private async take({ version, changes, moved, reset = false }: Told): Promise<void> {
    // An answer that was on its way when the phone went on with another connection is nobody's.
    if (this.closed) return;
    if (reset) {
      const asked = this.version;
      const fresh = await this.snapshot();
      // Of two that were asked for at a time, the older may come last.
      if (!this.closed && (this.version === asked || this.version < fresh.version)) this.replace(fresh);
      else if (!this.closed && fresh.audience !== this.audience) await this.take({ version, changes, moved, reset });
      return;
    }
    if (version <= this.version) return;
    for (const change of changes) if (change.version > this.version) this.apply(change);
    for (const move of unpackMoves(moved)) this.move(move);
    this.version = version;
    this.witness.shows(version, this.people.values());
  }

  private replace({ version, people, audience }: Pick<BoardSnapshot, 'version' | 'people' | 'audience'>): void {
    if (audience !== this.audience) this.witness.otherwise();
    this.audience = audience;
    this.people.clear();
    for (const person of people) this.people.set(person.id, person);
    this.version = version;
    this.witness.shows(version, people);
  }

  private apply(change: BoardChange): void {
    if (change.kind === 'put') this.people.set(change.person.id, change.person);
    else this.people.delete(change.id);
  }

  private move({ id, ...where }: Pick<BoardPerson, 'id' | 'presence' | 'placeId'>): void {
    const known = this.people.get(id);
    if (known) this.people.set(id, { ...known, ...where });
    // Who is shown again is fetched in a moment.
    else if (this.audience === undefined)
      this.witness.faults.push(`${id} moves after ${this.version} and was never there`);
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}/api/events/${this.eventId}/${path}`, {
      headers: { origin: TEST_ORIGIN, cookie: this.cookie },
    });
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return (await response.json()) as T;
  }
}

function dial(url: string, cookie: string, { transports }: PhoneOptions): Promise<TestSocket> {
  return connect(url, cookie, transports && { transports });
}
