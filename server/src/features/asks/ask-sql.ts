/**
 * Parts of the queries on asks, which all of them share. They stand for `asks a`, its `events e` and its `registrations author`, read by
 * the registration $2 of the account $3 at the moment $4; `other` is whom the reader deals with.
 */
export const STATE = `CASE WHEN a.state = 'open' AND e.ends_at <= $4 THEN 'over' ELSE a.state END`;

/** Somebody who takes part and with whom the reader is on good terms: a block cannot be told from having left (I6). */
export const reachable = (other: string) => `${other}.status = 'confirmed' AND ${other}.consent_take_part
  AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN ((${other}.account_id, $3), ($3, ${other}.account_id)))`;

/** B4: whose name stands with what they post; the others are known to whom they were introduced. */
export const NAMED = `(author.id = $2 OR (author.consent_board AND author.board_level = 'everyone')
  OR EXISTS (SELECT FROM contact_grants g WHERE g.owner_account_id = author.account_id AND g.viewer_account_id = $3
    AND g.event_id = a.event_id AND g.revoked_at IS NULL))`;

/** What the hosts have hidden is gone with whom they have hidden. */
export const VISIBLE = `(author.id = $2 OR (a.hidden_at IS NULL AND author.level_before_hidden IS NULL AND ${reachable('author')}))`;

export const person = (of: string) =>
  `json_build_object('registrationId', ${of}.id, 'name', ${of}.name, 'headline', ${of}.headline)`;

/** What a helper is told. "No" is told to nobody, and never before the ask ends for all who waited. */
export const HELP_STATE = `CASE WHEN h.state = 'accepted' THEN 'introduced' WHEN ${STATE} = 'open' THEN 'waiting' ELSE 'not-this-time' END`;
