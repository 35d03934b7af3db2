import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  LEFT_TEXT,
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';
import { HELP_STATE, NAMED, reachable } from './ask-sql.js';

const ASKS = `SELECT ${eventOf('e')}, a.kind, a.text, a.tags, a.on_screen AS "onScreen", a.state, a.thanks, a.posted_at AS "postedAt",
    a.edited_at AS "editedAt", a.closed_at AS "closedAt", a.hidden_reason AS "hiddenReason", ${keyOf('a.posted_at', 'a.id')}
  FROM asks a JOIN events e ON e.id = a.event_id JOIN registrations own ON own.id = a.author_id WHERE own.account_id = $1`;

/** Whom one deals with, as the pages name them; what is one's own is there also where the other one is gone. */
const THREAD = `FROM ask_helps h JOIN asks a ON a.id = h.ask_id JOIN events e ON e.id = h.event_id
  JOIN registrations author ON author.id = h.author_id
  JOIN registrations other ON other.id = CASE WHEN h.author_id = $2 THEN h.helper_id ELSE h.author_id END`;
const HERE = `(${reachable('other')})`;
const ASK = `CASE WHEN h.author_id = $2 OR h.state = 'accepted' OR (${HERE} AND a.hidden_at IS NULL) THEN a.text ELSE '' END AS ask`;

const THREADS = `SELECT ${eventOf('e')}, ${ASK}, CASE WHEN h.author_id = $2 THEN 'author' ELSE 'helper' END AS part,
    CASE WHEN ${HERE} AND (h.author_id = $2 OR h.state = 'accepted' OR ${NAMED}) THEN other.name END AS "with", h.line,
    CASE WHEN h.state = 'taken-back' OR (h.author_id = $2 AND h.state = 'declined') THEN h.state ELSE ${HELP_STATE} END AS state,
    h.offered_at AS "offeredAt", ${keyOf('h.offered_at', 'h.id')}
  ${THREAD} WHERE h.event_id = $1 AND (h.helper_id = $2 OR (h.author_id = $2 AND h.state <> 'taken-back' AND ${HERE}))`;

const MESSAGES = `SELECT ${eventOf('e')}, ${ASK}, m.author_id = $2 AS mine, m.text, m.written_at AS at,
    ${keyOf('m.written_at', '(m.help_id || lpad(m.seq::text, 10, $5::text))')}
  ${THREAD} JOIN ask_messages m ON m.help_id = h.id
  WHERE h.event_id = $1 AND $2 IN (h.author_id, h.helper_id) AND (m.author_id = $2 OR (h.state = 'accepted' AND ${HERE}))
    AND $4::timestamptz IS NOT NULL`;

@Injectable()
export class AsksPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    asks: {
      exported: 'asks',
      afterwards: { kept: 'how many asks there were, and how soon somebody helped, stays right; no word is left' },
    },
    ask_helps: { exported: 'askThreads', afterwards: { kept: 'the other one’s thread, without the person’s words' } },
    ask_messages: { exported: 'askMessages', afterwards: { kept: 'its numbers have no gaps; no word is left' } },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    return [
      { name: 'asks', rows: inPages(this.dataSource, ASKS, [accountId]) },
      { name: 'askThreads', rows: this.ofEvents(accountId, THREADS) },
      { name: 'askMessages', rows: this.ofEvents(accountId, MESSAGES, '0') },
    ];
  }

  override async forget(manager: EntityManager, { accountId, at }: Leaver): Promise<() => void> {
    const own = '(SELECT id FROM registrations WHERE account_id = $1)';
    await manager.query(
      `UPDATE asks SET text = $2, tags = '{}', topic_keys = '{}', search_keys = '', on_screen = false, thanks = '',
         state = CASE WHEN state = 'open' THEN 'withdrawn' ELSE state END, closed_at = coalesce(closed_at, $3)
       WHERE author_id IN ${own}`,
      [accountId, LEFT_TEXT, at],
    );
    await manager.query(
      `UPDATE ask_helps SET line = '', state = CASE WHEN state = 'waiting' THEN 'taken-back' ELSE state END WHERE helper_id IN ${own}`,
      [accountId],
    );
    await manager.query(`UPDATE ask_messages SET text = $2 WHERE author_id IN ${own}`, [accountId, LEFT_TEXT]);
    const rows: { eventId: string }[] = await manager.query(
      'SELECT event_id AS "eventId" FROM registrations WHERE account_id = $1',
      [accountId],
    );
    return () => {
      for (const { eventId } of rows) this.events.emit('asks:changed', { eventId });
    };
  }

  private async *ofEvents(accountId: string, statement: string, ...more: string[]) {
    const own: { id: string; eventId: string }[] = await this.dataSource.query(
      'SELECT id, event_id AS "eventId" FROM registrations WHERE account_id = $1 ORDER BY created_at, id',
      [accountId],
    );
    for (const { id, eventId } of own)
      yield* inPages(this.dataSource, statement, [eventId, id, accountId, this.clock.now(), ...more]);
  }
}
