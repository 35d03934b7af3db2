import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AwaitedAnswer, AwaitedAnswers, AwaitedAnswersSource } from '../../../common/awaited-answers.js';
import { Clock } from '../../../common/clock.js';
import { AskThreadsRepository } from './ask-threads.repository.js';

/** Who said they can help and has no answer yet, for the mail to those who want one. */
@Injectable()
export class AwaitedHelps extends AwaitedAnswersSource {
  constructor(
    all: AwaitedAnswers,
    private readonly dataSource: DataSource,
    private readonly threads: AskThreadsRepository,
    private readonly clock: Clock,
  ) {
    super(all);
  }

  override async of(accountId: string): Promise<AwaitedAnswer[]> {
    const now = this.clock.now();
    const own: { eventId: string; registrationId: string; title: string; slug: string }[] = await this.dataSource.query(
      `SELECT e.id AS "eventId", r.id AS "registrationId", e.title, e.slug FROM registrations r JOIN events e ON e.id = r.event_id
       WHERE r.account_id = $1 AND r.status = 'confirmed' AND r.consent_take_part AND e.ends_at > $2 AND EXISTS (
         SELECT FROM ask_helps h WHERE h.author_id = r.id AND h.state = 'waiting')
       ORDER BY e.starts_at, e.id`,
      [accountId, now],
    );
    const found: AwaitedAnswer[] = [];
    for (const { eventId, registrationId, title, slug } of own)
      for (const { part, state, other } of await this.threads.list(eventId, { registrationId, accountId }, now))
        if (part === 'author' && state === 'waiting' && other)
          found.push({ kind: 'help', name: other.name, other: '', event: { title, slug } });
    return found;
  }
}
