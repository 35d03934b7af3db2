/** Failures that pass by themselves: the connection is gone, the pool is exhausted, a statement waited too long. */
const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
]);
/** These have no code. TypeORM takes the connection away from under a transaction when it breaks between two statements. */
const UNAVAILABLE_MESSAGES =
  /already released|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable|Cannot use a pool after calling end/u;
/** Serialization failure and deadlock: the same work succeeds when done again. */
const CONFLICT_CODES = new Set(['40001', '40P01']);
/** A character that PostgreSQL cannot hold: NUL in text, NUL or half a surrogate pair in JSON. */
const UNSTORABLE_CODES = new Set(['22021', '22P05']);

/** True when trying again in a moment may help and nothing is wrong with the request. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = databaseCode(error) ?? '';
  return (
    UNAVAILABLE_CODES.has(code) ||
    code.startsWith('08') ||
    (error instanceof Error && UNAVAILABLE_MESSAGES.test(error.message))
  );
}

export function isConflict(error: unknown): boolean {
  return CONFLICT_CODES.has(databaseCode(error) ?? '');
}

/** True when the text that was sent cannot be stored or compared, whatever it is for. */
export function isUnstorableText(error: unknown): boolean {
  return UNSTORABLE_CODES.has(databaseCode(error) ?? '');
}

/**
 * True when an account, an event or what else a row belongs to has been deleted since the permission was looked up. Keys that a request
 * could get wrong by itself have names of their own.
 */
export function isOwnerGone(error: unknown): boolean {
  return databaseCode(error) === '23503' && /_id_fkey$/u.test(violatedConstraint(error) ?? '');
}

/** The constraint that refused the row, or null when another thing went wrong. */
export function violatedConstraint(error: unknown): string | null {
  if (!/^23/u.test(databaseCode(error) ?? '')) return null;
  const constraint =
    (error as { driverError?: { constraint?: unknown }; constraint?: unknown }).driverError?.constraint ??
    (error as { constraint?: unknown }).constraint;
  return typeof constraint === 'string' ? constraint : null;
}

function databaseCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}
