import { randomUUID } from 'node:crypto';
import type { IntroductionView, PersonView } from '@teabreak/shared';
import type { Dice } from '../seeded-random.js';
import type { Cast, Guest, Played } from './cast.js';
import { Refused } from './client.js';
import { PASS_ON_LINES, REQUEST_LINES } from './lines.js';
import { pause } from './pace.js';

/** Reactions that wait at once, and people who stepped in whom somebody asked for lately. */
const MOST_WAITING = 300;
const MOST_ASKED = 300;
const ASK_VISITOR_AGAIN_MS = 3 * 60_000;
const DECLINED = 0.15;

/** Asks for introductions and answers them, somewhat later, as people do. */
export class Introductions {
  private readonly waiting = new Set<string>();
  private readonly asked = new Map<string, number>();

  constructor(
    private readonly eventId: string,
    private readonly cast: Cast,
    private readonly random: Dice,
    private readonly signal: AbortSignal,
    private readonly onFailure: (error: unknown) => Promise<void>,
    /** This one knows somebody who stepped in, and should not miss what that one asks next. */
    private readonly keepAwake: (person: Played) => void,
  ) {}

  /** Something has changed for this person: they look at it in a while and do what they can do. */
  noticed(person: Played, introductionId: string, delayMs = this.random.between(6000, 10_000)): void {
    const key = `${person.account.accountId} ${introductionId}`;
    if (this.waiting.has(key) || this.waiting.size >= MOST_WAITING) return;
    this.waiting.add(key);
    void pause(delayMs, this.signal)
      .then(() => {
        this.waiting.delete(key);
        return this.signal.aborted ? undefined : this.react(person, introductionId);
      })
      .catch(this.onFailure);
  }

  /** `asker` wants to meet the person, through an acquaintance of both or a host. */
  async ask(asker: Guest, targetId: string): Promise<void> {
    if (asker.account.registrationId === targetId || !this.mayAskFor(targetId)) return;
    const { introducers, hostsStandIn } = await asker.client.call<PersonView>('GET', this.path(`people/${targetId}`));
    const introducer = introducers.find(({ accountId }) => this.cast.ofAccount(accountId));
    if (!introducer && !hostsStandIn) return;
    const introduction = await this.tolerant(() =>
      asker.client.call<IntroductionView>('POST', this.path('introductions'), {
        requestId: randomUUID(),
        targetId,
        introducerId: introducer?.accountId ?? null,
        line: this.random.pick(REQUEST_LINES),
      }),
    );
    const next = introducer ? this.cast.ofAccount(introducer.accountId) : this.cast.host;
    if (introduction && next) this.noticed(next, introduction.id);
  }

  private async react(person: Played, id: string): Promise<void> {
    const view = await this.tolerant(() =>
      person.client.call<IntroductionView>('GET', this.path(`introductions/${id}`)),
    );
    if (!view) return;
    const { requester, target, can } = view;
    const withVisitor = !this.cast.guest(requester.registrationId) || !this.cast.guest(target.registrationId);
    if (withVisitor) this.keepAwake(person);
    if (can.includes('decline') && !withVisitor && this.random.chance(DECLINED)) return this.act(person, id, 'decline');
    if (can.includes('pass-on')) {
      await this.act(person, id, 'pass-on', { line: this.random.pick(PASS_ON_LINES) });
      const next = this.cast.guest(target.registrationId);
      if (next) this.noticed(next, id);
    } else if (can.includes('agree')) {
      await this.act(person, id, 'agree');
      if (!withVisitor) this.noticed(person, id, this.random.between(40_000, 90_000));
    } else if (can.includes('met') && !withVisitor) {
      await this.act(person, id, 'met');
    }
  }

  private async act(person: Played, id: string, what: string, body?: object): Promise<void> {
    await this.tolerant(() => person.client.call('POST', this.path(`introductions/${id}/${what}`), body));
  }

  /** Whoever stepped in is asked for now and then, not by everybody. */
  private mayAskFor(targetId: string): boolean {
    if (this.cast.guest(targetId)) return true;
    const now = Date.now();
    if (now - (this.asked.get(targetId) ?? 0) < ASK_VISITOR_AGAIN_MS) return false;
    if (this.asked.size >= MOST_ASKED) this.asked.clear();
    this.asked.set(targetId, now);
    return true;
  }

  /** A refusal of the domain is part of an evening: somebody is busy, somebody was quicker. */
  private async tolerant<T>(call: () => Promise<T>): Promise<T | null> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof Refused && (error.status === 409 || error.status === 404)) return null;
      throw error;
    }
  }

  private path(rest: string): string {
    return `/events/${this.eventId}/${rest}`;
  }
}
