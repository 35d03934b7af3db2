/** One introduction that came about is a kindness; from two on somebody connects people (M11). All events count: a circle travels. */
const CONNECTS_FROM = 2;

/** Whether the account of a row brings people together often, by what came about. */
export const bringsTogether = (account: string) =>
  `COALESCE((SELECT sum(made.agreed) FROM introductions_made made WHERE made.account_id = ${account}), 0) >= ${CONNECTS_FROM}`;

/** The same, where the person lets it be seen. `alias` has an `account_id`. */
export const CONNECTS = (alias: string) => `(EXISTS (SELECT FROM circle_settings shown
  WHERE shown.account_id = ${alias}.account_id AND shown.shows_connecting) AND ${bringsTogether(`${alias}.account_id`)})`;
