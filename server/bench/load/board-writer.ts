import type { BoardPerson } from '@teabreak/shared';
import pg from 'pg';
import { changeTo } from '../board-changes.js';
import { answerWith } from './load-process.js';

export type WriterQuestion =
  | { kind: 'start'; databaseUrl: string; eventId: string; people: BoardPerson[] }
  /** The next `count` changes after version `since`; answers the version after them. */
  | { kind: 'write'; since: number; count: number };

let client: pg.Client;
let board: { eventId: string; people: BoardPerson[] };

/** Writes changes into the log as personChanged does, of many people in one statement: that costs the server nothing. */
answerWith<WriterQuestion, number>(async (question) => {
  if (question.kind === 'start') {
    board = question;
    client = new pg.Client({ connectionString: question.databaseUrl });
    await client.connect();
    return 0;
  }
  const { since, count } = question;
  const people = Array.from({ length: count }, (_, at) => changeTo(board.people, since + 1 + at));
  const { rows } = await client.query<{ version: number }>(
    `WITH bumped AS (UPDATE events SET board_version = board_version + $2 WHERE id = $1 RETURNING board_version), put AS (
       INSERT INTO board_changes (event_id, version, registration_id, person)
       SELECT $1, board_version - $2 + n, (person->>'id')::uuid, person
       FROM bumped, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS new (person, n)
     ) SELECT board_version::integer AS version FROM bumped`,
    [board.eventId, count, JSON.stringify(people)],
  );
  return rows[0]?.version ?? Number.NaN;
});
