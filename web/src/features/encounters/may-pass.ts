import { ApiError } from '../../lib/api-error.js';

const PASSING = new Set([408, 425, 429]);

/** No answer, or one that will be another later: what was typed is kept and sent again. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.unanswered || error.status >= 500 || PASSING.has(error.status);
