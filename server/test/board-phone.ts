import type { BoardChanges, BoardNews, BoardPerson, BoardSnapshot } from '@teabreak/shared';
import { ask, connect, type TestSocket } from './sockets.js';
import { TEST_ORIGIN } from './test-app.js';

/** A phone on the board, by the rules of docs/REALTIME.md: applies what fits, fetches what is missing. */
export class BoardPhone {
  readonly people = new Map<string, BoardPerson>();
  version = 0;
  private catchingUp: Promise<void> = Promise.resolve();

  private constructor(
    readonly url: string,
    private readonly cookie: string,
    private readonly eventId: string,
    readonly socket: TestSocket,
  ) {}

  static async open(url: string, cookie: string, eventId: string): Promise<BoardPhone> {
    const phone = new BoardPhone(url, cookie, eventId, await connect(url, cookie));
    phone.replace(await phone.snapshot());
    await phone.watch();
    return phone;
  }

  /** The same phone after it lost its connection, now on this server: it has what it had. */
  static async resume({ people, version, cookie, eventId }: BoardPhone, url: string): Promise<BoardPhone> {
    const phone = new BoardPhone(url, cookie, eventId, await connect(url, cookie));
    phone.replace({ version, people: [...people.values()] });
    await phone.watch();
    return phone;
  }

  private async watch(): Promise<void> {
    const { eventId } = this;
    this.socket.on('board:changed', ({ since, version, changes }) => {
      if (since <= this.version && this.version < version) this.apply(version, changes);
      else if (since > this.version) void this.catchUp();
    });
    const watched = await ask(this.socket, 'board:watch', { eventId, since: this.version });
    if (!watched.ok) throw new Error(watched.error.code);
    const { version, changes } = watched.data as BoardChanges;
    this.apply(version, changes);
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
    return version === this.version && people.length === this.people.size && plain(shown) === plain(people);
  }

  close(): void {
    this.socket.close();
  }

  private replace({ version, people }: Pick<BoardSnapshot, 'version' | 'people'>): void {
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

/** Whatever the order of an object's keys: a log and a table do not keep the same. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
