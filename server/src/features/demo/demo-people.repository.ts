import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CONSENT_VERSION, type EventRole, type Goal, type Locale } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import { nameSearchKeys, nameSortKey } from '../../common/name-search.js';
import { type DemoCompany, type DemoPerson, SEEDED } from './demo-people.js';
import type { DemoVisitor } from './demo-visitor.js';

export interface DemoHelper {
  accountId: string;
  name: string;
  role: EventRole;
}

/** The demo's guests: whole tables at a time, because 160 people in single rows would keep the first visitor waiting. */
@Injectable()
export class DemoPeopleRepository {
  /** All guests with everything they bring. @returns account ids in the order of `people` */
  async insertCompany(
    manager: EntityManager,
    eventId: string,
    { people, acquaintances }: DemoCompany,
    { places, now }: { places: readonly string[]; now: Date },
  ): Promise<string[]> {
    const rows = people.map((person) => registrationRow(person, places, now));
    await this.insertAccounts(manager, rows);
    await manager.query(
      `INSERT INTO registrations (id, event_id, account_id, external_id, status, source, name, latin_name, headline, company, recognise,
         search_keys, sort_key, languages, claimed_at, checked_in_at, check_in_gate, presence, place_id, board_level, on_board,
         consent_take_part, consent_board, consent_screen, consent_suggestions, consent_circle, created_at)
       SELECT p."registrationId", $1, p."accountId", p.key, 'confirmed', 'imported', p.name, p."latinName", p.headline, p.company, p.recognise,
         p."searchKeys", p."sortKey", ARRAY(SELECT jsonb_array_elements_text(p.languages)), $3, p."checkedInAt", 'A', p.presence, p."placeId",
         p."boardLevel", p."checkedInAt" IS NOT NULL AND p."boardLevel" = 'everyone', true, true, p."onScreen", true, true, $3
       FROM jsonb_to_recordset($2) AS p ("registrationId" uuid, "accountId" uuid, key text, name text, "latinName" text, headline text,
         company text, recognise text, "searchKeys" text, "sortKey" text, languages jsonb, "checkedInAt" timestamptz, presence text,
         "placeId" uuid, "boardLevel" text, "onScreen" boolean)`,
      [eventId, JSON.stringify(rows), now],
    );
    await manager.query('UPDATE events SET taken = taken + $2 WHERE id = $1', [eventId, rows.length]);
    await this.insertGoals(manager, eventId, rows);
    await this.insertCommonalities(manager, rows);
    await manager.query(
      `INSERT INTO contacts (account_id, kind, value)
       SELECT p."accountId", 'wechat', p.wechat FROM jsonb_to_recordset($1) AS p ("accountId" uuid, wechat text)`,
      [JSON.stringify(rows)],
    );
    await this.logConsents(manager, eventId, now);
    const ids = rows.map(({ accountId }) => accountId);
    await this.acquaint(
      manager,
      eventId,
      acquaintances.map(([one, other]) => [ids[one] as string, ids[other] as string]),
      now,
    );
    return ids;
  }

  async insertHelpers(manager: EntityManager, eventId: string, helpers: readonly DemoHelper[]): Promise<void> {
    await this.insertAccounts(
      manager,
      helpers.map((helper) => ({ ...helper, locale: 'en' })),
    );
    await manager.query(
      `INSERT INTO event_roles (event_id, account_id, role)
       SELECT $1, h."accountId", h.role FROM jsonb_to_recordset($2) AS h ("accountId" uuid, role text)`,
      [eventId, JSON.stringify(helpers)],
    );
  }

  /** Accounts that go with the demo. */
  async insertAccounts(
    manager: EntityManager,
    accounts: readonly { accountId: string; name: string; locale: Locale }[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO accounts (id, name, locale, is_demo)
       SELECT a."accountId", a.name, a.locale, true FROM jsonb_to_recordset($1) AS a ("accountId" uuid, name text, locale text)`,
      [JSON.stringify(accounts)],
    );
  }

  async insertCommonalities(
    manager: EntityManager,
    people: readonly { accountId: string; commonalities: readonly { kind: string; value: string }[] }[],
  ): Promise<void> {
    const rows = people.flatMap(({ accountId, commonalities }) =>
      commonalities.map((common, position) => ({ accountId, position, ...common })),
    );
    await manager.query(
      `INSERT INTO commonalities (account_id, kind, value, position)
       SELECT c."accountId", c.kind, c.value, c.position
       FROM jsonb_to_recordset($1) AS c ("accountId" uuid, kind text, value text, position smallint)`,
      [JSON.stringify(rows)],
    );
  }

  /** Both said that they know each other. Whoever knows the other already, still does. */
  async acquaint(
    manager: EntityManager,
    eventId: string,
    pairs: readonly (readonly [string, string])[],
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO acquaintances (one_id, other_id, origin, asked_by, confirmed_at, event_id, created_at)
       SELECT least(k.one, k.other), greatest(k.one, k.other), 'confirmed', k.one, $3, $1, $3
       FROM jsonb_to_recordset($2) AS k (one uuid, other uuid) ON CONFLICT DO NOTHING`,
      [eventId, JSON.stringify(pairs.map(([one, other]) => ({ one, other }))), now],
    );
  }

  /** Accounts of seeded guests by their keys. */
  async accountsOf(manager: EntityManager, eventId: string, keys: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'SELECT account_id AS id FROM registrations WHERE event_id = $1 AND external_id = ANY($2)',
      [eventId, keys],
    );
    return rows.map(({ id }) => id);
  }

  /** The person's own place in the event, however it stands; the event is locked, so that a seat is taken once. */
  async own(
    manager: EntityManager,
    eventId: string,
    accountId: string,
  ): Promise<{ id: string; confirmed: boolean } | null> {
    await manager.query('SELECT FROM events WHERE id = $1 FOR NO KEY UPDATE', [eventId]);
    const rows: { id: string; confirmed: boolean }[] = await manager.query(
      `SELECT id, status = 'confirmed' AS confirmed FROM registrations WHERE event_id = $1 AND account_id = $2`,
      [eventId, accountId],
    );
    return rows[0] ?? null;
  }

  async takeSeat(manager: EntityManager, eventId: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      'UPDATE events SET taken = taken + 1 WHERE id = $1 AND (capacity IS NULL OR taken < capacity)',
      [eventId],
    );
    return changed === 1;
  }

  async visitors(manager: EntityManager, eventId: string): Promise<number> {
    const rows: { count: number }[] = await manager.query(
      'SELECT count(*)::integer AS count FROM registrations WHERE event_id = $1 AND (external_id IS NULL OR NOT starts_with(external_id, $2))',
      [eventId, SEEDED],
    );
    return rows[0]?.count ?? 0;
  }

  /** Confirmed, inside and ready to play; who had cancelled is back. @returns the registration's id */
  async putVisitor(
    manager: EntityManager,
    eventId: string,
    accountId: string,
    visitor: DemoVisitor,
    now: Date,
  ): Promise<string> {
    const { name, headline, goal } = visitor;
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO registrations (event_id, account_id, status, source, name, headline, search_keys, sort_key, claimed_at, checked_in_at,
         consent_take_part, consent_board, consent_screen, consent_suggestions, created_at)
       VALUES ($1, $2, 'confirmed', 'joined', $3, $4, $5, $6, $7, $7, true, true, false, true, $7)
       ON CONFLICT (event_id, account_id) WHERE account_id IS NOT NULL
       DO UPDATE SET status = 'confirmed', waiting_since = NULL, checked_in_at = excluded.checked_in_at, updated_at = now() RETURNING id`,
      [eventId, accountId, name, headline, nameSearchKeys(name), nameSortKey(name), now],
    );
    const { id } = rows[0] as { id: string };
    await this.insertGoals(manager, eventId, [{ registrationId: id, goal }]);
    return id;
  }

  private async insertGoals(
    manager: EntityManager,
    eventId: string,
    people: readonly { registrationId: string; goal: Goal }[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence)
       SELECT g."registrationId", $1, g.goal ->> 'kind', ARRAY(SELECT jsonb_array_elements_text(g.goal -> 'seeks')),
         ARRAY(SELECT jsonb_array_elements_text(g.goal -> 'offers')), g.goal ->> 'sentence'
       FROM jsonb_to_recordset($2) AS g ("registrationId" uuid, goal jsonb) ON CONFLICT (registration_id) DO NOTHING`,
      [eventId, JSON.stringify(people.map(({ registrationId, goal }) => ({ registrationId, goal })))],
    );
  }

  /** What every registration of the event says now, as the first entry of its log. */
  async logConsents(manager: EntityManager, eventId: string, now: Date): Promise<void> {
    await manager.query(
      `INSERT INTO consents (registration_id, kind, version, granted, at)
       SELECT r.id, c.kind, $2, c.granted, $3 FROM registrations r CROSS JOIN LATERAL (VALUES ('take-part', r.consent_take_part),
         ('board', r.consent_board), ('screen', r.consent_screen), ('suggestions', r.consent_suggestions), ('circle', r.consent_circle)) AS c (kind, granted)
       WHERE r.event_id = $1 AND NOT EXISTS (SELECT FROM consents WHERE registration_id = r.id)`,
      [eventId, CONSENT_VERSION, now],
    );
  }
}

function registrationRow(person: DemoPerson, places: readonly string[], now: Date) {
  const { cameMinutesAgo, place, name, latinName } = person;
  return {
    ...person,
    accountId: randomUUID(),
    registrationId: randomUUID(),
    searchKeys: nameSearchKeys(name, latinName),
    sortKey: nameSortKey(name),
    checkedInAt: cameMinutesAgo === null ? null : new Date(now.getTime() - cameMinutesAgo * 60_000),
    placeId: place === null ? null : (places[place] ?? null),
  };
}
