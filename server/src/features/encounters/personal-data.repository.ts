import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  LEFT_TEXT,
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalFile,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';
import { presentExchange } from './cards/card-exchanges.presenter.js';
import { CardExchangesRepository } from './cards/card-exchanges.repository.js';
import { ContactGrants } from './contact-grants/contact-grants.service.js';

/** Shorter ones would be found inside of other words. */
const SHORTEST_CONTACT = 4;
const VOICE_FILE = `'voice/' || v.id || CASE v.type WHEN 'audio/webm' THEN '.webm' WHEN 'audio/mp4' THEN '.m4a' ELSE '.mp3' END`;

/** F1: a note is joined by its author's account, as everywhere. */
const CONVERSATIONS = `SELECT ${eventOf('ev')}, r.name AS "with", e.via, e.at,
    CASE WHEN n.encounter_id IS NOT NULL THEN json_build_object('text', n.text, 'fit', n.fit, 'iPromised', n.i_promised,
      'iPromisedDone', n.i_promised_done, 'theyPromised', n.they_promised, 'theyPromisedDone', n.they_promised_done,
      'remindOn', n.remind_on, 'updatedAt', n.updated_at, 'voice', CASE WHEN v.id IS NOT NULL THEN
        json_build_object('file', ${VOICE_FILE}, 'milliseconds', v.milliseconds, 'recordedAt', v.created_at) END) END AS note,
    ${keyOf('e.at', 'e.id')}
  FROM registrations own
  JOIN encounters e ON e.event_id = own.event_id AND (e.one_id = own.id OR e.other_id = own.id)
    AND (e.said_by IS NULL OR e.said_by = own.id)
  JOIN registrations r ON r.id = CASE WHEN e.one_id = own.id THEN e.other_id ELSE e.one_id END
  JOIN events ev ON ev.id = e.event_id
  LEFT JOIN notes n ON n.encounter_id = e.id AND n.author_account_id = $1
  LEFT JOIN voice_notes v ON v.encounter_id = e.id AND v.author_account_id = $1
  WHERE own.account_id = $1`;

const GIVEN = `SELECT ${eventOf('e')}, coalesce(r.name, a.name) AS "to", g.origin, g.granted_at AS "grantedAt",
    g.revoked_at AS "revokedAt", ${keyOf('g.granted_at', '(g.viewer_account_id || g.event_id::text)')}
  FROM contact_grants g JOIN events e ON e.id = g.event_id JOIN accounts a ON a.id = g.viewer_account_id
  LEFT JOIN registrations r ON r.event_id = g.event_id AND r.account_id = g.viewer_account_id WHERE g.owner_account_id = $1`;

@Injectable()
export class EncountersPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    encounters: { exported: 'conversations', afterwards: { kept: 'the other one’s conversation, with nobody’s name' } },
    notes: { exported: 'conversations', afterwards: 'deleted' },
    voice_notes: { exported: 'conversations', afterwards: 'deleted' },
    card_tokens: { exported: { not: 'secrets of minutes that open a card' }, afterwards: 'deleted' },
    card_exchanges: {
      exported: 'cards',
      afterwards: { kept: 'the other one’s exchange, with nobody’s name and no contacts' },
    },
    contact_grants: { exported: 'contactsGiven', afterwards: 'deleted' },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly exchanges: CardExchangesRepository,
    private readonly grants: ContactGrants,
    private readonly clock: Clock,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    return [
      { name: 'conversations', rows: inPages(this.dataSource, CONVERSATIONS, [accountId]) },
      { name: 'cards', rows: this.cards(accountId) },
      { name: 'contactsGiven', rows: inPages(this.dataSource, GIVEN, [accountId]) },
    ];
  }

  override async *files({ accountId }: Actor): AsyncGenerator<PersonalFile> {
    const rows: { path: string; encounterId: string }[] = await this.dataSource.query(
      `SELECT ${VOICE_FILE} AS path, v.encounter_id AS "encounterId" FROM voice_notes v WHERE v.author_account_id = $1 ORDER BY 1`,
      [accountId],
    );
    for (const { path, encounterId } of rows)
      yield { path, shrinks: false, read: () => this.voice(accountId, encounterId) };
  }

  /** Their notes go with the account. In what others noted about them their contacts do: the rest is the others' own. */
  override async forget(manager: EntityManager, { accountId, email }: Leaver): Promise<() => void> {
    const own = '(SELECT id FROM registrations WHERE account_id = $1)';
    await manager.query(`DELETE FROM card_tokens WHERE registration_id IN ${own}`, [accountId]);
    await manager.query(
      `DELETE FROM card_exchanges WHERE state <> 'exchanged' AND (scanner_id IN ${own} OR owner_id IN ${own})`,
      [accountId],
    );
    const values: { value: string }[] = await manager.query(
      `SELECT value FROM contacts WHERE account_id = $1 UNION SELECT email FROM registrations WHERE account_id = $1
       UNION SELECT phone FROM registrations WHERE account_id = $1`,
      [accountId],
    );
    const contacts = new Set([...values.map(({ value }) => value), email]);
    for (const contact of contacts)
      if (contact && contact.length >= SHORTEST_CONTACT) await take(manager, accountId, contact);
    return () => undefined;
  }

  /** As the list of each event shows them: a "no" looks as if nobody had answered. */
  private async *cards(accountId: string) {
    const own: { id: string; eventId: string; title: string; slug: string }[] = await this.dataSource.query(
      `SELECT r.id, r.event_id AS "eventId", e.title, e.slug FROM registrations r JOIN events e ON e.id = r.event_id
       WHERE r.account_id = $1 ORDER BY e.starts_at, r.id`,
      [accountId],
    );
    for (const { id, eventId, title, slug } of own) {
      const rows = await this.exchanges.list(eventId, id, accountId);
      const others = rows.flatMap(({ otherAccountId }) => otherAccountId ?? []);
      const contacts = await this.grants.visibleContactsOf(accountId, others, eventId);
      for (const row of rows) {
        const shown = presentExchange(row, id, contacts.get(row.otherAccountId ?? '') ?? [], this.clock.now());
        if (shown === null) continue;
        const { person, state, at } = shown;
        yield { event: { title, slug }, with: person.name, state, at, contacts: shown.contacts.map(bare) };
      }
    }
  }

  private async voice(accountId: string, encounterId: string): Promise<Buffer> {
    const rows: { bytes: Buffer }[] = await this.dataSource.query(
      'SELECT bytes FROM voice_notes WHERE author_account_id = $1 AND encounter_id = $2',
      [accountId, encounterId],
    );
    return rows[0]?.bytes ?? Buffer.alloc(0);
  }
}

const bare = ({ kind, value }: { kind: string; value: string }) => ({ kind, value });

async function take(manager: EntityManager, accountId: string, contact: string): Promise<void> {
  await manager.query(
    `UPDATE notes n SET text = replace(n.text, $2, $3), i_promised = replace(n.i_promised, $2, $3),
       they_promised = replace(n.they_promised, $2, $3), version = n.version + 1
     FROM encounters e JOIN registrations r ON r.id IN (e.one_id, e.other_id) AND r.account_id = $1
     WHERE e.id = n.encounter_id AND n.author_account_id <> $1 AND strpos(n.text || n.i_promised || n.they_promised, $2) > 0`,
    [accountId, contact, LEFT_TEXT],
  );
}
