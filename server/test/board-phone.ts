import type { BoardChanges, BoardNews, BoardPerson, BoardSnapshot } from '@teabreak/shared';
import { ask, connect, type TestSocket } from './sockets.js';
import { TEST_ORIGIN } from './test-app.js';

/** A phone on the board, by the rules of docs/REALTIME.md: applies what fits, fetches what is missing. */
export class BoardPhone {
  readonly people = new Map<string, BoardPerson>();
  version = 0;
  private catchingUp: Promise<void> = Promise.resolve();

  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly eventId: string,
    readonly socket: TestSocket,
  ) {}

  static async open(url: string, cookie: string, eventId: string): Promise<BoardPhone> {
    const phone = new BoardPhone(url, cookie, eventId, await connect(url, cookie));
    phone.replace(await phone.snapshot());
    phone.socket.on('board:changed', ({ since, version, changes }) => {
      if (since <= phone.version && phone.version < version) phone.apply(version, changes);
      else if (since > phone.version) void phone.catchUp();
    });
    const watched = await ask(phone.socket, 'board:watch', { eventId, since: phone.version });
    if (!watched.ok) throw new Error(watched.error.code);
    const { version, changes } = watched.data as BoardChanges;
    phone.apply(version, changes);
    return phone;
  }

  snapshot(): Promise<BoardSnapshot> {
    return this.get<BoardSnapshot>('board');
  }

  /** What a phone does when it wakes up, or notices a gap. */
  catchUp(): Promise<void> {
    this.catchingUp = this.catchingUp.then(async () => {
      const { version, changes, reset } = await this.get<BoardChanges>(`board/changes?since=${this.version}`);
      if (reset) this.replace(await this.snapshot());
      else this.apply(version, changes);
    });
    return this.catchingUp;
  }

  /** Whether it shows what somebody who opens the board now would see. */
  async isRight(): Promise<boolean> {
    const { version, people } = await this.snapshot();
    const shown = people.map((person) => this.people.get(person.id));
    return (
      version === this.version && people.length === this.people.size && JSON.stringify(shown) === JSON.stringify(people)
    );
  }

  close(): void {
    this.socket.close();
  }

  private replace({ version, people }: BoardSnapshot): void {
    this.people.clear();
    for (const person of people) this.people.set(person.id, person);
    this.version = version;
  }

  private apply(version: number, changes: readonly BoardNews[]): void {
    for (const change of changes) {
      if (change.version <= this.version) continue;
      if (change.kind === 'put') this.people.set(change.person.id, change.person);
      else if (change.kind === 'removed') this.people.delete(change.id);
      else this.move(change);
    }
    this.version = Math.max(this.version, version);
  }

  private move({ id, presence, placeId }: BoardNews & { kind: 'moved' }): void {
    const known = this.people.get(id);
    if (!known) throw new Error('Somebody moves who was never there');
    this.people.set(id, { ...known, presence, placeId });
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}/api/events/${this.eventId}/${path}`, {
      headers: { origin: TEST_ORIGIN, cookie: this.cookie },
    });
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return (await response.json()) as T;
  }
}
