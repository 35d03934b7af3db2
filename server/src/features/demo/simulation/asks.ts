import { randomUUID } from 'node:crypto';
import type { AskPage, AskThread, AskThreadList, AskView } from '@teabreak/shared';
import type { Dice } from '../seeded-random.js';
import type { Cast, Guest } from './cast.js';
import { ASK_LINES, HELP_LINES } from './lines.js';

/** How many of the invented asks stand open at once. */
const MOST_OPEN = 6;

/** Posts asks and offers, offers help, and answers those who can help (A1). Refusals are the caller's to bear. */
export class Asks {
  private posted = 0;
  private readonly authors = new Set<Guest>();

  constructor(
    private readonly eventId: string,
    private readonly cast: Cast,
    private readonly random: Dice,
  ) {}

  /** Another one, while there are few. */
  async post(guest: Guest): Promise<void> {
    const { asks } = await this.open(guest);
    if (asks.length >= MOST_OPEN || this.posted >= ASK_LINES.length) return;
    const line = ASK_LINES[this.posted];
    this.posted += 1;
    await guest.client.call('POST', this.path('asks'), { ...line, requestId: randomUUID(), onScreen: true });
    this.authors.add(guest);
  }

  /** Whoever stepped in is helped first; the others now and then. */
  async help(guest: Guest): Promise<void> {
    const { asks } = await this.open(guest);
    const others = asks.filter(({ mine, myHelp }) => !mine && myHelp === null);
    const visitors = others.filter(({ author }) => author && !this.cast.guest(author.registrationId));
    const among = visitors.length > 0 ? visitors : this.random.chance(0.3) ? others : [];
    const ask = among.length > 0 ? this.random.pick(among) : null;
    if (ask) await guest.client.call('POST', this.path(`asks/${ask.id}/help`), { line: this.random.pick(HELP_LINES) });
  }

  /** One of those who posted says yes to who offered help, or later that it helped. */
  async answer(): Promise<void> {
    if (this.authors.size === 0) return;
    const guest = this.random.pick([...this.authors]);
    const { threads } = await guest.client.call<AskThreadList>('GET', this.path('ask-threads'));
    const mine = threads.filter(({ part, askState }) => part === 'author' && askState === 'open');
    const waiting = mine.find(({ state }) => state === 'waiting');
    if (waiting) await guest.client.call('POST', this.path(`ask-threads/${waiting.id}/accept`));
    else
      await this.thank(
        guest,
        mine.find(({ state }) => state === 'introduced'),
      );
  }

  private async thank(guest: Guest, thread: AskThread | undefined): Promise<void> {
    if (!thread || !this.random.chance(0.2)) return;
    await guest.client.call('POST', this.path(`asks/${thread.askId}/answered`), { threadId: thread.id });
  }

  private open(guest: Guest): Promise<{ asks: AskView[] }> {
    return guest.client.call<AskPage>('GET', this.path('asks?state=open&limit=50'));
  }

  private path(rest: string): string {
    return `/events/${this.eventId}/${rest}`;
  }
}
