import { Injectable } from '@nestjs/common';
import type { CommonalityKind, GoalKind, MatchSettings, MatchWishKind, Presence, Visibility } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { SettingsRepository } from './settings/settings.repository.js';
import { WishesRepository } from './wishes/wishes.repository.js';

/** Somebody whom matching may compare with others: confirmed, taking part, consenting to suggestions, not hidden (M6, P1). */
export interface RoomPerson {
  id: string;
  accountId: string;
  name: string;
  headline: string;
  presence: Presence;
  /** Where they sat down, at times when they are no longer there too: `presence` says whether they are. */
  placeId: string | null;
  checkedIn: boolean;
  goal: { kind: GoalKind; seeks: string[]; offers: string[]; sentence: string } | null;
  commons: { kind: CommonalityKind; value: string; visibility: Visibility }[];
}
/** `here`: checked in. */
export type NamedIntroducer = { accountId: string; name: string; here: boolean };
export type Pair = [string, string];

/** Everything that matching reads of an event. Ids are registrations. */
export interface RoomFacts {
  people: RoomPerson[];
  /** Blocked either way, already met here (M6), or one of the two wants never to be suggested the other. */
  excluded: Pair[];
  /** Confirmed acquaintances on good terms among those who take part, whether they want suggestions or not: they introduce (M5). */
  circle: Pair[];
  /** [person, acquaintance]: the acquaintance is no way to the person or from them (M5): one of the two keeps it to themselves. */
  unnamed: Pair[];
  /** The organizer's settings, and what attendees said of suggestions ([reader, other]) as far as it still stands. */
  settings: MatchSettings;
  putAside: Pair[];
  liked: Pair[];
}

const TAKES_PART = `r.status = 'confirmed' AND r.consent_take_part AND r.account_id IS NOT NULL`;
/** The same for an alias: whom somebody else may be told of. Hidden people introduce nobody (B4). */
const MAY_BE_TOLD = (alias: string) =>
  `${TAKES_PART.replaceAll('r.', `${alias}.`)} AND ${alias}.board_level <> 'hidden'`;

@Injectable()
export class MatchmakingRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wishes: WishesRepository,
    private readonly settings: SettingsRepository,
    private readonly clock: Clock,
  ) {}

  async facts(eventId: string): Promise<RoomFacts> {
    const [people, blocked, met, circle, unnamed, { weights, rules }, wishes] = await Promise.all([
      this.people(eventId),
      this.blocked(eventId),
      this.met(eventId),
      this.circle(eventId),
      this.unnamed(eventId),
      this.settings.of(eventId),
      this.wishes.standing(eventId, this.clock.now()),
    ]);
    const wished = (wanted: MatchWishKind): Pair[] =>
      wishes.filter(({ kind }) => kind === wanted).map(({ reader, other }) => [reader, other]);
    return {
      people,
      excluded: [...met, ...blocked, ...wished('never')],
      circle,
      unnamed,
      settings: { weights, rules },
      putAside: wished('not-now'),
      liked: wished('more-like-this'),
    };
  }

  /**
   * The same as far as everybody here may know: for those who look at all lists from outside. What a person shows to some only,
   * wishes, and who blocks whom are left out, so that they cannot be felt in what is shown either (G3, I6).
   */
  async openFacts(eventId: string): Promise<Omit<RoomFacts, 'settings'>> {
    const [people, excluded, circle, unnamed] = await Promise.all([
      this.people(eventId),
      this.met(eventId),
      this.circle(eventId),
      this.unnamed(eventId),
    ]);
    const open = people.map((person) => ({
      ...person,
      commons: person.commons.filter(({ visibility }) => visibility === 'everyone'),
    }));
    return { people: open, excluded, circle, unnamed, putAside: [], liked: [] };
  }

  private people(eventId: string): Promise<RoomPerson[]> {
    return this.dataSource.query(
      `SELECT r.id, r.account_id AS "accountId", r.name, r.headline, r.presence, r.place_id AS "placeId", r.checked_in_at IS NOT NULL AS "checkedIn",
         CASE WHEN g.registration_id IS NULL THEN NULL
           ELSE json_build_object('kind', g.kind, 'seeks', g.seeks, 'offers', g.offers, 'sentence', g.sentence) END AS goal,
         coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'value', c.value, 'visibility', c.visibility)
             ORDER BY c.position, c.id)
           FROM commonalities c WHERE c.account_id = r.account_id), '[]') AS commons
       FROM registrations r LEFT JOIN goals g ON g.registration_id = r.id
       WHERE r.event_id = $1 AND ${TAKES_PART} AND r.consent_suggestions AND r.board_level <> 'hidden'
       ORDER BY r.id`,
      [eventId],
    );
  }

  private met(eventId: string): Promise<Pair[]> {
    return this.pairs(
      'SELECT one_id AS one, other_id AS other FROM encounters WHERE event_id = $1 ORDER BY 1, 2',
      eventId,
    );
  }

  private blocked(eventId: string): Promise<Pair[]> {
    return this.pairs(
      `SELECT a.id AS one, b.id AS other FROM blocks
         JOIN registrations a ON a.account_id = blocker_id AND a.event_id = $1
         JOIN registrations b ON b.account_id = blocked_id AND b.event_id = $1
       ORDER BY 1, 2`,
      eventId,
    );
  }

  private circle(eventId: string): Promise<Pair[]> {
    return this.pairs(
      `SELECT a.id AS one, b.id AS other FROM open_ties k
         JOIN registrations a ON a.account_id = k.account_id AND a.event_id = $1
         JOIN registrations b ON b.account_id = k.known_id AND b.event_id = $1
       WHERE k.account_id < k.known_id AND ${MAY_BE_TOLD('a')} AND ${MAY_BE_TOLD('b')}
       ORDER BY 1, 2`,
      eventId,
    );
  }

  /** Of these pairs, in both directions, those which the circle's rule of who may be named to whom leaves out. */
  private unnamed(eventId: string): Promise<Pair[]> {
    return this.pairs(
      `SELECT b.id AS one, a.id AS other FROM open_ties k
         JOIN registrations a ON a.account_id = k.account_id AND a.event_id = $1
         JOIN registrations b ON b.account_id = k.known_id AND b.event_id = $1
         LEFT JOIN event_introducers i ON i.event_id = $1 AND i.account_id = k.account_id
         LEFT JOIN named_ties n ON n.introducer_id = k.account_id AND n.known_id = k.known_id
       WHERE ${MAY_BE_TOLD('a')} AND ${MAY_BE_TOLD('b')} AND (i.account_id IS NULL OR n.known_id IS NULL)
       ORDER BY 1, 2`,
      eventId,
    );
  }

  private async pairs(sql: string, eventId: string): Promise<Pair[]> {
    const rows: { one: string; other: string }[] = await this.dataSource.query(sql, [eventId]);
    return rows.map(({ one, other }) => [one, other]);
  }

  /** Those who may introduce, by registration: account and name. */
  async introducers(eventId: string, registrationIds: readonly string[]): Promise<Map<string, NamedIntroducer>> {
    const rows: (NamedIntroducer & { id: string })[] = await this.dataSource.query(
      `SELECT id, account_id AS "accountId", name, checked_in_at IS NOT NULL AS here
       FROM registrations WHERE event_id = $1 AND id = ANY($2)`,
      [eventId, registrationIds],
    );
    return new Map(rows.map(({ id, ...person }) => [id, person]));
  }

  async accountsOf(eventId: string, registrationIds: readonly string[]): Promise<string[]> {
    const rows: { accountId: string }[] = await this.dataSource.query(
      'SELECT account_id AS "accountId" FROM registrations WHERE event_id = $1 AND id = ANY($2) AND account_id IS NOT NULL',
      [eventId, registrationIds],
    );
    return rows.map(({ accountId }) => accountId);
  }
}
