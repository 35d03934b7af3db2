import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { BoardLog } from '../../common/board-log.js';
import { DomainEvents } from '../../common/domain-events.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  LEFT_NAME,
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalFile,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';
import { qrPng } from '../../qr/qr.js';
import { GuestImportRepository } from './guest-import/guest-import.repository.js';
import { mayBeCancelled } from './registrations.policy.js';
import { RegistrationsRepository } from './registrations.repository.js';
import type { Promoted } from './seats.repository.js';
import { SeatsService } from './seats.service.js';

const WECHAT_QR = 'wechat-qr.png';

const REGISTRATIONS = `SELECT ${eventOf('e')}, e.starts_at AS "startsAt", e.ends_at AS "endsAt", r.status, r.source, r.name,
    r.latin_name AS "latinName", r.headline, r.company, r.recognise, r.email, r.phone, r.languages, r.imported,
    r.invited_at AS "invitedAt", r.claimed_at AS "claimedAt", r.checked_in_at AS "checkedInAt", r.presence,
    r.board_level AS "boardLevel", r.level_before_hidden IS NOT NULL AS "hiddenByHosts", r.created_at AS "createdAt",
    r.updated_at AS "updatedAt",
    coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'version', c.version, 'granted', c.granted, 'at', c.at)
      ORDER BY c.at, c.id) FROM consents c WHERE c.registration_id = r.id), '[]') AS consents,
    coalesce((SELECT json_agg(json_build_object('gate', s.gate, 'result', s.result, 'at', s.at) ORDER BY s.at)
      FROM check_in_scans s WHERE s.event_id = r.event_id AND s.registration_id = r.id), '[]') AS scans,
    ${keyOf('r.created_at', 'r.id')}
  FROM registrations r JOIN events e ON e.id = r.event_id WHERE r.account_id = $1`;

@Injectable()
export class RegistrationsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    contacts: { exported: 'contacts', afterwards: 'deleted' },
    registrations: {
      exported: 'registrations',
      afterwards: { kept: 'how many came, met and were introduced stays right', ghost: ['account_id'] },
    },
    consents: { exported: 'registrations', afterwards: 'deleted' },
    check_in_scans: {
      exported: 'registrations',
      afterwards: { kept: 'a door that was without a network may send its scans again; nothing but a gate and a time' },
    },
    guest_imports: {
      exported: { not: 'of the event: counts, and remarks on lines of the organizer’s file' },
      afterwards: { kept: 'says how a list was read; what it quotes of the person is taken out' },
    },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: SeatsService,
    private readonly imports: GuestImportRepository,
    private readonly board: BoardLog,
    private readonly events: DomainEvents,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    const contacts = inPages(
      this.dataSource,
      `SELECT kind, value, visibility, CASE WHEN kind = 'wechat-qr' THEN '${WECHAT_QR}' END AS file,
         lpad(position::text, 5, '0') || id::text AS key FROM contacts WHERE account_id = $1`,
      [accountId],
    );
    return [
      { name: 'contacts', rows: contacts },
      { name: 'registrations', rows: inPages(this.dataSource, REGISTRATIONS, [accountId]) },
    ];
  }

  override async *files({ accountId }: Actor): AsyncGenerator<PersonalFile> {
    const rows: { value: string }[] = await this.dataSource.query(
      `SELECT value FROM contacts WHERE account_id = $1 AND kind = 'wechat-qr'`,
      [accountId],
    );
    for (const { value } of rows) yield { path: WECHAT_QR, shrinks: false, read: () => qrPng(value) };
  }

  /** Gives up the seats of what is not over, and takes the person out of every list; of what is over only the count stays. */
  override async forget(manager: EntityManager, { accountId, ghostId, email, at }: Leaver): Promise<() => void> {
    const own: { id: string; eventId: string; over: boolean }[] = await manager.query(
      `SELECT r.id, r.event_id AS "eventId", e.ends_at <= $3 AS over FROM registrations r JOIN events e ON e.id = r.event_id
       WHERE r.account_id = $1 OR (r.account_id IS NULL AND r.email = $2) ORDER BY r.event_id, r.id`,
      [accountId, email, at],
    );
    const promoted = new Map<string, Promoted[]>();
    for (const { id, eventId, over } of own) if (!over) promoted.set(eventId, await this.giveUp(manager, eventId, id));
    const ids = own.map(({ id }) => id);
    const events = [...new Set(own.map(({ eventId }) => eventId))];
    await this.imports.unquote(manager, events, await wordsOf(manager, accountId, ids));
    await manager.query('DELETE FROM consents WHERE registration_id = ANY($1)', [ids]);
    await manager.query(ANONYMISE, [ids, LEFT_NAME, at]);
    for (const eventId of events)
      await this.board.peopleChanged(manager, eventId, [
        ...own.filter((one) => one.eventId === eventId).map(({ id }) => id),
        ...(promoted.get(eventId) ?? []).map(({ id }) => id),
      ]);
    return () => {
      for (const { id, eventId } of own) this.tell(eventId, { id, accountId: ghostId });
      for (const [eventId, people] of promoted) for (const person of people) this.tell(eventId, person);
      for (const eventId of events) {
        this.events.emit('guests:changed', { eventId });
        this.events.emit('board:changed', { eventId });
      }
    };
  }

  private async giveUp(manager: EntityManager, eventId: string, id: string): Promise<Promoted[]> {
    await this.seats.lock(manager, eventId);
    const before = await this.registrations.lock(manager, eventId, id);
    if (before === null || !mayBeCancelled(before.status)) return [];
    await this.registrations.setStatus(manager, id, 'cancelled');
    return before.status === 'confirmed' ? this.seats.passOn(manager, eventId, id) : [];
  }

  private tell(eventId: string, { id, accountId }: Promoted): void {
    if (accountId !== null) this.events.emit('registration:changed', { eventId, registrationId: id, accountId });
  }
}

/** Personal link and ticket end by their versions; an import must not find the row again, and lists end with it. */
const ANONYMISE = `UPDATE registrations SET name = $2, latin_name = '', headline = '', company = '', recognise = '', search_keys = '',
    sort_key = 'zzzz', email = NULL, phone = NULL, languages = '{}', imported = NULL, external_id = NULL, request_id = NULL,
    request_hash = NULL, claim_version = claim_version + 1, ticket_version = ticket_version + 1, check_in_gate = '', presence = 'away',
    place_id = NULL, board_level = 'hidden', level_before_hidden = NULL, consent_take_part = false, consent_board = false,
    consent_screen = false, consent_suggestions = false, consent_circle = false, invited_at = NULL, presence_said_at = NULL,
    silent_since = NULL, talking_until = NULL, updated_at = $3
  WHERE id = ANY($1)`;

/** By what a file may have named the person. */
async function wordsOf(manager: EntityManager, accountId: string, ids: readonly string[]): Promise<string[]> {
  const rows: { word: string }[] = await manager.query(
    `SELECT word FROM (SELECT unnest(ARRAY[name, email, phone]) AS word FROM registrations WHERE id = ANY($2)
       UNION SELECT unnest(ARRAY[name, email]) FROM accounts WHERE id = $1
       UNION SELECT value FROM contacts WHERE account_id = $1) words WHERE char_length(word) > 1`,
    [accountId, ids],
  );
  return rows.map(({ word }) => word);
}
