import type { DataSource } from 'typeorm';

const PAGE = 500;

/**
 * The rows of a statement in the order of its text column `key`, which is theirs alone, page after page: nobody's ten thousand messages
 * are in memory at once, and no connection waits for a slow phone. The key is left out.
 */
export async function* inPages(
  dataSource: DataSource,
  statement: string,
  parameters: readonly unknown[],
): AsyncGenerator<object> {
  for (let after = ''; ; ) {
    const rows: { key: string }[] = await dataSource.query(
      `SELECT * FROM (${statement}) row WHERE row.key COLLATE "C" > $${parameters.length + 1}
       ORDER BY row.key COLLATE "C" LIMIT ${PAGE}`,
      [...parameters, after],
    );
    for (const { key: _key, ...row } of rows) yield row;
    const last = rows[PAGE - 1];
    if (last === undefined) return;
    after = last.key;
  }
}

/** A `key` that puts rows in the order of their time; `id` tells apart what is of one moment. */
export const keyOf = (at: string, id: string) =>
  `to_char(${at} AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || ${id}::text AS key`;

/** The event of a row, as the export names it. */
export const eventOf = (alias: string) => `json_build_object('title', ${alias}.title, 'slug', ${alias}.slug) AS event`;
