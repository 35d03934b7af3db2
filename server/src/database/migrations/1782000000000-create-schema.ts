import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema. What must never be untrue is written here as a constraint, not only in a service:
 * - seats: `events.taken` is changed in one conditional UPDATE and can never pass `capacity` (E3);
 * - ids of another event cannot be smuggled in: children point to `(event_id, id)` pairs;
 * - one pair of people has one introduction that both know of, one encounter, one acquaintance;
 * - `events.board_version` is a counter row bumped last in a transaction, so that no reader skips a version (B3).
 */
export class CreateSchema1782000000000 implements MigrationInterface {
  name = 'CreateSchema1782000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'instance_secrets',
  'accounts',
  'sessions',
  'setup_links',
  'sign_in_codes',
  'mails',
  'contacts',
  'commonalities',
  'events',
  'event_roles',
  'agenda_items',
  'places',
  'registrations',
  'consents',
  'check_in_scans',
  'guest_imports',
  'goals',
  'acquaintances',
  'blocks',
  'reports',
  'board_changes',
  'introductions',
  'encounters',
  'notes',
  'card_tokens',
  'card_exchanges',
  'contact_grants',
  'group_links',
  'room_messages',
] as const;

const STATEMENTS = [
  // Keys that every node of one installation shares; made once, by whoever starts first.
  `CREATE TABLE instance_secrets (
    name text PRIMARY KEY,
    value text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,

  `CREATE TABLE accounts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL CONSTRAINT accounts_name_length CHECK (char_length(name) BETWEEN 1 AND 80),
    email text CONSTRAINT accounts_email_folded CHECK (email = lower(email)),
    email_verified_at timestamptz,
    locale text NOT NULL DEFAULT 'en' CONSTRAINT accounts_locale_known CHECK (locale IN ('en', 'zh-CN')),
    site_role text NOT NULL DEFAULT 'none' CONSTRAINT accounts_site_role_known CHECK (site_role IN ('first', 'organizer', 'none')),
    -- Made by the demo and removed with it.
    is_demo boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  // Only a proven address identifies an account; an unproven one (typed while joining) lives in contacts and registrations.
  'CREATE UNIQUE INDEX accounts_email_once ON accounts (email) WHERE email IS NOT NULL',
  `CREATE UNIQUE INDEX accounts_one_first ON accounts (site_role) WHERE site_role = 'first'`,
  'CREATE INDEX accounts_of_demo ON accounts (id) WHERE is_demo',

  `CREATE TABLE sessions (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    token_hash bytea NOT NULL CONSTRAINT sessions_token_once UNIQUE,
    device text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`,
  'CREATE INDEX sessions_by_account ON sessions (account_id)',

  `CREATE TABLE setup_links (
    token_hash bytea PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,

  `CREATE TABLE sign_in_codes (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email text NOT NULL,
    code_hash bytea NOT NULL,
    locale text NOT NULL DEFAULT 'en' CONSTRAINT sign_in_codes_locale_known CHECK (locale IN ('en', 'zh-CN')),
    tries smallint NOT NULL DEFAULT 0 CONSTRAINT sign_in_codes_five_tries CHECK (tries BETWEEN 0 AND 5),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  'CREATE INDEX sign_in_codes_by_email ON sign_in_codes (email, created_at DESC)',

  `CREATE TABLE mails (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT mails_state_known CHECK (state IN ('kept', 'waiting', 'sent', 'failed')),
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    last_error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz
  )`,
  `CREATE INDEX mails_due ON mails (next_attempt_at) WHERE state = 'waiting'`,

  `CREATE TABLE contacts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT contacts_kind_known CHECK (kind IN ('wechat', 'phone', 'email', 'link')),
    value text NOT NULL CONSTRAINT contacts_value_length CHECK (char_length(value) BETWEEN 1 AND 120),
    visibility text NOT NULL DEFAULT 'introduced'
      CONSTRAINT contacts_visibility_known CHECK (visibility IN ('everyone', 'suggested', 'introduced', 'nobody')),
    position smallint NOT NULL DEFAULT 0,
    CONSTRAINT contacts_once UNIQUE (account_id, kind, value)
  )`,

  `CREATE TABLE commonalities (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    kind text NOT NULL,
    value text NOT NULL CONSTRAINT commonalities_value_length CHECK (char_length(value) BETWEEN 1 AND 60),
    visibility text NOT NULL DEFAULT 'everyone'
      CONSTRAINT commonalities_visibility_known CHECK (visibility IN ('everyone', 'suggested', 'introduced', 'nobody')),
    position smallint NOT NULL DEFAULT 0,
    CONSTRAINT commonalities_kind_known CHECK (kind IN ('hometown', 'ancestral-home', 'lives-in', 'lived-in', 'school', 'company',
      'industry', 'speaks', 'learns', 'interest')),
    CONSTRAINT commonalities_once UNIQUE (account_id, kind, value)
  )`,

  `CREATE TABLE events (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug text NOT NULL CONSTRAINT events_slug_once UNIQUE CONSTRAINT events_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL CONSTRAINT events_title_length CHECK (char_length(title) BETWEEN 1 AND 120),
    description text NOT NULL DEFAULT '' CONSTRAINT events_description_length CHECK (char_length(description) <= 8000),
    time_zone text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    venue text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT '',
    capacity integer CONSTRAINT events_capacity_positive CHECK (capacity > 0),
    taken integer NOT NULL DEFAULT 0 CONSTRAINT events_taken_not_negative CHECK (taken >= 0),
    requires_approval boolean NOT NULL DEFAULT false,
    languages text[] NOT NULL DEFAULT '{en,zh-CN}',
    group_code text NOT NULL CONSTRAINT events_group_code_once UNIQUE,
    screen_token text NOT NULL CONSTRAINT events_screen_token_once UNIQUE,
    board_version bigint NOT NULL DEFAULT 0,
    room_seq bigint NOT NULL DEFAULT 0,
    is_demo boolean NOT NULL DEFAULT false,
    created_by uuid REFERENCES accounts ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT events_end_after_start CHECK (ends_at > starts_at),
    CONSTRAINT events_never_oversold CHECK (capacity IS NULL OR taken <= capacity)
  )`,
  'CREATE UNIQUE INDEX events_one_demo ON events (is_demo) WHERE is_demo',

  `CREATE TABLE event_roles (
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    role text NOT NULL CONSTRAINT event_roles_known CHECK (role IN ('owner', 'organizer', 'host', 'door')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event_id, account_id)
  )`,
  'CREATE INDEX event_roles_by_account ON event_roles (account_id)',

  `CREATE TABLE agenda_items (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT agenda_items_kind_known CHECK (kind IN ('session', 'break')),
    title text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    opened_at timestamptz,
    closed_at timestamptz,
    CONSTRAINT agenda_items_end_after_start CHECK (ends_at > starts_at),
    CONSTRAINT agenda_items_closed_after_opened CHECK (closed_at IS NULL OR opened_at IS NOT NULL),
    CONSTRAINT agenda_items_in_event UNIQUE (event_id, id)
  )`,
  // One break at a time: two hosts tapping "open" on two breaks cannot both win.
  `CREATE UNIQUE INDEX agenda_items_one_open ON agenda_items (event_id) WHERE opened_at IS NOT NULL AND closed_at IS NULL`,

  `CREATE TABLE places (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    name text NOT NULL,
    seats integer NOT NULL CONSTRAINT places_seats_positive CHECK (seats >= 2),
    hint text NOT NULL DEFAULT '',
    position smallint NOT NULL DEFAULT 0,
    CONSTRAINT places_in_event UNIQUE (event_id, id)
  )`,

  `CREATE TABLE registrations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    account_id uuid REFERENCES accounts ON DELETE CASCADE,
    status text NOT NULL CONSTRAINT registrations_status_known
      CHECK (status IN ('pending', 'confirmed', 'waitlisted', 'declined', 'cancelled')),
    source text NOT NULL CONSTRAINT registrations_source_known CHECK (source IN ('joined', 'imported', 'walk-in')),
    request_id uuid,
    -- SHA-256 of what was sent: the same phone trying again gets the same answer, nobody else does.
    request_hash bytea,
    external_id text,
    name text NOT NULL CONSTRAINT registrations_name_length CHECK (char_length(name) BETWEEN 1 AND 80),
    latin_name text NOT NULL DEFAULT '',
    headline text NOT NULL DEFAULT '',
    company text NOT NULL DEFAULT '',
    recognise text NOT NULL DEFAULT '',
    search_keys text NOT NULL DEFAULT '',
    sort_key text NOT NULL DEFAULT '',
    email text,
    phone text,
    languages text[] NOT NULL DEFAULT '{}',
    -- What an imported guest brings along and gets as their own when claiming the place.
    imported jsonb,
    claimed_at timestamptz,
    claim_version integer NOT NULL DEFAULT 0,
    invited_at timestamptz,
    ticket_version integer NOT NULL DEFAULT 0,
    -- Set where a seat was wanted and none was free; who was put on the waitlist by hand has none.
    waiting_since timestamptz,
    checked_in_at timestamptz,
    check_in_gate text NOT NULL DEFAULT '',
    presence text NOT NULL DEFAULT 'free' CONSTRAINT registrations_presence_known
      CHECK (presence IN ('free', 'talking', 'at-place', 'away')),
    place_id uuid,
    board_level text NOT NULL DEFAULT 'everyone' CONSTRAINT registrations_board_level_known
      CHECK (board_level IN ('everyone', 'suggested', 'hidden')),
    -- What the board's log says last about this person; kept by the board alone, so that nothing hidden ever leaves a trace in it.
    on_board boolean NOT NULL DEFAULT false,
    consent_take_part boolean NOT NULL DEFAULT false,
    consent_board boolean NOT NULL DEFAULT false,
    consent_screen boolean NOT NULL DEFAULT false,
    consent_suggestions boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT registrations_in_event UNIQUE (event_id, id),
    CONSTRAINT registrations_retry_once UNIQUE (event_id, request_id),
    CONSTRAINT registrations_place_of_event FOREIGN KEY (event_id, place_id) REFERENCES places (event_id, id) ON DELETE SET NULL (place_id),
    CONSTRAINT registrations_checked_in_confirmed CHECK (checked_in_at IS NULL OR status = 'confirmed')
  )`,
  'CREATE UNIQUE INDEX registrations_one_per_account ON registrations (event_id, account_id) WHERE account_id IS NOT NULL',
  `CREATE UNIQUE INDEX registrations_import_once ON registrations (event_id, external_id) WHERE external_id IS NOT NULL`,
  `CREATE INDEX registrations_by_event ON registrations (event_id, sort_key, id)`,
  `CREATE INDEX registrations_by_account ON registrations (account_id)`,
  `CREATE INDEX registrations_by_email ON registrations (email) WHERE email IS NOT NULL`,
  `CREATE INDEX registrations_waiting ON registrations (event_id, (COALESCE(waiting_since, created_at)), id) WHERE status = 'waitlisted'`,
  `CREATE INDEX registrations_on_board ON registrations (event_id) WHERE on_board`,

  `CREATE TABLE consents (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT consents_kind_known CHECK (kind IN ('take-part', 'board', 'screen', 'suggestions')),
    version text NOT NULL,
    granted boolean NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX consents_by_registration ON consents (registration_id, at)',

  `CREATE TABLE check_in_scans (
    scan_id uuid PRIMARY KEY,
    event_id uuid NOT NULL,
    registration_id uuid NOT NULL,
    by_account_id uuid REFERENCES accounts ON DELETE SET NULL,
    gate text NOT NULL DEFAULT '',
    result text NOT NULL CONSTRAINT check_in_scans_result_known CHECK (result IN ('checked-in', 'already', 'not-confirmed')),
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT check_in_scans_of_event FOREIGN KEY (event_id, registration_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE guest_imports (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    by_account_id uuid REFERENCES accounts ON DELETE SET NULL,
    report jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX guest_imports_by_event ON guest_imports (event_id, created_at DESC)',

  `CREATE TABLE goals (
    registration_id uuid PRIMARY KEY,
    event_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT goals_kind_known CHECK (kind IN ('find-job', 'hire', 'clients', 'partner', 'investment', 'advice',
      'friends', 'language-exchange', 'curious')),
    seeks text[] NOT NULL DEFAULT '{}' CONSTRAINT goals_seeks_five CHECK (cardinality(seeks) <= 5),
    offers text[] NOT NULL DEFAULT '{}' CONSTRAINT goals_offers_five CHECK (cardinality(offers) <= 5),
    sentence text NOT NULL DEFAULT '' CONSTRAINT goals_sentence_length CHECK (char_length(sentence) <= 280),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT goals_of_event FOREIGN KEY (event_id, registration_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX goals_by_event ON goals (event_id)',

  // K1: known once both said so; one row per pair, the smaller id first.
  `CREATE TABLE acquaintances (
    one_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    other_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    origin text NOT NULL CONSTRAINT acquaintances_origin_known CHECK (origin IN ('confirmed', 'met', 'scanned')),
    asked_by uuid,
    confirmed_at timestamptz,
    event_id uuid REFERENCES events ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (one_id, other_id),
    CONSTRAINT acquaintances_ordered CHECK (one_id < other_id)
  )`,
  'CREATE INDEX acquaintances_by_other ON acquaintances (other_id)',

  `CREATE TABLE blocks (
    blocker_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    blocked_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (blocker_id, blocked_id),
    CONSTRAINT blocks_not_oneself CHECK (blocker_id <> blocked_id)
  )`,
  'CREATE INDEX blocks_by_blocked ON blocks (blocked_id)',

  `CREATE TABLE reports (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    reporter_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    reported_registration_id uuid NOT NULL,
    reason text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reports_of_event FOREIGN KEY (event_id, reported_registration_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,

  // B3: the log from which a phone that slept catches up. `person` is null where the person left the board.
  `CREATE TABLE board_changes (
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    version bigint NOT NULL,
    registration_id uuid NOT NULL,
    person jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event_id, version)
  )`,

  `CREATE TABLE introductions (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    request_id uuid NOT NULL,
    requester_id uuid NOT NULL,
    target_id uuid NOT NULL,
    -- null while any host may pass it on
    introducer_account_id uuid REFERENCES accounts ON DELETE CASCADE,
    by_hosts boolean NOT NULL DEFAULT false,
    started_by text NOT NULL DEFAULT 'requester' CONSTRAINT introductions_started_by_known CHECK (started_by IN ('requester', 'introducer')),
    state text NOT NULL DEFAULT 'asked' CONSTRAINT introductions_state_known
      CHECK (state IN ('asked', 'passed-on', 'agreed', 'met', 'missed', 'not-this-time')),
    -- Why it ended stays in the database: the requester never learns who said no or that anyone did (I2).
    end_reason text CONSTRAINT introductions_end_reason_known
      CHECK (end_reason IN ('introducer-declined', 'target-declined', 'requester-declined', 'both-declined', 'withdrawn', 'expired',
        'blocked', 'left')),
    requester_line text NOT NULL DEFAULT '',
    introducer_line text NOT NULL DEFAULT '',
    requester_accepted_at timestamptz,
    target_accepted_at timestamptz,
    place_id uuid,
    break_id uuid,
    passed_on_at timestamptz,
    agreed_at timestamptz,
    ended_at timestamptz,
    expires_at timestamptz NOT NULL,
    -- When those who could not know of its end were told that it is over; the same moment for a "no" and for no answer (I2).
    told_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT introductions_in_event UNIQUE (event_id, id),
    CONSTRAINT introductions_retry_once UNIQUE (event_id, request_id),
    CONSTRAINT introductions_two_people CHECK (requester_id <> target_id),
    CONSTRAINT introductions_requester_of_event FOREIGN KEY (event_id, requester_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE,
    CONSTRAINT introductions_target_of_event FOREIGN KEY (event_id, target_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE,
    CONSTRAINT introductions_place_of_event FOREIGN KEY (event_id, place_id) REFERENCES places (event_id, id) ON DELETE SET NULL (place_id),
    CONSTRAINT introductions_break_of_event FOREIGN KEY (event_id, break_id) REFERENCES agenda_items (event_id, id) ON DELETE SET NULL (break_id),
    CONSTRAINT introductions_passed_on_by_someone CHECK (state IN ('asked', 'not-this-time') OR introducer_account_id IS NOT NULL),
    CONSTRAINT introductions_agreed_by_both CHECK (state NOT IN ('agreed', 'met', 'missed')
      OR (requester_accepted_at IS NOT NULL AND target_accepted_at IS NOT NULL AND agreed_at IS NOT NULL)),
    CONSTRAINT introductions_end_has_time CHECK ((state IN ('met', 'missed', 'not-this-time')) = (ended_at IS NOT NULL))
  )`,
  // While a request waits for its introducer, the target knows nothing of it and may ask for the requester in turn.
  `CREATE UNIQUE INDEX introductions_one_open_per_direction ON introductions (event_id, requester_id, target_id)
    WHERE state IN ('asked', 'passed-on', 'agreed')`,
  `CREATE UNIQUE INDEX introductions_one_known_per_pair
    ON introductions (event_id, least(requester_id, target_id), greatest(requester_id, target_id))
    WHERE state IN ('passed-on', 'agreed')`,
  'CREATE INDEX introductions_by_requester ON introductions (requester_id)',
  'CREATE INDEX introductions_by_target ON introductions (target_id)',
  'CREATE INDEX introductions_by_introducer ON introductions (introducer_account_id)',
  `CREATE INDEX introductions_untold_by_expiry ON introductions (expires_at)
    WHERE told_at IS NULL AND state IN ('asked', 'passed-on', 'not-this-time')`,
  `CREATE INDEX introductions_by_break ON introductions (break_id) WHERE break_id IS NOT NULL`,

  `CREATE TABLE encounters (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    one_id uuid NOT NULL,
    other_id uuid NOT NULL,
    via text NOT NULL CONSTRAINT encounters_via_known CHECK (via IN ('introduction', 'card', 'board')),
    -- The only one of the two who said so far that they talked; null once both did. One side's word makes no acquaintance (K1).
    said_by uuid CONSTRAINT encounters_said_by_one_of_them CHECK (said_by IN (one_id, other_id)),
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT encounters_in_event UNIQUE (event_id, id),
    CONSTRAINT encounters_ordered CHECK (one_id < other_id),
    CONSTRAINT encounters_once UNIQUE (event_id, one_id, other_id),
    CONSTRAINT encounters_one_of_event FOREIGN KEY (event_id, one_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE,
    CONSTRAINT encounters_other_of_event FOREIGN KEY (event_id, other_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,

  // F1: read and written by its author only; nothing else ever joins this table.
  `CREATE TABLE notes (
    encounter_id uuid NOT NULL REFERENCES encounters ON DELETE CASCADE,
    author_account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    text text NOT NULL DEFAULT '' CONSTRAINT notes_text_length CHECK (char_length(text) <= 4000),
    fit smallint CONSTRAINT notes_fit_range CHECK (fit BETWEEN 1 AND 3),
    i_promised text NOT NULL DEFAULT '',
    they_promised text NOT NULL DEFAULT '',
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (encounter_id, author_account_id)
  )`,

  `CREATE TABLE card_tokens (
    token text PRIMARY KEY,
    short_code text NOT NULL,
    event_id uuid NOT NULL,
    registration_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT card_tokens_short_code_once UNIQUE (short_code),
    CONSTRAINT card_tokens_of_event FOREIGN KEY (event_id, registration_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX card_tokens_by_registration ON card_tokens (registration_id, expires_at DESC)',

  `CREATE TABLE card_exchanges (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL,
    scanner_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT card_exchanges_state_known CHECK (state IN ('waiting', 'exchanged', 'declined', 'revoked')),
    created_at timestamptz NOT NULL DEFAULT now(),
    answered_at timestamptz,
    CONSTRAINT card_exchanges_in_event UNIQUE (event_id, id),
    CONSTRAINT card_exchanges_two_people CHECK (scanner_id <> owner_id),
    CONSTRAINT card_exchanges_scanner_of_event FOREIGN KEY (event_id, scanner_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE,
    CONSTRAINT card_exchanges_owner_of_event FOREIGN KEY (event_id, owner_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,
  // One row per pair for ever: scanning again after a "no" starts the same row anew, so that its id tells nothing.
  `CREATE UNIQUE INDEX card_exchanges_one_per_pair ON card_exchanges (event_id, least(scanner_id, owner_id), greatest(scanner_id, owner_id))`,

  // I5: the one place that says who may read whose contact details.
  `CREATE TABLE contact_grants (
    owner_account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    viewer_account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    origin text NOT NULL CONSTRAINT contact_grants_origin_known CHECK (origin IN ('introduction', 'card')),
    granted_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    PRIMARY KEY (owner_account_id, viewer_account_id, event_id),
    CONSTRAINT contact_grants_two_people CHECK (owner_account_id <> viewer_account_id)
  )`,
  'CREATE INDEX contact_grants_by_viewer ON contact_grants (viewer_account_id)',

  `CREATE TABLE group_links (
    event_id uuid PRIMARY KEY REFERENCES events ON DELETE CASCADE,
    platform text NOT NULL,
    url text NOT NULL CONSTRAINT group_links_url_length CHECK (char_length(url) <= 2048),
    label text NOT NULL DEFAULT '',
    expires_at timestamptz,
    updated_by uuid REFERENCES accounts ON DELETE SET NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,

  `CREATE TABLE room_messages (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    seq bigint NOT NULL,
    author_account_id uuid REFERENCES accounts ON DELETE SET NULL,
    author_name text NOT NULL,
    client_id uuid NOT NULL,
    text text NOT NULL CONSTRAINT room_messages_text_length CHECK (char_length(text) BETWEEN 1 AND 2000),
    removed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT room_messages_order_once UNIQUE (event_id, seq),
    CONSTRAINT room_messages_retry_once UNIQUE (event_id, author_account_id, client_id)
  )`,
];
