import type { BoardPerson, BoardSnapshot } from '@teabreak/shared';
import { lookOfBoard } from '../board-witness.js';
import type { Database } from '../factories.js';

interface LoggedRow {
  version: number;
  id: string;
  person: BoardPerson | null;
}

/** Everything that happened on one board, kept while it happens: the server throws old changes away. */
export class BoardTruth {
  private readonly people: Map<string, BoardPerson>;
  /** How the board looked at each version. */
  readonly looks: Map<number, string>;
  /** Everything that people had for a headline, one after the other, by registration. */
  readonly headlines = new Map<string, string[]>();
  version: number;

  /** `first`: the board before anything happened. */
  constructor(
    private readonly db: Database,
    private readonly eventId: string,
    first: Pick<BoardSnapshot, 'version' | 'people'>,
  ) {
    this.people = new Map(first.people.map((person) => [person.id, person]));
    this.version = first.version;
    this.looks = new Map([[first.version, lookOfBoard(first.people)]]);
  }

  get look(): string {
    return this.looks.get(this.version) ?? '';
  }

  /** @throws Error when a version is missing: it never becomes visible later, so no reader could have had it */
  async follow(): Promise<void> {
    const rows: LoggedRow[] = await this.db.query(
      `SELECT version::integer, registration_id AS id, person FROM board_changes
       WHERE event_id = $1 AND version > $2 ORDER BY version`,
      [this.eventId, this.version],
    );
    for (const { version, id, person } of rows) {
      if (version !== this.version + 1) throw new Error(`The log goes from ${this.version} to ${version}`);
      if (person) {
        this.people.set(id, person);
        this.headlines.set(id, [...(this.headlines.get(id) ?? []), person.headline]);
      } else this.people.delete(id);
      this.version = version;
      this.looks.set(version, lookOfBoard(this.people.values()));
    }
  }

  /** What the tables say, asked without the server's help: who is here, agreed, and shows themselves to all (B1, B4). */
  async tables(): Promise<string[]> {
    const rows: { text: string }[] = await this.db.query(
      `SELECT concat_ws(' | ', r.id, r.name, r.headline, r.presence, r.place_id::text, g.kind, g.seeks::text, g.sentence,
         (SELECT string_agg(value, ',' ORDER BY position, id) FROM commonalities
          WHERE account_id = r.account_id AND kind = 'speaks' AND visibility = 'everyone')) AS text
       FROM registrations r LEFT JOIN goals g ON g.registration_id = r.id
       WHERE r.event_id = $1 AND r.status = 'confirmed' AND r.checked_in_at IS NOT NULL AND r.account_id IS NOT NULL
         AND r.consent_take_part AND r.consent_board AND r.board_level = 'everyone' ORDER BY r.id`,
      [this.eventId],
    );
    return rows.map(({ text }) => text);
  }

  /** The same of what the log ends with. */
  shown(): string[] {
    const texts = [...this.people.values()].map(({ id, name, headline, presence, placeId, goal, languages }) => {
      const seeks = goal && `{${goal.seeks.join(',')}}`;
      const parts = [
        id,
        name,
        headline,
        presence,
        placeId,
        goal?.kind,
        seeks,
        goal?.sentence,
        languages.join(',') || null,
      ];
      return parts.filter((part) => part !== null && part !== undefined).join(' | ');
    });
    return texts.sort();
  }
}
